"""The Finnish of the bot and the few parts of Rasa that we replace."""
