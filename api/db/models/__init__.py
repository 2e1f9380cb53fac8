"""The tables, by what changes together. No relations: every query says what it reads."""
