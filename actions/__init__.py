"""What Rasa may ask us: short rasa_sdk actions that translate between the tracker and the domain."""
