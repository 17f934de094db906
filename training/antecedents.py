"""Learn the choice of antecedents from MEANTIME's coreference and from the roles of labelled claims.

    python -m training.antecedents meantime_en.jsonl train_wire.jsonl … [--folds N]

Writes `reading/coreference/antecedent.npz`; with `--folds` it also prints how often the choice is right on texts
that the weights have not seen.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer
from dragoman.reading import coreference, places
from dragoman.reading.actors import recognise
from dragoman.reading.coreference.chains import Chains
from dragoman.reading.coreference.history import History
from dragoman.reading.coreference.nodes import Node, nodes
from dragoman.reading.coreference.ranking import LEAST, Candidate, candidates
from dragoman.reading.coreference.resolve import anaphoric, by_rule
from dragoman.reading.language import parse
from dragoman.reading.linear import LinearScorer
from dragoman.register import Register
from training.fit import fit

Same = Callable[[Node, Node], bool | None]
_WORD = re.compile(r"[\w-]+")
_EMPTY = frozenset(("the", "a", "an", "of", "and", "or", "in", "on", "to", "for", "by", "its", "their", "his", "some"))


@dataclass(frozen=True)
class Choice:
    """One mention with its candidates and which of them are right; `text` is the number of the text."""

    text: int
    form: str
    found: list[Candidate]
    right: list[bool]


def main() -> None:
    """Learn, write the weights, and print what cross-validation says."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("meantime", type=Path)
    options.add_argument("claims", type=Path, nargs="*")
    options.add_argument("--folds", type=int, default=0)
    chosen = options.parse_args()
    register = Register.open()
    choices = list(_meantime(chosen.meantime, register))
    for number, path in enumerate(chosen.claims):
        choices += _claims(path, register, 1000 * (number + 1))
    if chosen.folds:
        _validate(choices, chosen.folds)
    _learn(choices).save(Path(coreference.__file__).parent / "antecedent.npz")


def _learn(choices: list[Choice]) -> LinearScorer:
    rows = [c.features for choice in choices for c in choice.found]
    labels = ["yes" if right else "no" for choice in choices for right in choice.right]
    return fit(rows, labels, strength=0.1, seen=3)


def _validate(choices: list[Choice], folds: int) -> None:
    for form in ("pronoun", "description"):
        right = wrong = missed = 0
        for fold in range(folds):
            scorer = _learn([c for c in choices if c.text % folds != fold])
            for choice in (c for c in choices if c.text % folds == fold and c.form == form):
                scores = [float(scorer.probabilities(c.features)[scorer.column["yes"]]) for c in choice.found]
                best = max(range(len(scores)), key=scores.__getitem__)
                if scores[best] < LEAST[form]:
                    missed += any(choice.right)
                elif choice.right[best]:
                    right += 1
                else:
                    wrong += 1
                    missed += any(choice.right)
        print(f"{form}: {right} right, {wrong} wrong, {missed} missed")


def _meantime(path: Path, register: Register) -> Iterator[Choice]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            doc = parse(row["text"])
            gold = _gold_chains(row, doc)

            def same(later: Node, earlier: Node, gold: dict[int, str] = gold) -> bool | None:
                ours = gold.get(later.root)
                return None if ours is None else ours == gold.get(earlier.root)

            yield from _choices(doc, register, same, number)


def _gold_chains(row: dict[str, Any], doc: Doc) -> dict[int, str]:
    """Head token of each gold mention to its chain, where the longest chain wins."""
    spans = {entity["id"]: (entity["start"], entity["end"]) for entity in row["entities"]}
    chains = sorted(row["coref"], key=lambda link: -len(link["mentions"]))
    out: dict[int, str] = {}
    for link in chains:
        for mention in link["mentions"]:
            if mention in spans and spans[mention][0] < (row.get("annotated_until") or len(row["text"])):
                span = doc.char_span(*spans[mention], alignment_mode="expand")
                if span is not None:
                    out.setdefault(span.root.i, link["inst"][0])
    return out


def _claims(path: Path, register: Register, offset: int) -> Iterator[Choice]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            doc = parse(row["text"])
            told = _roles(row, doc)

            def same(later: Node, earlier: Node, told: dict[int, list[str]] = told) -> bool | None:
                texts = told.get(later.root)
                if not texts:
                    return None
                if any(alike(later.mention.text, text) for text in texts):
                    return None if earlier.form != "name" else False
                return any(alike(earlier.mention.text, text) for text in texts)

            yield from _choices(doc, register, same, offset + number)


def _roles(row: dict[str, Any], doc: Doc) -> dict[int, list[str]]:
    """Arguments of each claim's evidence, by head token, with the actors that the label gives the claim."""
    out: dict[int, list[str]] = {}
    for claim in row["claims"]:
        at = -1
        for _ in range(claim["occurrence"]):
            at = row["text"].index(claim["evidence"], at + 1)
        span = doc.char_span(at, at + len(claim["evidence"]), alignment_mode="expand")
        texts = claim["by"] + claim["to"]
        if span is not None and texts:
            for child in span.root.children:
                if child.dep_ in ("nsubj", "nsubjpass", "dobj", "poss"):
                    out[child.i] = texts
    return out


def alike(one: str, other: str) -> bool:
    """Whether two mentions share most of their words."""
    ours, theirs = (set(_WORD.findall(text.lower())) - _EMPTY for text in (one, other))
    return bool(ours & theirs) and 2 * len(ours & theirs) > 0.5 * (len(ours) + len(theirs))


def _choices(doc: Doc, register: Register, same: Same, text: int) -> Iterator[Choice]:
    where = places.recognise(doc, _gazetteer())
    every = nodes(doc, recognise(doc, register, places=where), where)
    chains, before = Chains(every), History()
    roots = frozenset(node.root for node in every)
    for node in every:
        link = by_rule(doc, node, before, roots)
        if link is None and anaphoric(node):
            found = candidates(doc, node, before, chains)
            verdicts = [_verdict(node, c, chains, same) for c in found]
            judged = [(c, v) for c, v in zip(found, verdicts, strict=True) if v is not None]
            if judged:
                yield Choice(text, node.form, [c for c, _ in judged], [v for _, v in judged])
            right = next((c for c, v in zip(found, verdicts, strict=True) if v), None)
            link = (right.nearest.root, "label") if right else None
        if link is not None:
            chains.join(node.root, *link)
        before.add(node)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _verdict(node: Node, candidate: Candidate, chains: Chains, same: Same) -> bool | None:
    verdicts = [same(node, other) for other in chains.around(candidate.nearest.root)]
    return None if all(v is None for v in verdicts) else any(verdicts)


if __name__ == "__main__":
    main()
