"""Publication days."""

from datetime import date, datetime


def parsed(value: str) -> str | None:
    """The ISO day of an ISO date or date with time, else null: `2018-04-18T09:00:00Z` is `2018-04-18`."""
    text = value.strip()
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            moment = read(text)
        except ValueError:
            continue
        return moment.strftime("%Y-%m-%d") if moment.year >= 1000 else None
    return None
