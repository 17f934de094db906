"""Learn which places belong to which happening from labelled passages; writes the weights beside the step.

python -m training.attach_places PASSAGES.jsonl... [--own FOLDER] [--test PASSAGES.jsonl...]
"""

import argparse
from collections import Counter
from pathlib import Path

from spacy.tokens import Doc

from dragoman.gazetteer import Gazetteer
from dragoman.reading.language import parse
from dragoman.reading.mention import PlaceMention
from dragoman.reading.places import described, recognise
from dragoman.reading.places.anchors import Anchor, anchors
from dragoman.reading.places.attachment import NONE, WEIGHTS, attach, pair_features
from dragoman.reading.places.cues import cues
from dragoman.reading.words import Word, Words
from training import labelled
from training.fit import fit
from training.gold import GoldClaim, GoldPassage, load

Rows = tuple[list[list[str]], list[str]]


def main() -> None:
    """Fit on all passages, write the weights, and print the score on the test passages."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("passages", nargs="+", type=Path)
    words.add_argument("--own", type=Path, help="a folder of our own labelled passages")
    words.add_argument("--test", nargs="*", type=Path, default=[])
    words.add_argument("--strength", type=float, default=0.3)
    asked = words.parse_args()
    gazetteer = Gazetteer.open()
    passages = [passage for path in asked.passages for passage in load(path)]
    passages += labelled.load(asked.own) if asked.own else []
    rows: list[list[str]] = []
    labels: list[str] = []
    for passage in passages:
        more, named = examples(passage, gazetteer)
        rows += more
        labels += named
    fit(rows, labels, strength=asked.strength).save(WEIGHTS)
    for path in asked.test:
        print(path.name, score(load(path), gazetteer))


def examples(passage: GoldPassage, gazetteer: Gazetteer) -> Rows:
    """Features and label of every pair of a claim's trigger and a place within its reach."""
    doc = parse(passage.text)
    places, words = recognise(doc, gazetteer), Words(doc)
    unnamed = described(words, places)
    rows: list[list[str]] = []
    labels: list[str] = []
    for claim in passage.claims:
        trigger = words.plain[claim.trigger(doc).i]
        near = anchors(trigger, places, {}, unnamed if claim.label["type"] in cues().reaching else ())
        wanted = roles(claim, near, trigger)
        pairs = pair_features(trigger, claim.label["type"], near, places)
        for at, signs in enumerate(pairs):
            label = wanted.get(at, NONE)
            if label:
                rows.append(signs)
                labels.append(label)
    return rows, labels


def roles(claim: GoldClaim, near: list[Anchor], trigger: Word) -> dict[int, str]:
    """Role by place of the anchor in the list; "" for a second anchor of a place that counts already."""
    found: dict[int, str] = {}
    for item in claim.label["place"]:
        same = [at for at, a in enumerate(near) if at not in found and alike(a.place.text, item["text"])]
        same.sort(key=lambda at: (near[at].back, abs(near[at].token.i - trigger.i)))
        for position, at in enumerate(same):
            found[at] = item["role"] if position == 0 else ""
    return found


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
