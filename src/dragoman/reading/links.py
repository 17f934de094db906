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
    """Whether nothing speaks against it, and two slots agree or the wording points back ("the raid")."""
    by, to = (_names(draft.by), _names(other.by)), (_names(draft.to), _names(other.to))
    where, when = (_places(draft), _places(other)), (_days(draft), _days(other))
    if any(_contradict(*pair) for pair in (by, where, when)):
        return False
    if _points_back(draft):
        return True
    if draft.type in SPEECH or _contradict(*to):
        return False
    return sum(bool(one & two) for one, two in (by, to, where, when)) >= 2


def _points_back(draft: Draft) -> bool:
    """Whether the wording points to something told: "the raid", or a verb that it is the subject of."""
    subjects = (child for child in draft.trigger.children if child.dep_ in {"nsubj", "nsubjpass"})
    nouns = [token for token in (draft.trigger, *subjects) if token.pos_ == "NOUN"]
    roles = {words.root for role in draft.by for words in (role.mention, role.said) if words is not None}
    return any(child.lower_ in POINTING for noun in nouns if noun.i not in roles for child in noun.children)


def _contradict(one: set[str], other: set[str]) -> bool:
    return bool(one and other and not one & other)


def _names(roles: Sequence[Role]) -> set[str]:
    return {role.mention.actor or role.mention.text.lower() for role in roles}


def _places(draft: Draft) -> set[str]:
    return {mention.place or mention.text.lower() for mention, role in draft.places if role != "near"}


def _days(draft: Draft) -> set[str]:
    return {time.value for time in draft.times if time.value}
