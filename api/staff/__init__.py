"""Who works here: log-in, sessions, roles."""
