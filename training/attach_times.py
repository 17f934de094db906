"""Learn which times belong to which happening from labelled passages; writes the weights beside the step.

python -m training.attach_times PASSAGES.jsonl... [--own FOLDER] [--test PASSAGES.jsonl...]
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.reading.language import parse
from dragoman.reading.mention import TimeMention
from dragoman.reading.times import recognise
from dragoman.reading.times.linking import DEADLINE, OTHER, WEIGHTS, attach, reachable, scorer
from dragoman.reading.times.signs import signs
from dragoman.reading.words import Words
from training import labelled
from training.fit import fit
from training.gold import GoldPassage, load

Rows = tuple[list[list[str]], list[str]]
SLOTS = ("time", "deadline")
EXTRA = 2


def main() -> None:
    """Fit on all passages, write the weights, and print the score on the test passages."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("passages", nargs="+", type=Path)
    words.add_argument("--own", type=Path, help="a folder of our own labelled passages")
    words.add_argument("--test", nargs="*", type=Path, default=[])
    words.add_argument("--strength", type=float, default=0.1)
    asked = words.parse_args()
    passages = [passage for path in asked.passages for passage in load(path)]
    passages += labelled.load(asked.own) if asked.own else []
    rows: list[list[str]] = []
    labels: list[str] = []
    for passage in passages:
        more, named = examples(passage)
        rows += more
        labels += named
    fit(rows, labels, strength=asked.strength).save(WEIGHTS)
    scorer.cache_clear()
    for path in asked.test:
        print(path.name, score(load(path)))


def examples(passage: GoldPassage) -> Rows:
    """Features and label of every pair of a claim's trigger and a time in its reach."""
    doc = parse(passage.text)
    times, words = recognise(doc, passage.published), Words(doc).plain
    rows: list[list[str]] = []
    labels: list[str] = []
    for claim in passage.claims:
        trigger = words[claim.trigger(doc).i]
        near = reachable(trigger, times, doc)
        for time in near:
            slots = (slot for slot in SLOTS if any(meant(time, item) for item in claim.label[slot]))
            rows.append(signs(trigger, time, near))
            labels.append(next(slots, OTHER))
            if labels[-1] == DEADLINE:  # there are few
                rows += [rows[-1]] * EXTRA
                labels += [DEADLINE] * EXTRA
    return rows, labels


def meant(time: TimeMention, item: dict[str, Any]) -> bool:
    """Whether a labelled time is this mention: the words of one are in the other's."""
    one, other = time.text.casefold(), item["text"].casefold()
    return one in other or other in one


def score(passages: Sequence[GoldPassage]) -> str:
    """F1 of times and of deadlines over gold triggers, by value, or by words where the label has no value."""
    count: Counter[str] = Counter()
    for passage in passages:
        doc = parse(passage.text)
        times = recognise(doc, passage.published)
        for claim in passage.claims:
            given = attach(claim.trigger(doc), times)
            for slot, machine in zip(SLOTS, (given.times, given.deadlines), strict=True):
                count.update({f"{slot} machine": len(machine), f"{slot} gold": len(claim.label[slot])})
                count[f"{slot} hit"] += hits(claim.label[slot], list(machine))
    parts = []
    for slot in SLOTS:
        f1 = 2 * count[f"{slot} hit"] / max(1, count[f"{slot} machine"] + count[f"{slot} gold"])
        parts.append(f"{slot} F1 {f1:.3f} ({count[f'{slot} gold']} labelled)")
    return ", ".join(parts)


def hits(items: Sequence[dict[str, Any]], machine: list[TimeMention]) -> int:
    """How many labelled times have their mention."""
    found = 0
    for item in items:
        right = [time for time in machine if (time.value == item["value"] if item["value"] else meant(time, item))]
        if right:
            machine.remove(right[0])
            found += 1
    return found


if __name__ == "__main__":
    main()
