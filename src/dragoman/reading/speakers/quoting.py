"""Quotations given to those who speak them: beside a cue, carried on after it, or over several paragraphs."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.reading.speakers.draft import Draft, Range, joined
from dragoman.reading.speakers.layout import Layout
from dragoman.reading.speakers.quotes import QuotedTokens

_BEFORE = 30
_AFTER = 16
_WIDE = frozenset({"that", "quote", "so"})


class Quoting:
    """The drafts of a text (in the order of their cues) and its quotations, put together in the order of the text."""

    def __init__(self, layout: Layout, drafts: Sequence[Draft], quotes: Sequence[QuotedTokens]):
        self.layout, self.drafts, self.quotes = layout, drafts, quotes
        self._firsts = [quote.first for quote in quotes]
        self._tokens = [draft.token for draft in drafts]

    def settle(self) -> None:
        """Keep what is said inside a quotation there, widen contents to whole quotations, give the rest to a cue."""
        holders: dict[int, list[Draft]] = defaultdict(list)
        for draft in self.drafts:
            self._fit(draft)
            for position in self._touched(draft.content):
                if _covers(draft, self.quotes[position]):
                    holders[position].append(draft)
        last: tuple[Draft, QuotedTokens] | None = None
        for position, quote in enumerate(self.quotes):
            holder = min(holders[position], key=_length, default=None)
            if holder is None and self._is_speech(quote):
                holder = self._beside(quote) or self._carried_on(quote, last)
                if holder is not None:
                    holder.content = joined([*holder.content, (quote.first, quote.stop)])
            if holder is not None:
                holder.quoted = True
                last = (holder, quote)

    def _fit(self, draft: Draft) -> None:
        draft.content = self._beside_semicolons(draft)
        around = self._around(draft.token)
        if around is not None:
            draft.content = [p for p in (_meet(r, (around.first, around.stop)) for r in draft.content) if p]
        elif draft.cue.frames & _WIDE:
            touched = [(self.quotes[k].first, self.quotes[k].stop) for k in self._touched(draft.content)]
            draft.content = joined([*draft.content, *touched])

    def _around(self, token: int) -> QuotedTokens | None:
        """The quotation that holds the token."""
        position = bisect_right(self._firsts, token) - 1
        return self.quotes[position] if position >= 0 and token < self.quotes[position].stop else None

    def _touched(self, ranges: Sequence[Range]) -> Iterator[int]:
        """The numbers of the quotations that share a token with the ranges."""
        for first, stop in ranges:
            for position in range(max(bisect_right(self._firsts, first) - 1, 0), bisect_left(self._firsts, stop)):
                if self.quotes[position].stop > first:
                    yield position

    def _beside_semicolons(self, draft: Draft) -> list[Range]:
        """The content on the cue's side of any semicolon that no quotation holds."""
        if not draft.content:
            return []
        low, high = 0, len(self.layout.words)
        for i in range(min(draft.content[0][0], draft.token), max(draft.content[-1][1], draft.token)):
            if self.layout.words[i] == ";" and self._around(i) is None:
                low, high = (max(low, i + 1), high) if i < draft.token else (low, min(high, i))
        return [p for p in (_meet(r, (low, high)) for r in draft.content) if p]

    def _is_speech(self, quote: QuotedTokens) -> bool:
        return quote.stop - quote.first > 4

    def _beside(self, quote: QuotedTokens) -> Draft | None:
        """The cue that introduces the quotation or follows it."""
        closing = self.layout.words[quote.stop - 2] if quote.stop - quote.first > 2 else ""
        order = (self._after, self._before) if closing in {",", "!", "?", "—", "…"} else (self._before, self._after)
        return order[0](quote) or order[1](quote)

    def _before(self, quote: QuotedTokens) -> Draft | None:
        for position in range(bisect_left(self._tokens, quote.first) - 1, -1, -1):
            draft = self.drafts[position]
            if quote.first - draft.token > _BEFORE:
                return None
            between = [w for w in self.layout.words[draft.token + 1 : quote.first] if not w.isspace()]
            if self._free(draft) and "quote" in draft.cue.frames and _leads(between):
                return draft
        return None

    def _after(self, quote: QuotedTokens) -> Draft | None:
        for draft in self.drafts[bisect_left(self._tokens, quote.stop) :][:_AFTER]:
            if draft.token - quote.stop > _AFTER or self.layout.stops_between(quote.stop, draft.token):
                return None
            same = self.layout.paragraph(draft.token) == self.layout.paragraph(quote.first)
            if self._free(draft) and "quote" in draft.cue.frames and same:
                return draft
        return None

    def _free(self, draft: Draft) -> bool:
        return draft.cue.part == "verb" and self._around(draft.token) is None

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


def _covers(draft: Draft, quote: QuotedTokens) -> bool:
    outside = not quote.first <= draft.token < quote.stop
    return outside and draft.holds(quote.first) and draft.holds(quote.stop - 1)


def _length(draft: Draft) -> int:
    return sum(stop - first for first, stop in draft.content)
