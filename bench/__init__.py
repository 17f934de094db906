"""Measures that are too slow or too dependent on the machine for the tests: `python -m bench [FOLDER]`."""
