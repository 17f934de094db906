"""Learn which places belong to which happening from labelled passages; writes the weights beside the step.

python -m training.attach_places PASSAGES.jsonl... [--own FOLDER] [--test PASSAGES.jsonl...]
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer
from dragoman.reading.coded import Coded
from dragoman.reading.keys import Keys
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.network import Features, Floats
from dragoman.reading.places import attach, described, recognise
from dragoman.reading.places.anchors import Anchor
from dragoman.reading.places.attachment import NONE, WEIGHTS, offered
from dragoman.reading.places.pairfeatures import PAIR, columns, dense
from dragoman.reading.places.pairs import PlacePairs
from dragoman.reading.vectors import Vectors
from dragoman.reading.words import Words
from training import labelled
from training.gold import GoldClaim, GoldPassage, load
from training.network import Settings, Table, fit

SECOND = ""
SETTINGS = Settings(hidden=48, epochs=6, seen=4, forget=0.3, lean=0.4)


def main() -> None:
    """Fit on all passages, write the weights, and print the score on the test passages."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("passages", nargs="+", type=Path)
    words.add_argument("--own", type=Path, help="a folder of our own labelled passages")
    words.add_argument("--test", nargs="*", type=Path, default=[])
    asked = words.parse_args()
    gazetteer = Gazetteer.open()
    passages = [passage for path in asked.passages for passage in load(path)]
    passages += labelled.load(asked.own) if asked.own else []
    fit(table(passages, gazetteer), SETTINGS).save(WEIGHTS)
    for path in asked.test:
        print(path.name, score(load(path), gazetteer))


def table(passages: Iterable[GoldPassage], gazetteer: Gazetteer) -> Table:
    """All pairs of a claim's trigger and a place within its reach, each with its role or "none"."""
    rows: list[Keys] = []
    vectors: list[Floats] = []
    labels: list[str] = []
    names: list[str] = []
    for passage in passages:
        for pair, vector, label in examples(passage, gazetteer):
            rows.append(pair)
            vectors.append(vector)
            labels.append(label)
            names.append(passage.id)
    return Table(rows, np.array(vectors), np.array(labels), names, np.zeros(len(rows), dtype=np.bool_))


def examples(passage: GoldPassage, gazetteer: Gazetteer) -> Iterator[tuple[Keys, Floats, str]]:
    """The keys of each pair of a passage, its dense vector and its label."""
    doc = parse(passage.text)
    places, coded = recognise(doc, gazetteer), Coded(Words(doc))
    told = [(claim.trigger(doc).i, str(claim.label["type"])) for claim in passage.claims]
    near = offered(told, places, {}, coded, described(coded.words, places))
    if any(near):
        labels = [label for at, claim in enumerate(passage.claims) for label in roles(claim, near[at], told[at][0])]
        pairs = PlacePairs(told, near, coded)
        rows = Features(PAIR.keys(columns(pairs, places))).lists()
        told_of = zip(rows, dense(pairs, Vectors.load()), labels, strict=True)
        yield from (example for example in told_of if example[2] != SECOND)


def roles(claim: GoldClaim, near: Sequence[Anchor], trigger: int) -> list[str]:
    """The role of each anchor, "none" where it has none, `SECOND` for a further anchor of a place that has one."""
    found: dict[int, str] = {}
    for item in claim.label["place"]:
        same = [at for at, a in enumerate(near) if at not in found and alike(a.place.text, item["text"])]
        same.sort(key=lambda at: (near[at].back, abs(near[at].token.i - trigger)))
        for position, at in enumerate(same):
            found[at] = item["role"] if position == 0 else SECOND
    return [found.get(at, NONE) for at in range(len(near))]


def alike(one: str, other: str) -> bool:
    """Whether one name's words are among the other's."""
    first, second = set(one.casefold().split()) - {"the"}, set(other.casefold().split()) - {"the"}
    return bool(first and second) and (first <= second or second <= first)


def score(passages: list[GoldPassage], gazetteer: Gazetteer) -> str:
    """Precision, recall and F1 of (place, role) items over gold triggers."""
    count: Counter[str] = Counter()
    for passage in passages:
        doc = parse(passage.text)
        places = recognise(doc, gazetteer)
        for claim in passage.claims:
            _count(claim, doc, places, count)
    precision = count["hit"] / max(1, count["machine"])
    recall = count["hit"] / max(1, count["gold"])
    f1 = 2 * count["hit"] / max(1, count["machine"] + count["gold"])
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} {dict(count)}"


def _count(claim: GoldClaim, doc: Doc, places: list[PlaceMention], count: Counter[str]) -> None:
    given = attach(claim.trigger(doc), claim.label["type"], places, {})
    wanted = list(claim.label["place"])
    count.update(gold=len(wanted), machine=len(given))
    for place, role in given:
        for item in wanted:
            if item["role"] == role and alike(place.text, item["text"]):
                wanted.remove(item)
                count["hit"] += 1
                break


if __name__ == "__main__":
    main()
