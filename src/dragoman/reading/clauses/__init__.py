"""Clauses: the words that may carry a happening, and what stands around them."""
