"""How a text lies on the page: its paragraphs and sentences by tokens."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

_ENDS = frozenset({".", "!", "?", "…", ":", ";"})


@dataclass(frozen=True, slots=True)
class Layout:
    """First tokens of paragraphs and of sentences, and every token's text."""

    paragraphs: list[int]
    sentences: list[int]
    words: list[str]

    @classmethod
    def of(cls, doc: Doc) -> "Layout":
        """The layout of a parsed text; a paragraph begins after white space that holds a line break."""
        words = [token.text for token in doc]
        starts = [0] + [i + 1 for i, word in enumerate(words) if "\n" in word and i + 1 < len(words)]
        sentences = [i for i, flag in enumerate(doc.to_array("SENT_START").tolist()) if flag == 1]
        return cls(starts, sentences or [0], words)

    def paragraph(self, token: int) -> int:
        """The number of the paragraph that holds the token."""
        return bisect_right(self.paragraphs, token) - 1

    def opens_paragraph(self, token: int) -> bool:
        """Whether a paragraph begins with the token."""
        return self.paragraphs[self.paragraph(token)] == token

    def sentence(self, token: int) -> int:
        """The number of the sentence that holds the token."""
        return bisect_right(self.sentences, token) - 1

    def stops_between(self, first: int, stop: int) -> bool:
        """Whether a mark that ends a sentence stands among the tokens."""
        return any(self.words[i] in _ENDS for i in range(first, stop))
