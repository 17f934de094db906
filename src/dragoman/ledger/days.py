"""Days as the ledger keeps them: whole numbers counted as `date.toordinal` does, so that intervals compare fast."""

from datetime import date

from dragoman.model import TimeItem, UsageError

OPEN = date.max.toordinal()
"""The end of what has no end yet."""


def day(iso: str | None) -> int | None:
    """The number of an ISO day ("2018-04-14"); null for null or for what is no full day."""
    if iso is None:
        return None
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None


def asked(iso: str, name: str) -> int:
    """The number of a day that a user asked for; raises `UsageError` naming the option where it is no day."""
    number = day(iso) if len(iso) == len("2018-04-14") else None
    if number is None:
        raise UsageError(f"{name} {iso!r} is no day; write it as YYYY-MM-DD")
    return number


def iso(number: int | None) -> str | None:
    """The ISO day of a number; null for null and for the open end."""
    return None if number is None or number >= OPEN else date.fromordinal(number).isoformat()


def today() -> int:
    """The number of the present day."""
    return date.today().toordinal()


def interval(times: list[TimeItem]) -> tuple[int | None, int | None]:
    """First and last day that the resolved times of a claim cover, both null where none is resolved.

    "Since" and "after" without an end are open; "before", "until" and "by" without a beginning begin unknown.
    """
    bounds = [_bounds(item) for item in times if item.earliest or item.latest]
    if not bounds:
        return None, None
    starts = [start for start, _ in bounds if start is not None]
    ends = [end for _, end in bounds if end is not None]
    return (min(starts) if starts else None), (max(ends) if ends else None)


def _bounds(item: TimeItem) -> tuple[int | None, int | None]:
    start, end = day(item.earliest), day(item.latest)
    if item.role in ("since", "after") or (item.value or "").endswith("/.."):
        return start, (end if end is not None and end != start else OPEN)
    if item.role in ("before", "until", "by"):
        return None, end
    return start, end
