"""Learn the coder's networks: which words carry a happening and of which type, and what belongs to it.

    python -m training.coder [STEP]... [--gold FOLDER]

Fits the weights of the steps (triggers, roles, counts, terms) and stores them beside the code. Learns from the gold
standard's train files (where the folder is given) and from `training/passages`.
"""

import argparse
import time
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Span, Token

from dragoman.codebook import load as load_codebook_files
from dragoman.reading.keys import Keys
from dragoman.reading.network import Features
from dragoman.reading.terms.heads import features as head_features
from dragoman.reading.terms.heads import heads
from dragoman.reading.terms.scorer import TERM_TYPES, TermScorer
from dragoman.reading.typing import inheritance, windows
from dragoman.reading.typing.candidates import candidates
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.counts import CountScorer, figure_fillers
from dragoman.reading.typing.counts import features as figure_features
from dragoman.reading.typing.features import dense as trigger_vectors
from dragoman.reading.typing.features import features as trigger_features
from dragoman.reading.typing.fillers import fillers
from dragoman.reading.typing.rolefeatures import TriggerView, columns, dense, keys
from dragoman.reading.typing.roles import RoleScorer
from dragoman.reading.typing.triggers import NONE, TriggerScorer
from dragoman.reading.vectors import Vectors
from training.contexts import Labelled, training
from training.gold import GoldClaim
from training.matching import SKIP, best_figure, best_heads, best_term_heads, in_sentence, label_slots, same_names
from training.network import Settings, Table, fit

load_codebook = cache(load_codebook_files)
READING = Path(__file__).parent.parent / "src" / "dragoman" / "reading"


@dataclass
class Examples:
    """The keys of each example's features, its dense vector, its label and the passage that it is from."""

    rows: list[Keys]
    vectors: list[np.ndarray]
    labels: list[str]
    items: list[Labelled]

    @classmethod
    def none(cls) -> "Examples":
        """No examples yet."""
        return cls([], [], [], [])

    def add(self, rows: Sequence[Keys], vectors: np.ndarray, labels: Sequence[str], item: Labelled) -> None:
        """More examples."""
        self.rows += rows
        self.vectors += list(vectors)
        self.labels += labels
        self.items += [item] * len(labels)

    def table(self) -> Table:
        """The examples as a table."""
        passages, sure = [item.passage.id for item in self.items], np.array([item.sure for item in self.items])
        return Table(self.rows, np.array(self.vectors, dtype=np.float32), np.array(self.labels), passages, sure)

    def fit(self, settings: Settings):
        """A network learned from them."""
        return fit(self.table(), settings)


def trigger_examples(items: Iterable[Labelled]) -> Examples:
    """One example a candidate: the word that carries a labelled claim has its type, other words of it are left out."""
    found = Examples.none()
    for item in items:
        doc, wanted, inside = item.context.doc, {}, set()
        for claim in item.passage.claims:
            span = doc.char_span(claim.start, claim.end, alignment_mode="expand")
            inside.update(token.i for token in span)
            wanted[trigger_index(span, claim.label["type"], item)] = claim.label["type"]
        near = candidates(item.context.words, item.context.matches_at)
        tokens = [token for token in near if token.i in wanted or token.i not in inside]
        if tokens:
            labels = [wanted.get(token.i, NONE) for token in tokens]
            found.add(
                trigger_rows(tokens, item.context), trigger_vectors(tokens, item.context, Vectors.load()), labels, item
            )
    return found


def trigger_rows(tokens: Sequence[Token], context: Context) -> list[Keys]:
    """All features of candidates."""
    near = windows.lists(np.array([token.i for token in tokens]), context.coded)
    own = trigger_features(tokens, context).lists()
    return [np.concatenate(both) for both in zip(own, near, strict=True)]


def trigger_index(span: Span, claim_type: str, item: Labelled) -> int:
    """The token of an evidence that carries it: one that the lexicon lists under the type, else the head."""
    listed = [
        token.i
        for token in span
        if any(e.type == claim_type for m in item.context.matches_at.get(token.i, ()) for e in m.entries)
    ]
    if not listed or span.root.i in listed:
        return int(span.root.i)
    return listed[-1]


def role_examples(items: Iterable[Labelled]) -> Examples:
    """One example a filler: the slot of the labelled actor that it stands for, "none" for the rest."""
    found = Examples.none()
    for item, claims, told in viewed(items):
        near = [list(fillers(view.scene)) for view in told]
        if any(near):
            sorts = [best_heads(*one) for one in zip((c.label for c in claims), near, told, strict=True)]
            labels = np.array([label for some in sorts for label in some])
            kept = np.flatnonzero(labels != SKIP)
            given = Features(keys(near, told, columns(near, told)))
            rows, vectors = given.lists(), dense(near, told, Vectors.load())
            found.add([rows[at] for at in kept], vectors[kept], labels[kept].tolist(), item)
    return found


def count_examples(items: Iterable[Labelled]) -> Examples:
    """One example a figure near a trigger: what it counts in the claim, "none" where it belongs to another."""
    found = Examples.none()
    for item, claims, told in viewed(items):
        pairs = [list(figure_fillers(view.trigger, item.context)) for view in told]
        if any(pairs):
            both = zip(claims, pairs, strict=True)
            sorts = [best_figure(claim.label["figures"], [figure for figure, _ in some]) for claim, some in both]
            vectors = dense([[filler for _, filler in some] for some in pairs], told, Vectors.load())
            found.add(figure_features(pairs, told).lists(), vectors, [x for some in sorts for x in some], item)
    return found


def term_examples(items: Iterable[Labelled]) -> Examples:
    """One example a head near a trigger whose type has terms: the role of the term that it heads."""
    found = Examples.none()
    for item, claims, told in viewed(items, TERM_TYPES):
        near = [list(heads(view.scene)) for view in told]
        if any(near):
            both = zip(claims, near, told, strict=True)
            sorts = [best_term_heads(claim.label["terms"], some, view) for claim, some, view in both]
            vectors = dense(near, told, Vectors.load())
            found.add(head_features(near, told).lists(), vectors, [x for some in sorts for x in some], item)
    return found


def viewed(
    items: Iterable[Labelled], types: Container[str] | None = None
) -> Iterator[tuple[Labelled, list[GoldClaim], list[TriggerView]]]:
    """Each passage with its labelled claims (of some types) and the views of their triggers."""
    for item in items:
        claims = [claim for claim in item.passage.claims if types is None or claim.label["type"] in types]
        yield item, claims, [_view(claim, item) for claim in claims]


def _view(claim: GoldClaim, item: Labelled) -> TriggerView:
    span, name = item.context.doc.char_span(claim.start, claim.end, alignment_mode="expand"), claim.label["type"]
    return TriggerView(item.context.doc[trigger_index(span, name, item)], name, item.context)


def inheritance_examples(items: Iterable[Labelled]) -> Examples:
    """One example a donor of a slot that the claim's own sentence does not fill."""
    found = Examples.none()
    for item in items:
        claims = sorted(item.passage.claims, key=lambda claim: claim.start)
        told = [as_told(claim, item) for claim in claims]
        slots = [label_slots(claim.label) for claim in claims]
        for at in range(len(claims)):
            for slot in inheritance.SLOTS:
                if not in_sentence(slots[at][slot], told[at].trigger.sent.text):
                    _offer(found, at, slot, told, slots, item)
    return found


def _offer(found: Examples, at: int, slot: inheritance.Slot, told, slots, item: Labelled) -> None:
    own = replace(told[at], slots={**told[at].slots, slot: frozenset()})
    offered = list(inheritance.donors(at, slot, told, slots))
    if offered:
        asked = [(inheritance.Taker(own, item.context), slot, offered)]
        labels = [
            inheritance.TAKE if slots[at][slot] and same_names(slots[at][slot], donor.items) else inheritance.LEAVE
            for donor in offered
        ]
        vectors = inheritance.dense(asked, item.context, Vectors.load())
        found.add(inheritance.features(asked).lists(), vectors, labels, item)


def as_told(claim: GoldClaim, item: Labelled) -> inheritance.Told:
    """A labelled claim as inheritance looks at it."""
    doc, name = item.context.doc, claim.label["type"]
    span = doc.char_span(claim.start, claim.end, alignment_mode="expand")
    trigger = doc[trigger_index(span, name, item)]
    sentence = sum(1 for sent in doc.sents if sent.end <= trigger.i)
    slots = {slot: frozenset(text.lower() for text in texts) for slot, texts in label_slots(claim.label).items()}
    return inheritance.Told(trigger, name, load_codebook().family(name), sentence, slots)


STEPS = {
    "inheritance": (
        inheritance_examples,
        inheritance.Inheritance,
        READING / "typing" / "inheritance.npz",
        Settings(epochs=8, hidden=32),
    ),
    "triggers": (
        trigger_examples,
        TriggerScorer,
        READING / "typing" / "triggers.npz",
        Settings(hidden=96, epochs=14, seen=5, forget=0.4, temperature=1.6, lean=0.45, trust=0.7),
    ),
    "roles": (
        role_examples,
        RoleScorer,
        READING / "typing" / "roles.npz",
        Settings(epochs=8, hidden=64, seen=5, forget=0.3, lean=0.45),
    ),
    "counts": (
        count_examples,
        CountScorer,
        READING / "typing" / "counts.npz",
        Settings(epochs=12, hidden=48, seen=3, lean=0.5),
    ),
    "terms": (
        term_examples,
        TermScorer,
        READING / "terms" / "terms.npz",
        Settings(epochs=10, hidden=48, seen=3, lean=0.5),
    ),
}


def main() -> None:
    """Write the weights of all steps, or of those named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", default=list(STEPS))
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    arguments = parser.parse_args()
    items = training(arguments.gold)
    for name in arguments.steps or STEPS:
        start = time.monotonic()
        examples, _, path, settings = STEPS[name]
        found = examples(items)
        found.fit(settings).save(path)
        print(
            f"{name}: {len(found.labels)} examples, {path.stat().st_size / 1e6:.1f} MB,"
            f" {time.monotonic() - start:.0f} s"
        )


if __name__ == "__main__":
    main()
