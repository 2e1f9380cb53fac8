"""Rasa as an appliance: its door, its memory and two repaired hot spots."""
