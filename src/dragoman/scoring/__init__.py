"""Measures against labelled sets."""
