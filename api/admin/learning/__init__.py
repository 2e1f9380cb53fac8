"""Learning from conversations: messages, examples, training, and the model that reads."""
