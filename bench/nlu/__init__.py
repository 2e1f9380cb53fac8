"""What runs in Rasa's environment to compare pipelines."""
