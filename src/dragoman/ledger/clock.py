"""The third clock: when the ledger stored something."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment as `recorded` keeps it: UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
