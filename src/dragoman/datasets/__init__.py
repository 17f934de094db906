"""One exporter for each foreign format."""
