"""Claims of many reports put together: events, disagreements, states over time."""
