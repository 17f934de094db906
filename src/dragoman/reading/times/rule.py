"""Rules over lexeme classes: the notation, and finding every place where a rule holds.

A pattern names classes (`weekday comma? month`), alternatives between bars in braces with a label for the build
function (`{day:day|dayth}`), and otherwise uses the operators of regular expressions; blanks mean nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.reading.times.expression import Expression
from dragoman.reading.times.lexer import MARKS, OTHER, Lexeme
from dragoman.reading.times.lexicon import words

Groups = Mapping[str, Lexeme]
NUMBER_KINDS = (
    "holiday",
    "farther",
    "day",
    "dayth",
    "decade",
    "era",
    "figure",
    "meridiem",
    "number",
    "number4",
    "ordinal",
    "year",
)
SETS = {
    "count": ("day", "number", "cardinal", "a"),
    "dayno": ("day", "dayth"),
    "at_about": ("at", "approximate"),
    "before_day": ("at", "on", "in", "of", "to", "and", "preposition"),
    "before_length": ("for", "over", "in", "preposition", "within"),
    "deixis": ("relative", "reaching", "telling"),
    "nth": ("dayth", "ordinal"),
    "period": ("unit", "night", "weekend"),
    "daypart": ("part", "night"),
    "bar": ("hyphen", "dash"),
}
_FIRST = 0x2460
_NOTATION = re.compile(r"\{(\w+):([\w|]+)\}|(?<![?(<])\b(?!P<)([a-z][a-z0-9_]*)|\s+")


@lru_cache(maxsize=1)
def signs() -> Mapping[str, str]:
    """Class to the character that stands for it in the shadow of a text."""
    kinds = {kind for kind, _ in words().values()} | set(MARKS.values()) | set(NUMBER_KINDS)
    return {OTHER: "x"} | {kind: chr(_FIRST + i) for i, kind in enumerate(sorted(kinds))}


def shadow(lexemes: Sequence[Lexeme]) -> str:
    """One character a lexeme."""
    sign = signs()
    return "".join([sign[lexeme.kind] for lexeme in lexemes])


def expand(pattern: str) -> str:
    """The regular expression that a pattern of classes stands for."""

    def one(found: re.Match[str]) -> str:
        label, alternatives, name = found.groups()
        if label:
            return f"(?P<{label}>{_either(alternatives.split('|'))})"
        return _either([name]) if name else ""

    return _NOTATION.sub(one, pattern)


def _either(names: Sequence[str]) -> str:
    kinds = [kind for name in names for kind in SETS.get(name, (name,))]
    return signs()[kinds[0]] if len(kinds) == 1 else "[" + "".join(signs()[kind] for kind in kinds) + "]"


@dataclass(frozen=True)
class Rule:
    """A pattern and what it says; `build` gives None where the words don't say a time after all."""

    pattern: str
    build: Callable[[Groups], Expression | None]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern over shadows."""
        return re.compile(expand(self.pattern))

    def find(self, lexemes: Sequence[Lexeme], shade: str) -> Iterator[tuple[int, int, Expression]]:
        """First and last-but-one lexeme and meaning of each place where the rule holds."""
        for found in self.expression.finditer(shade):
            groups = {label: lexemes[found.start(label)] for label, sign in found.groupdict().items() if sign}
            meaning = self.build(groups)
            if meaning is not None:
                yield found.start(), found.end(), meaning
