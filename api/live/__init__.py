"""Who is listening to which conversation."""
