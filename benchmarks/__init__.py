"""Large measurements, run by hand with `make bench`."""
