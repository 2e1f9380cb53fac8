"""Refits the scorecard of the signs of danger on the project's own messages and measures it honestly."""
