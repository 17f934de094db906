"""When two names mean the same: same actor, same words, surname, part of a name, abbreviation."""

from dragoman.reading.coreference.nodes import Node

_FORMS = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "president", "general", "minister"}


def same_name(later: Node, earlier: Node) -> str | None:
    """What makes two names mean the same thing, or null."""
    if later.actor and earlier.actor:
        return "same actor of the register" if later.actor == earlier.actor else None
    ours, theirs = later.name - _FORMS, earlier.name - _FORMS
    if not ours or not theirs:
        return None
    if ours == theirs:
        return "same words"
    if later.person and earlier.person:
        return "same surname" if later.head == earlier.head and (ours <= theirs or theirs <= ours) else None
    if later.head == earlier.head and (ours <= theirs or theirs <= ours):
        return "part of the name"
    if later.label == earlier.label == "ORG" and len(ours) == 1 and ours < theirs and _first(earlier) in ours:
        return "part of the name"
    if later.label == earlier.label == "ORG" and len(theirs) == 1 and theirs < ours and _first(later) in theirs:
        return "part of the name"
    return "abbreviation" if _abbreviates(later, earlier) or _abbreviates(earlier, later) else None


def _first(node: Node) -> str:
    return next((word for word in node.mention.text.lower().split() if word in node.name), "")


def _abbreviates(short: Node, full: Node) -> bool:
    text = short.mention.text.replace(".", "")
    if not (2 <= len(text) <= 7 and text.isupper()):
        return False
    return len(full.initials) > 1 and text == full.initials
