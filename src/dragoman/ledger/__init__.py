"""The store of reports, claims, events, states and reviews."""
