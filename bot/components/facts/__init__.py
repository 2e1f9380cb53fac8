"""Facts of the catalogue found in a Finnish message: clauses, patterns, answers to what was asked."""
