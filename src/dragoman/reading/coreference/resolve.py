"""Putting mentions into chains: names by rules, pronouns and descriptions by the learned choice of an antecedent."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.reading.actors.kinds import noun_kind
from dragoman.reading.coreference.backing import backed
from dragoman.reading.coreference.chains import Chains
from dragoman.reading.coreference.features import sort_of_pronoun, speech_subject
from dragoman.reading.coreference.history import History
from dragoman.reading.coreference.names import same_name
from dragoman.reading.coreference.naming import Coreference
from dragoman.reading.coreference.nodes import Node, nodes
from dragoman.reading.coreference.pairing import pair, senders
from dragoman.reading.coreference.ranking import candidates, choose
from dragoman.reading.coreference.sole import sole
from dragoman.reading.mention import ActorMention, PlaceMention
from dragoman.register import Register

_DEFINITE = {"the", "this", "that", "these", "those", "both", "poss"}
Link = tuple[int, str]


def resolve(
    doc: Doc, actors: Sequence[ActorMention], places: Sequence[PlaceMention], register: Register | None = None
) -> Coreference:
    """The chains of a text, and for every pronoun and description the named mention that it stands for.

    `actors` and `places` are what the steps before recognised; other noun phrases are chained as well. A pronoun or
    definite description without an antecedent gets a reason. With the `register`, "US-backed forces" may take up a
    group that the register knows to be backed so.
    """
    every = nodes(doc, actors, places)
    chains, before = Chains(every), History()
    by_root = {node.root: node for node in every}
    roots = frozenset(by_root)
    for position, node in enumerate(every):
        several = pair(doc, node, before, chains) or senders(doc, node, by_root)
        if several is not None:
            chains.pair(node.root, several)
        else:
            link = by_rule(doc, node, before, roots) or backed(doc, every, position, register)
            link = link or _chosen(doc, node, before, chains) or sole(doc, node, before, chains)
            if link is not None:
                chains.join(node.root, *link)
        before.add(node)
    return chains.finish()


def by_rule(doc: Doc, node: Node, before: History, roots: frozenset[int]) -> Link | None:
    """The antecedent of a name, of an apposition, of a relative pronoun, of "we" in what somebody says.

    `roots` are those of all nodes.
    """
    tied = _by_syntax(doc, node, roots)
    if tied is not None or node.form != "name":
        return tied
    for other in before.namesakes(node):
        if basis := same_name(node, other):
            return other.root, basis
    return None


def anaphoric(node: Node) -> bool:
    """Whether a mention may take up an earlier one: a pronoun, or a description that is not new by its article."""
    return node.form == "pronoun" or (node.form == "description" and node.determiner in _DEFINITE)


def _chosen(doc: Doc, node: Node, before: History, chains: Chains) -> Link | None:
    if not anaphoric(node):
        return None
    choice = choose(candidates(doc, node, before, chains), node.form)
    if choice is None:
        return None
    antecedent, likelihood = choice
    return antecedent.root, f"learned choice of an antecedent, {likelihood:.2f}"


def _by_syntax(doc: Doc, node: Node, roots: frozenset[int]) -> Link | None:
    token = doc[node.root]
    if node.titles in roots:
        return node.titles, "title of a name"
    if token.dep_ == "appos" and token.head.i in roots and (not node.place or _governs(token)):
        return token.head.i, "apposition"
    sort = sort_of_pronoun(token.text) if node.form == "pronoun" else None
    if sort == "relative":
        for clause in _clauses(token):
            if clause.dep_ == "relcl" and clause.head.i in roots:
                return clause.head.i, "relative clause"
    if sort == "speaker":
        speaker = speech_subject(token)
        if speaker is not None and speaker.i in roots:
            return speaker.i, "speaks of itself"
    return None


def _governs(token: Token) -> bool:
    """Whether a place in apposition is named as somebody who acts: "its backer, Russia", not "the city, Aleppo"."""
    return noun_kind(token.head) not in (None, "object")


def _clauses(token: Token) -> Iterator[Token]:
    for above in token.ancestors:
        yield above
        if above.dep_ == "relcl":
            return
