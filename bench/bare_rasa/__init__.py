"""A bare, light Rasa with one action: what a turn costs without us."""
