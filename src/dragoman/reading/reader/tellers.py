"""Who only tells of a happening has no part in it: "… killing nine, residents said"."""

from collections.abc import Iterator, Sequence

from dragoman.reading.mention import AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS, indexed
from dragoman.reading.typing.draft import Draft, Role

CLAUSES = {"clause", "quote", "that"}


def settle(draft: Draft, said: Sequence[AttributionMention]) -> None:
    """Leave out who tells of a claim's happening, unless a pronoun says that he is in it; a speech act is his own."""
    if draft.type in SPEECH_ACTS:
        return
    around = indexed(said).around(draft.trigger.idx)
    sources = [words for telling in around for words in _apart(telling, draft)]
    draft.by, draft.to = ([r for r in roles if not _stands_in(r, sources)] for roles in (draft.by, draft.to))


def _apart(telling: AttributionMention, draft: Draft) -> Iterator[tuple[int, int]]:
    """The words of a source that has no part in what it tells: in a clause of its own, as an accusation, or before it
    is named; who promised to leave did leave."""
    apart = telling.frame in CLAUSES or telling.cue_class == "accuse"
    return (words for words in telling.source if apart or words[0] >= draft.end)


def _stands_in(role: Role, ranges: Sequence[tuple[int, int]]) -> bool:
    used = role.said or role.mention
    return any(start <= used.start < end for start, end in ranges)
