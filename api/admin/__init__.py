"""The administrators' console: the catalogue, its drafts, and how they are published."""
