"""What a message does in the dialogue, settled from the guess, the question asked and the facts found."""
