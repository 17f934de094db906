"""What holds of all doers: what is joined by "and" does the same, and weapons do nothing by themselves.

What is fired, laid or thrown acts for whoever it belongs to, or for nobody told.
"""

from collections.abc import Iterator, Sequence

from dragoman.reading.actors.kinds import measured, modifiers
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.mention import ActorMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Role


def settle(draft: Draft, context: Context) -> None:
    """Put what is joined to a doer, or to one done to, into the same slot, and whose it is in place of a weapon."""
    joined_by = [role for role in draft.to if _joined(role, draft.by, context)]
    joined_to = [role for role in draft.by if _joined(role, draft.to, context)]
    by = [role for role in draft.by if role not in joined_to] + joined_by
    draft.to = [role for role in draft.to if role not in joined_by] + joined_to
    draft.by = _without_weapons(by, context)


def _joined(role: Role, firsts: Sequence[Role], context: Context) -> bool:
    """Whether the words of a role are joined by "and" to those of an earlier one of the other slot."""
    words = role.said or role.mention
    before = [first.said or first.mention for first in firsts]
    head, heads = context.doc[words.root], {first.root for first in before}
    if head.dep_ == "conj" and any(one.i in heads and one.i < head.i for one in head.conjuncts):
        return True
    beside = words.first > 1 and context.doc[words.first - 1].lower_ == "and"
    return beside and any(first.stop == words.first - 1 for first in before)


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
