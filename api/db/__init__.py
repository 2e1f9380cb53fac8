"""Storage: tables, queries as functions, migrations."""
