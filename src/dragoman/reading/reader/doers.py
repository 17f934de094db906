"""What holds of all doers: weapons do nothing by themselves.

What is fired, laid or thrown acts for whoever it belongs to, or for nobody told.
"""

from collections.abc import Iterator, Sequence

from dragoman.reading.actors.kinds import measured, modifiers
from dragoman.reading.actors.lexicon import lexicon
from dragoman.reading.mention import ActorMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Role


def settle(draft: Draft, context: Context) -> None:
    """Put whose it is in place of a weapon that a claim has for its doer."""
    draft.by = _without_weapons(draft.by, context)


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
