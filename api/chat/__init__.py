"""The visitor's side."""
