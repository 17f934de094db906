"""Count the words that never carry a claim, for the reader to pass over; writes the list beside the coder.

    python -m training.silent [--gold FOLDER] [--seen 20] [--check]

A word is on the list where the labelled passages have it often and no label of a claim rests on it. With `--check`
the list is counted from every other passage instead, and what it would lose on the rest is printed.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.reading.typing.candidates import SILENT, is_open
from training.coder import trigger_index
from training.contexts import Labelled, training

HEADING = "# Words that carried no claim in the labelled passages, though often seen; counted by training/silent.py"


def main() -> None:
    """Write the list, or print what it loses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--seen", type=int, default=20)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    items = list({item.passage.id: item for item in training(asked.gold)}.values())
    if asked.check:
        print(loss(silent(items[::2], asked.seen), items[1::2]))
    else:
        SILENT.write_text("\n".join([HEADING, *silent(items, asked.seen)]) + "\n", encoding="utf-8")


def silent(items: Iterable[Labelled], seen: int) -> list[str]:
    """The lemmas seen so often, unlisted, of which none carries a labelled claim; sorted."""
    counts: Counter[str] = Counter()
    carrying: set[str] = set()
    for item in items:
        counts.update(lemma for _, lemma in unlisted(item))
        carrying |= {item.context.words.lemma[index] for index in carriers(item)}
    return sorted(lemma for lemma, n in counts.items() if n >= seen and lemma not in carrying)


def unlisted(item: Labelled) -> list[tuple[int, str]]:
    """The words that might carry a claim and that the lexicon does not list, each with its lemma."""
    context = item.context
    words, listed = context.words, context.matches_at
    return [(at, words.lemma[at]) for at in range(len(words)) if is_open(at, words) and at not in listed]


def carriers(item: Labelled) -> set[int]:
    """The words that carry a labelled claim."""
    found = set()
    for claim in item.passage.claims:
        span = item.context.doc.char_span(claim.start, claim.end, alignment_mode="expand")
        found.add(trigger_index(span, claim.label["type"], item))
    return found


def loss(words: Sequence[str], items: Iterable[Labelled]) -> str:
    """How many candidates and how many carriers of claims the list would pass over."""
    listed = set(words)
    tally: Counter[str] = Counter()
    for item in items:
        carrying, found = carriers(item), unlisted(item)
        passed = {index for index, lemma in found if lemma in listed}
        tally.update(open=len(found), listed=len(item.context.matches_at), passed=len(passed))
        tally.update(carriers=len(carrying), lost=len(carrying & passed))
    return f"{len(listed)} words: {dict(tally)}"


if __name__ == "__main__":
    main()
