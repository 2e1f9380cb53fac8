"""Reads the Finnish that people write: words, numbers, times, ages, ratings, answers and places."""
