"""What holds of all who act or suffer: weapons do nothing by themselves, and who tells of a happening isn't its victim.

What is fired, laid or thrown acts for whoever it belongs to, or for nobody told.
"""

from collections.abc import Iterator, Sequence

from dragoman.reading.actors.kinds import measured, modifiers
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.mention import ActorMention, AttributionMention
from dragoman.reading.speakers import SPEECH_ACTS
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Role

CLAUSES = {"clause", "quote", "that"}


def settle(draft: Draft, context: Context, said: Sequence[AttributionMention]) -> None:
    """Put whose it is in place of a weapon that a claim has for its doer; leave out who tells of it, unless a pronoun
    says that he is in it."""
    if draft.type not in SPEECH_ACTS:
        tellers = [words for telling in said if _holds(telling, draft) for words in _tellers(telling, draft)]
        draft.by, draft.to = ([r for r in roles if not _stands_in(r, tellers)] for roles in (draft.by, draft.to))
    draft.by = _without_weapons(draft.by, context)


def _holds(telling: AttributionMention, draft: Draft) -> bool:
    return any(start <= draft.trigger.idx < end for start, end in telling.content)


def _tellers(telling: AttributionMention, draft: Draft) -> Iterator[tuple[int, int]]:
    """The words of a source that has no part in what it tells: in a clause of its own, as an accusation, or before it
    is named ("… killing nine, residents said"); who promised to leave did leave."""
    apart = telling.frame in CLAUSES or telling.cue_class == "accuse"
    return (words for words in telling.source if apart or words[0] >= draft.end)


def _stands_in(role: Role, ranges: Sequence[tuple[int, int]]) -> bool:
    used = role.said or role.mention
    return any(start <= used.start < end for start, end in ranges)


def _without_weapons(doers: Sequence[Role], context: Context) -> list[Role]:
    """The doers with those in place of a weapon whose it is ("Houthi" of "Houthi missiles"); ownerless ones go."""
    owned = (role for doer in doers for role in _behind(doer, context))
    return list({role.mention.start: role for role in owned}.values())


def _behind(doer: Role, context: Context) -> Iterator[Role]:
    if not _weapon(doer.mention, context):
        yield doer
        return
    owner = next(_owners(doer.mention, context), None)
    if owner is not None:
        yield Role(owner, doer.mention, doer.level)


def _weapon(mention: ActorMention, context: Context) -> bool:
    if mention.actor is not None or mention.form != "description":
        return False
    return measured(context.doc[mention.root]).lemma_.lower() in lexicon().munition


def _owners(mention: ActorMention, context: Context) -> Iterator[ActorMention]:
    for word in modifiers(measured(context.doc[mention.root])):
        known = context.named.get(word.i) or context.actor_at.get(word.i)
        if isinstance(known, ActorMention) and known.form != "pronoun" and known.kind != "object":
            yield known
