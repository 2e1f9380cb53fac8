"""What is true: facts, rules and what follows from them. Pure: no clock, database, network or log."""
