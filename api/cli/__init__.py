"""The command line of the product: one table, one module per group of commands, imported when it is asked for."""
