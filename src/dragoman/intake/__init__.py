"""Files and streams in, reports out."""
