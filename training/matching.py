"""Which words of a text a label means: labelled mentions, figures and terms matched to what the reader can choose."""

import re
from collections.abc import Sequence
from typing import Any

from dragoman.reading.mention import FigureMention
from dragoman.reading.typing.fillers import Filler
from dragoman.reading.typing.inheritance import Slot
from dragoman.reading.typing.rolefeatures import TriggerView
from dragoman.reading.typing.roles import SLOTS, role
from dragoman.scoring.likeness import likeness, names_same

NONE, SKIP = "none", "skip"


def best_heads(label: dict[str, Any], near: Sequence[Filler], view: TriggerView) -> list[str]:
    """For each filler its slot: the best one for each labelled actor; others that would do as well are skipped."""
    labels = [NONE] * len(near)
    roles = [role(filler.token, view.context) for filler in near]
    for slot in SLOTS:
        for wanted in label[slot]:
            scores = [
                (_fit(wanted, filler, found, view), at)
                for at, (filler, found) in enumerate(zip(near, roles, strict=True))
                if names_same(wanted, found.mention.text)
            ]
            for _, at in scores:
                labels[at] = SKIP if labels[at] == NONE else labels[at]
            if scores:
                labels[max(scores)[1]] = slot
    return labels


def _fit(wanted: str, filler: Filler, found: Any, view: TriggerView) -> float:
    bound = 0.5 if filler.function != "none" else 0.0
    near = 0.3 if filler.back == 0 else 0.0
    return likeness(wanted, found.mention.text) + bound + near - 0.005 * abs(filler.token.i - view.trigger.i)


def best_figure(wanted: Sequence[dict[str, Any]], figures: Sequence[FigureMention]) -> list[str]:
    """For each figure what it counts in the claim."""
    labels = [NONE] * len(figures)
    for label in wanted:
        for at, figure in enumerate(figures):
            if labels[at] == NONE and _same_count(label, figure):
                labels[at] = label["what"]
                break
    return labels


def _same_count(label: dict[str, Any], figure: FigureMention) -> bool:
    given = [label[key] for key in ("value", "low", "high") if label.get(key) is not None]
    if given:
        return given[0] in (figure.value, figure.low, figure.high)
    return names_same(label["text"], figure.text)


def best_term_heads(terms: Sequence[dict[str, Any]], near: Sequence[Filler], view: TriggerView) -> list[str]:
    """For each head the role of the term that it heads."""
    labels = [NONE] * len(near)
    doc, at = view.trigger.doc, {filler.token.i: n for n, filler in enumerate(near)}
    for term in terms:
        starts = [m.start() for m in re.finditer(re.escape(term["text"]), doc.text)]
        if not starts:
            continue
        start = min(starts, key=lambda one: abs(one - view.trigger.idx))
        span = doc.char_span(start, start + len(term["text"]), alignment_mode="expand")
        root = span.root
        if root.pos_ == "ADP":
            root = next((child for child in root.children if child.dep_ == "pobj"), root)
        if root.i in at:
            labels[at[root.i]] = term["role"]
    return labels


def label_slots(label: dict[str, Any]) -> dict[Slot, tuple[str, ...]]:
    """The mentions of a label that may be inherited: actors, and the places where it happened."""
    places = tuple(place["text"] for place in label["place"] if place["role"] == "at")
    return {"by": tuple(label["by"]), "to": tuple(label["to"]), "place": places}


def in_sentence(wanted: Sequence[str], sentence: str) -> bool:
    """Whether a labelled mention stands in the sentence itself."""
    return any(text in sentence for text in wanted)


def same_names(wanted: Sequence[str], offered: Sequence[str]) -> bool:
    """Whether what is offered is, by and large, what is wanted."""
    hits = sum(any(names_same(one, other) for other in offered) for one in wanted)
    return 2 * hits >= max(len(wanted), len(offered))
