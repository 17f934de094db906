"""Putting mentions into chains: names first, then appositions, relative pronouns, descriptions and pronouns."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.reading.coreference.agreement import REACH, agrees, fitness, takes_up
from dragoman.reading.coreference.chains import Chains, Coreference
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.names import same_name
from dragoman.reading.coreference.nodes import Node, nodes
from dragoman.reading.mention import ActorMention, PlaceMention

_DEFINITE = {"the", "this", "that", "these", "those", "both"}


def resolve(doc: Doc, actors: Sequence[ActorMention], places: Sequence[PlaceMention]) -> Coreference:
    """The chains of a text, and for every pronoun and description the named mention that it stands for.

    `actors` and `places` are what the steps before recognised; other noun phrases are chained as well. A pronoun or
    definite description without an antecedent gets a reason.
    """
    every = nodes(doc, actors, places)
    chains = Chains(every)
    for position, node in enumerate(every):
        earlier = every[:position]
        link = _antecedent(doc, node, earlier)
        if link is not None:
            chains.join(node.root, *link)
    return chains.finish()


def _antecedent(doc: Doc, node: Node, earlier: Sequence[Node]) -> tuple[int, str] | None:
    tied = _by_syntax(doc, node, {other.root for other in earlier})
    if tied is not None:
        return tied
    if node.form == "name":
        return _name(node, earlier)
    if node.form == "pronoun":
        return _pronoun(node, earlier)
    return _description(node, earlier)


def _by_syntax(doc: Doc, node: Node, roots: set[int]) -> tuple[int, str] | None:
    token = doc[node.root]
    if token.dep_ == "appos" and token.head.i in roots:
        return token.head.i, "apposition"
    if node.form == "pronoun" and token.lower_ in words("pronoun")["relative"]:
        for clause in _clauses(token):
            if clause.dep_ == "relcl" and clause.head.i in roots:
                return clause.head.i, "relative clause"
    return None


def _clauses(token: Token) -> Iterator[Token]:
    for above in token.ancestors:
        yield above
        if above.dep_ == "relcl":
            return


def _name(node: Node, earlier: Sequence[Node]) -> tuple[int, str] | None:
    for other in reversed(earlier):
        if other.form == "name" and (basis := same_name(node, other)):
            return other.root, basis
    return None


def _pronoun(node: Node, earlier: Sequence[Node]) -> tuple[int, str] | None:
    near = [other for other in earlier if node.sentence - other.sentence <= REACH["pronoun"] and agrees(node, other)]
    near = [other for other in near if not _governs(node, other)]
    if not near:
        return None
    return max(near, key=lambda other: fitness(node, other)).root, "agreement of a pronoun"


def _governs(pronoun: Node, other: Node) -> bool:
    """Whether the pronoun stands inside the other mention ("the group and its members")."""
    return other.mention.first <= pronoun.root < other.mention.stop


def _description(node: Node, earlier: Sequence[Node]) -> tuple[int, str] | None:
    if node.determiner not in _DEFINITE and not node.kind:
        return None
    near = [other for other in earlier if node.sentence - other.sentence <= REACH["description"]]
    for other in reversed(near):
        if _same_head(node, other):
            return other.root, "same noun"
    if node.determiner in _DEFINITE:
        for other in reversed(near):
            if other.form == "name" and takes_up(node, other):
                return other.root, f"“{node.head}” takes up a name"
    return None


def _same_head(node: Node, other: Node) -> bool:
    if node.head != other.head or node.plural != other.plural or node.determiner not in _DEFINITE:
        return False
    return other.form == "description" and node.content <= other.content
