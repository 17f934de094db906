"""Numbers in the words of messages."""


def counted(number: int, noun: str) -> str:
    """A number of things: "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
