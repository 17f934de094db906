"""All acts of saying in a parsed text, as spans of source, cue and content with the speakers resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.reading.mention import ActorMention, AttributionMention, Referents, TimeMention
from dragoman.reading.speakers import mistagged, phrases, quotes, turns, verbs
from dragoman.reading.speakers.draft import Draft, Range, joined, trimmed
from dragoman.reading.speakers.layout import Layout
from dragoman.reading.speakers.lexicon import Cue, Lexicon, lexicon
from dragoman.reading.speakers.quoting import Quoting
from dragoman.reading.speakers.resolution import Speakers

_EDGES = ",;:.-–—"
Chars = tuple[tuple[int, int], ...]


def attribute(
    doc: Doc, actors: Sequence[ActorMention], named: Referents, times: Sequence[TimeMention]
) -> list[AttributionMention]:
    """The attributions of a text in the order of their cues.

    `actors` and `named` say who the sources are (both may be empty: then the words of the source stand alone),
    `times` gives each act of saying the time told in its own clause.
    """
    if not len(doc):
        return []
    drafts = sorted(_drafts(doc), key=lambda d: (d.token, d.words))
    speakers = Speakers(doc, actors, named)
    made = [_mention(doc, draft, speakers, times) for draft in drafts]
    made += _turn_mentions(doc, speakers)
    made.sort(key=lambda m: (m.cue or m.source or m.content)[0])
    return _nested(made)


def _drafts(doc: Doc) -> list[Draft]:
    drafts = list(_cued(doc, lexicon()))
    Quoting(Layout.of(doc), drafts, quotes.tokens(doc)).settle()
    return [d for d in drafts if d.content]


def _cued(doc: Doc, lex: Lexicon) -> Iterator[Draft]:
    """One draft for each cue, found by lemma and part of speech."""
    strings = doc.vocab.strings
    lemmas = {key: strings[key] for key in set(doc.to_array("LEMMA").tolist())}
    lowers = {key: strings[key] for key in set(doc.to_array("LOWER").tolist())}
    table = doc.to_array(["LEMMA", "LOWER", "POS"]).tolist()
    verb, aux, noun, adverb, adjective = (strings[p] for p in ("VERB", "AUX", "NOUN", "ADV", "ADJ"))
    for i, (lemma_key, lower_key, pos) in enumerate(table):
        lemma, lower = lemmas[lemma_key], lowers[lower_key]
        if pos in (verb, aux) and lemma in lex.verbs:
            yield from _of_verb(doc[i], lex.verbs[lemma])
        elif pos == noun and lemma in lex.verbs and mistagged.closes(doc, i):
            yield from mistagged.drafts(doc, i, lex.verbs[lemma])
        elif pos == noun and lemma in lex.nouns:
            yield from phrases.of_noun(doc[i], lex.nouns[lemma])
        elif lower in lex.adverbs and pos == adverb:
            yield from phrases.of_adverb(doc[i], lex.adverbs[lower])
        elif lower in lex.adjectives and pos in (adjective, verb):
            yield from phrases.of_adjective(doc[i], lex.adjectives[lower])
        if lower in lex.phrases:
            yield from phrases.of_phrase(doc[i], lex.phrases[lower])


def _of_verb(verb: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    quoting = next((cue for cue in cues if "as" in cue.frames and "that" not in cue.frames), None)
    cited = list(phrases.of_source(verb, quoting)) if quoting is not None else []
    yield from cited or verbs.drafts(verb, cues)


def _mention(doc: Doc, draft: Draft, speakers: Speakers, times: Sequence[TimeMention]) -> AttributionMention:
    said = speakers.of(draft.root) if draft.root is not None else ()
    return AttributionMention(
        source=_chars(doc, [draft.source] if draft.source else []),
        cue=_chars(doc, draft.words),
        content=_chars(doc, draft.content),
        speaker=tuple(actor for actor, _ in said),
        said=tuple(words for _, words in said),
        cue_token=draft.token,
        cue_lemma=" ".join((draft.cue.word, *draft.cue.tail)),
        cue_class=draft.cue.cls,
        commitment=None if draft.unsaid else draft.cue.commitment,
        frame=draft.frame or ("quote" if draft.quoted else "clause"),
        time=_time(doc, draft, times),
    )


def _chars(doc: Doc, ranges: Sequence[Range]) -> Chars:
    kept = (trimmed(doc, r, _EDGES) for r in joined(ranges))
    return tuple((doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in (r for r in kept if r))


def _time(doc: Doc, draft: Draft, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time whose head hangs on the cue itself: "said on Tuesday"."""
    for time in times:
        top = doc[time.root]
        while top.dep_ in ("pobj", "nummod", "compound") and top.head.i != top.i:
            top = top.head
        if top.head.i == draft.token and top.i != draft.token and not draft.holds(time.root):
            return time
    return None


def _turn_mentions(doc: Doc, speakers: Speakers) -> Iterator[AttributionMention]:
    for turn in turns.find(doc.text):
        if turn.content[0] == turn.content[1]:
            continue
        span = doc.char_span(*turn.source, alignment_mode="expand")
        said = speakers.called(doc.text[slice(*turn.source)], turn.source[0]) or (
            speakers.of(span.root.i) if span else ()
        )
        yield AttributionMention(
            source=(turn.source,),
            cue=(turn.cue,) if turn.cue[0] < turn.cue[1] else (),
            content=(turn.content,),
            speaker=tuple(actor for actor, _ in said),
            said=tuple(words for _, words in said),
            cue_class="say",
            commitment="says",
        )


def _nested(made: list[AttributionMention]) -> list[AttributionMention]:
    """Each with the index of the narrowest attribution whose content holds its cue."""
    out = []
    sizes = [sum(b - a for a, b in m.content) for m in made]
    for i, m in enumerate(made):
        at = (m.cue or m.source or m.content)[0][0]
        around = [j for j, o in enumerate(made) if j != i and any(a <= at < b for a, b in o.content)]
        outer = min(around, key=lambda j: sizes[j], default=None)
        out.append(m if outer is None else _with_outer(m, outer))
    return out


def _with_outer(m: AttributionMention, outer: int) -> AttributionMention:
    return replace(m, outer=outer)
