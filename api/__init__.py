"""The outside: the product's process, its command line and its pages."""
