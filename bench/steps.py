"""Words a second of each step of the reading on one core (process time), over every fifth of our own passages."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import ParamSpec, TypeVar

from dragoman.reading import actors, coreference, factuality, figures, language, places, speakers, times
from dragoman.reading.layers import Layers
from dragoman.reading.terms import TermScorer
from dragoman.reading.typing.coder import Coder
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft
from training.gold import GoldPassage
from training.labelled import load

PASSAGES = Path(__file__).parents[1] / "training" / "passages"
LEAST = {
    "coding": 20_000,
    "coreference": 50_000,
    "speakers": 50_000,
    "factuality": 50_000,
    "places": 100_000,
    "names of the register": 200_000,
}
SPARSE, LONG, EVERY = 18, 200, 5
P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """Adds up the process time that is spent under each name."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def time(self, name: str, call: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """What the call returns."""
        start = process_time()
        result = call(*given, **named)
        self.spent[name] += process_time() - start
        return result


def report() -> Iterator[str]:
    """A line for each step."""
    passages = load(PASSAGES)[::EVERY]
    layers, clock = Layers.open(), Clock()
    coder, terms = Coder.shipped(layers.codebook), TermScorer.shipped()
    _read(passages[0].text, None, layers, coder, terms, Clock())
    gc.freeze()  # as `dragoman read` does
    coding: list[float] = []
    for passage in passages:
        before = clock.spent["coding"]
        _read(passage.text, passage.published, layers, coder, terms, clock)
        coding.append(clock.spent["coding"] - before)
    for name, seconds in clock.spent.items():
        yield _line(name, _words(passages) / seconds)
    claims = sum(len(passage.claims) for passage in passages)
    yield f"(coding goes by claims: one every {_words(passages) / claims:.0f} words in these passages)"
    for told, chosen in SORTS.items():
        some = [(passage, spent) for passage, spent in zip(passages, coding, strict=True) if chosen(passage)]
        speed = _words([passage for passage, _ in some]) / sum(spent for _, spent in some)
        yield f"coding {told}: {speed:.0f} words/s"


def is_long(passage: GoldPassage) -> bool:
    """Whether a passage is as long as a report of an agency; what a text costs by itself counts less there."""
    return len(passage.text.split()) >= LONG


def is_sparse(passage: GoldPassage) -> bool:
    """Whether a passage has no more claims for its length than ordinary reports."""
    return len(passage.text.split()) >= SPARSE * len(passage.claims)


SORTS: dict[str, Callable[[GoldPassage], bool]] = {
    f"where no more than one word in {SPARSE} tells a claim": is_sparse,
    f"of passages of {LONG} words and more": is_long,
    "of those that are both": lambda passage: is_sparse(passage) and is_long(passage),
}


def _words(passages: Sequence[GoldPassage]) -> int:
    return sum(len(passage.text.split()) for passage in passages)


def _line(name: str, speed: float) -> str:
    if name not in LEAST:
        return f"{name}: {speed:.0f} words/s"
    return f"{name}: {speed:.0f} words/s (at least {LEAST[name]}) {'ok' if speed >= LEAST[name] else 'TOO SLOW'}"


def _drafts(coder: Coder, context: Context) -> list[Draft]:
    return coder.drafts(coder.triggers.find(context), context)


def _read(text: str, published: str | None, layers: Layers, coder: Coder, terms: TermScorer, clock: Clock) -> None:
    doc = clock.time("parse", language.parse, text)
    clock.time("names of the register", layers.register.names_in, text)
    where = clock.time("places", places.recognise, doc, layers.gazetteer)
    who = clock.time("actors", actors.recognise, doc, layers.register, when=published, places=where)
    same = clock.time("coreference", coreference.resolve, doc, who, where, layers.register)
    when = clock.time("times", times.recognise, doc, published)
    counts = clock.time("figures", figures.recognise, doc)
    matches = clock.time("wordings", layers.lexicon.matches, doc)
    context = Context(doc, who, where, when, counts, same.named, matches, same.pairs)
    said = clock.time("speakers", speakers.attribute, doc, who, same.named, when)
    drafts = clock.time("coding", _drafts, coder, context)
    clock.time("coding", coder.inherit, drafts, context)
    clock.time("coding", terms.find, drafts, context)
    for draft in drafts:
        clock.time("factuality", factuality.judge_either, draft.head, draft.trigger, draft.type, said)
