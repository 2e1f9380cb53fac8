"""The launcher: sets up what is missing, starts the product and Rasa, runs the tests. Standard library only."""
