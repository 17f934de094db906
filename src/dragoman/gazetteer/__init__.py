"""Places and areas: names, points, radii, what they contain."""
