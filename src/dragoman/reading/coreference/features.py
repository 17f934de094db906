"""What the choice of an antecedent looks at: one later mention, one earlier chain by its nearest mention."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from dragoman.reading.coreference.agreement import takes_up
from dragoman.reading.coreference.lexicon import words
from dragoman.reading.coreference.nodes import Node

_SUBJECTS = ("nsubj", "nsubjpass")
_SPEECH = words("speech")["verb"]


def sort_of_pronoun(word: str) -> str:
    """The class of a pronoun: male, female, neuter, plural, speaker, relative; "other" for what is none."""
    return next((name for name, listed in words("pronoun").items() if word.lower() in listed), "other")


class Rank:
    """How manieth candidate a chain is, of all, of those that are actors, and of those that are subjects."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, earlier: Node, chain: Sequence[Node]) -> dict[str, int]:
        """The ranks of the next candidate, counted from 0 in each class that it belongs to."""
        classes = ["all"]
        if any(node.kind not in (None, "object") for node in chain):
            classes.append("actor")
        if earlier.dep in _SUBJECTS:
            classes.append("subject")
        ranks = {name: self._seen[name] for name in classes}
        self._seen.update(classes)
        return ranks


def pair(doc: Doc, later: Node, earlier: Node, chain: Sequence[Node], rank: Mapping[str, int]) -> list[str]:
    """Features of "`later` stands for the chain whose nearest mention is `earlier`"; `rank` says how near it is."""
    sort = "description" if later.form == "description" else sort_of_pronoun(doc[later.root].text)
    shared = [*_distance(later, earlier, rank), *_roles(doc, later, earlier), *_chain(chain), *_earlier(earlier)]
    if later.form == "description":
        shared += _description(later, earlier, chain)
    return [f"{sort} {feature}" for feature in shared]


def _distance(later: Node, earlier: Node, rank: Mapping[str, int]) -> Iterator[str]:
    apart = later.sentence - earlier.sentence
    yield f"sentences {apart if apart < 4 else '4-6' if apart < 7 else '7+'}"
    for name, at in rank.items():
        yield f"rank among {name} {min(at, 5)}"
    yield f"sentences {min(apart, 3)} subject {earlier.dep in _SUBJECTS}"


def _roles(doc: Doc, later: Node, earlier: Node) -> Iterator[str]:
    yield f"roles {later.dep} {earlier.dep}"
    yield f"role {earlier.dep}"
    says = later.dep in _SUBJECTS and doc[later.root].head.lemma_.lower() in _SPEECH
    yield f"says {says} kind {earlier.kind}"
    if later.sentence != earlier.sentence:
        yield f"across {_side(later)} {_side(earlier)}"
        return
    token, other = doc[later.root], doc[earlier.root]
    if token.head == other.head and token.dep_ != "poss":
        yield "arguments of one verb"
    if other.dep_ in _SUBJECTS:
        if other.head in token.ancestors:
            yield f"subject above {token.dep_ == 'poss'}"
            if other.head.lemma_.lower() in _SPEECH:
                yield "speaker above"
        elif other.head in {a for t in token.ancestors for a in t.conjuncts}:
            yield "subject of a coordinated verb"
    if token.dep_ == "poss" and token.head.i == earlier.root:
        yield "owner of the mention"
    if other.dep_ == "poss" and other.head.i == later.root:
        yield "owned by the mention"


def _side(node: Node) -> str:
    return "subject" if node.dep in _SUBJECTS else "poss" if node.dep == "poss" else "other"


def _chain(chain: Sequence[Node]) -> Iterator[str]:
    named = [node for node in chain if node.form == "name"]
    yield f"size {min(len(chain), 4)} named {bool(named)}"
    for label in sorted({node.label or "-" for node in named}):
        yield f"label {label}"
    for kind in sorted({node.kind or "-" for node in chain if node.form != "pronoun"}):
        yield f"kind {kind}"
    yield f"person {any(node.person for node in chain)} plural {any(node.plural for node in chain)}"
    for sort in sorted({sort_of_pronoun(node.mention.text) for node in chain if node.form == "pronoun"}):
        yield f"taken up by {sort}"


def _earlier(earlier: Node) -> Iterator[str]:
    determiner = earlier.determiner if earlier.determiner in ("the", "a", "an", "poss") else "-"
    yield f"form {earlier.form} {determiner} plural {earlier.plural}"
    yield f"place {earlier.place}"
    if earlier.form == "description":
        yield f"kind {earlier.kind} plural {earlier.plural}"


def _description(later: Node, earlier: Node, chain: Sequence[Node]) -> Iterator[str]:
    heads = {node.head for node in chain if node.form == "description"}
    contents = [node.content for node in chain if node.form != "pronoun"]
    same = later.head in heads
    determiner = later.determiner or "-"
    yield f"determiner {determiner} same head {same}"
    inside = any(later.content <= content for content in contents)
    yield f"same head {same} inside {inside} around {any(later.content >= content for content in contents)}"
    extra = min((len(later.content - content) for content in contents), default=0)
    yield f"same head {same} new words {min(extra, 3)} number {later.plural == earlier.plural}"
    yield f"head in a name {any(later.head in node.content for node in chain if node.form == 'name')}"
    yield f"takes up {any(takes_up(later, node) for node in chain if node.form == 'name')} {determiner}"
    yield f"country {_agrees(later, chain)} named {any(node.form == 'name' for node in chain)}"
    for label in sorted({node.kind or node.label or "-" for node in chain if node.form == "name"}):
        yield f"head {later.head} for {label}"
        yield f"kind {later.kind} for {label} {determiner}"
    for head in sorted(heads - {later.head}):
        yield f"head {later.head} for {head}"
        yield f"kind {later.kind} for another noun"


def _agrees(later: Node, chain: Sequence[Node]) -> str:
    countries = {node.country for node in chain if node.country}
    if not later.country or not countries:
        return "-"
    return str(later.country in countries)


def speech_subject(token: Token) -> Token | None:
    """Whoever says what the token stands in: the subject of the nearest verb of speech above it in its sentence."""
    for verb in token.ancestors:
        if verb.lemma_.lower() in _SPEECH:
            subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
            if subject is not None and subject != token:
                return subject
    return None
