"""The advisor's side."""
