"""How precisely a place tells where something happened, on the scales of UCDP and ACLED.

UCDP GED (`where_prec`): 1 exact location, 2 within about 25 km of it, 3 second-level division, 4 first-level
division, 5 a line or a larger area, 6 country, 7 international waters or airspace. ACLED (`geo_precision`): 1 the
town, 2 a part of a region or near a town, 3 the region only.
"""

_UCDP = {
    "subdistrict": 3,
    "district": 3,
    "region": 4,
    "area": 5,
    "island": 5,
    "mountain": 5,
    "road": 5,
    "water": 5,
    "country": 6,
    "continent": 6,
    "sea": 7,
}
NEAR_KM = 25.0


def ucdp(kind: str, offset_km: float | None = None) -> int:
    """UCDP's class, 1 to 7, of a place of this kind; `offset_km` is how far from it the text says ("40 km from X")."""
    exact = _UCDP.get(kind, 1)
    if offset_km is None or exact > 1:
        return exact
    return 2 if offset_km <= NEAR_KM else 5


def acled(kind: str, offset_km: float | None = None) -> int:
    """ACLED's code, 1 to 3, of a place of this kind."""
    exact = _UCDP.get(kind, 1)
    if exact == 1:
        return 1 if offset_km is None else 2
    return 2 if exact in {3, 5} else 3
