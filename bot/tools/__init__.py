"""Programs that run in Rasa's environment beside Rasa itself."""
