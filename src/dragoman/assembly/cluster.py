"""A cluster: the claims put together so far as one happening, and what they agree on."""

from dragoman.assembly.features import Feature, Spot

_WORDINGS = 4


class Cluster:
    """Grows claim by claim; its place is the finest told, its day the first exact one."""

    __slots__ = (
        *(
            "by",
            "day",
            "exact",
            "group",
            "injured",
            "killed",
            "members",
            "pin",
            "rank",
            "reports",
            "spot",
            "to",
            "types",
        ),
        *("vague", "words"),
    )

    def __init__(self, first: Feature, pin: str | None = None, rank: int = 0) -> None:
        self.group = first.group
        self.members: list[Feature] = []
        self.day, self.exact, self.vague = first.day, first.exact, first.vague
        self.spot: Spot | None = first.spot
        self.by: set[int] = set()
        self.to: set[int] = set()
        self.types: set[str] = set()
        self.killed: set[int] = set()
        self.injured: set[int] = set()
        self.words: list[int] = []
        self.reports: set[int] = set()
        self.pin = pin
        self.rank = rank
        self.add(first)

    def add(self, one: Feature) -> None:
        """Take a claim in."""
        self.members.append(one)
        self.by |= one.by
        self.to |= one.to
        self.types.add(one.type)
        self.reports.add(one.report)
        if one.killed is not None:
            self.killed.add(one.killed)
        if one.injured is not None:
            self.injured.add(one.injured)
        if len(self.words) < _WORDINGS:
            self.words.append(one.words)
        if one.exact and not self.exact:
            self.day, self.exact = one.day, True
        if one.spot and (self.spot is None or one.spot.radius_km < self.spot.radius_km):
            self.spot = one.spot
