"""Quotations given to those who speak them: beside a cue, carried on after it, or over several paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.speakers.draft import Draft, Range, joined
from dragoman.reading.speakers.layout import Layout
from dragoman.reading.speakers.quotes import QuotedTokens

_BEFORE = 30
_AFTER = 16
_WIDE = frozenset({"that", "quote", "so"})


@dataclass(slots=True)
class Quoting:
    """The drafts of a text and its quotations, put together in the order of the text."""

    layout: Layout
    drafts: list[Draft]
    quotes: Sequence[QuotedTokens]

    def settle(self) -> None:
        """Keep what is said inside a quotation there, widen contents to whole quotations, give the rest to a cue."""
        for draft in self.drafts:
            self._fit(draft)
        last: tuple[Draft, QuotedTokens] | None = None
        for quote in self.quotes:
            holder = self._holder(quote)
            if holder is None and self._is_speech(quote):
                holder = self._beside(quote) or self._carried_on(quote, last)
                if holder is not None:
                    holder.content = joined([*holder.content, (quote.first, quote.stop)])
            if holder is not None:
                holder.quoted = True
                last = (holder, quote)

    def _fit(self, draft: Draft) -> None:
        draft.content = self._beside_semicolons(draft)
        around = next((q for q in self.quotes if q.first <= draft.token < q.stop), None)
        if around is not None:
            draft.content = [p for p in (_meet(r, (around.first, around.stop)) for r in draft.content) if p]
        elif draft.cue.frames & _WIDE:
            touched = [
                (q.first, q.stop) for q in self.quotes if any(_meet(r, (q.first, q.stop)) for r in draft.content)
            ]
            draft.content = joined([*draft.content, *touched])

    def _beside_semicolons(self, draft: Draft) -> list[Range]:
        """The content on the cue's side of any semicolon that no quotation holds."""
        if not draft.content:
            return []
        low, high = 0, len(self.layout.words)
        for i in range(min(draft.content[0][0], draft.token), max(draft.content[-1][1], draft.token)):
            if self.layout.words[i] == ";" and not any(_within(i, q) for q in self.quotes):
                low, high = (max(low, i + 1), high) if i < draft.token else (low, min(high, i))
        return [p for p in (_meet(r, (low, high)) for r in draft.content) if p]

    def _holder(self, quote: QuotedTokens) -> Draft | None:
        inside = [
            d for d in self.drafts if d.holds(quote.first) and d.holds(quote.stop - 1) and not _within(d.token, quote)
        ]
        return min(inside, key=lambda d: sum(b - a for a, b in d.content), default=None)

    def _is_speech(self, quote: QuotedTokens) -> bool:
        return quote.stop - quote.first > 4

    def _beside(self, quote: QuotedTokens) -> Draft | None:
        """The cue that introduces the quotation or follows it."""
        closing = self.layout.words[quote.stop - 2] if quote.stop - quote.first > 2 else ""
        order = (self._after, self._before) if closing in {",", "!", "?", "—", "…"} else (self._before, self._after)
        return order[0](quote) or order[1](quote)

    def _before(self, quote: QuotedTokens) -> Draft | None:
        for draft in reversed(self.drafts):
            if draft.token >= quote.first or not self._free(draft):
                continue
            if quote.first - draft.token > _BEFORE:
                return None
            between = [w for w in self.layout.words[draft.token + 1 : quote.first] if not w.isspace()]
            if "quote" in draft.cue.frames and _leads(between):
                return draft
        return None

    def _after(self, quote: QuotedTokens) -> Draft | None:
        for draft in self.drafts:
            if draft.token < quote.stop or not self._free(draft):
                continue
            if draft.token - quote.stop > _AFTER or self.layout.stops_between(quote.stop, draft.token):
                return None
            same = self.layout.paragraph(draft.token) == self.layout.paragraph(quote.first)
            if "quote" in draft.cue.frames and same:
                return draft
        return None

    def _free(self, draft: Draft) -> bool:
        return draft.cue.part == "verb" and not any(_within(draft.token, q) for q in self.quotes)

    def _carried_on(self, quote: QuotedTokens, last: tuple[Draft, QuotedTokens] | None) -> Draft | None:
        """The speaker of the quotation before, in the same paragraph or at the head of the next."""
        if last is None or not self._is_sentence(quote):
            return None
        here, there = self.layout.paragraph(quote.first), self.layout.paragraph(last[1].stop - 1)
        if here == there or (here == there + 1 and self.layout.opens_paragraph(quote.first)):
            return last[0]
        return None

    def _is_sentence(self, quote: QuotedTokens) -> bool:
        word = next((w for w in self.layout.words[quote.first + 1 : quote.stop] if w[0].isalnum()), "a")
        return word[0].isupper() or word[0].isdigit()


def _leads(between: Sequence[str]) -> bool:
    """Whether the words from a cue up to a quotation let it follow: a colon or comma last, no full stop before."""
    if any(w in (".", "!", "?") for w in between):
        return False
    return not between or between[-1] in (":", ",") or len(between) < 4


def _meet(a: Range, b: Range) -> Range | None:
    first, stop = max(a[0], b[0]), min(a[1], b[1])
    return (first, stop) if first < stop else None


def _within(token: int, quote: QuotedTokens) -> bool:
    return quote.first <= token < quote.stop
