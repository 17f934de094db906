"""Links between the claims of a report: the same happening told again, and a claim that is denied."""

from collections.abc import Sequence

from dragoman.reading.typing.draft import Draft, Role

POINTING = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
SPEECH = {"accusation", "condemnation", "demand", "recognition", "rejection", "threat"}


def link(drafts: Sequence[Draft]) -> None:
    """Link each draft not linked yet to the earlier one of the same happening, and denials to what they deny."""
    for at, draft in enumerate(drafts):
        earlier = _told_before(draft, drafts[:at]) if not draft.links else None
        if earlier is not None:
            denies = (draft.factuality == "denied") != (earlier.factuality == "denied")
            draft.links.append(("denies" if denies else "same", earlier))


def _told_before(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The nearest earlier claim of the type that could be the same happening."""
    alike = [other for other in reversed(earlier) if other.type == draft.type and _may_be_same(draft, other)]
    return alike[0] if alike else None


def _may_be_same(draft: Draft, other: Draft) -> bool:
    if _contradict(_names(draft.by), _names(other.by)) or _contradict(_names(draft.to), _names(other.to)):
        return False
    if _contradict(_places(draft), _places(other)) or _contradict(_days(draft), _days(other)):
        return False
    if draft.type in SPEECH and not _points_back(draft):
        return False
    shared = sum(
        bool(a & b)
        for a, b in (
            (_names(draft.by), _names(other.by)),
            (_names(draft.to), _names(other.to)),
            (_places(draft), _places(other)),
            (_days(draft), _days(other)),
        )
    )
    return shared >= 2 or (_points_back(draft) and shared >= 1) or (_points_back(draft) and _bare(draft))


def _bare(draft: Draft) -> bool:
    return not draft.by and not draft.to


def _points_back(draft: Draft) -> bool:
    """Whether the wording points to something told: a noun with "the", "this", "their"."""
    return draft.trigger.pos_ == "NOUN" and any(child.lower_ in POINTING for child in draft.trigger.children)


def _contradict(one: set[str], other: set[str]) -> bool:
    return bool(one and other and not one & other)


def _names(roles: Sequence[Role]) -> set[str]:
    return {role.mention.actor or role.mention.text.lower() for role in roles}


def _places(draft: Draft) -> set[str]:
    return {mention.place or mention.text.lower() for mention, role in draft.places if role != "near"}


def _days(draft: Draft) -> set[str]:
    return {time.value for time in draft.times if time.value}
