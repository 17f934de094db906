"""A report in, its claims out."""
