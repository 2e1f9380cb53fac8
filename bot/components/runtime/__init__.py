"""Rasa as an appliance: its door, its memory and one repaired hot spot."""
