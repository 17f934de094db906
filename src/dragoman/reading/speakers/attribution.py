"""All acts of saying in a parsed text, as spans of source, cue and content with the speakers resolved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.reading.mention import ActorMention, AttributionMention, Referents, TimeMention
from dragoman.reading.speakers import mistagged, phrases, quotes, turns, verbs
from dragoman.reading.speakers.draft import Draft, Range, joined, trimmed
from dragoman.reading.speakers.found import Attributions
from dragoman.reading.speakers.layer import SPEECH
from dragoman.reading.speakers.layout import Layout
from dragoman.reading.speakers.lexicon import Cue, Lexicon, lexicon
from dragoman.reading.speakers.quoting import Quoting
from dragoman.reading.speakers.resolution import Speakers, continues

_EDGES = ",;:.-–—"
Chars = tuple[tuple[int, int], ...]


def attribute(doc: Doc, actors: Sequence[ActorMention], named: Referents, times: Sequence[TimeMention]) -> Attributions:
    """The attributions of a text in the order of their cues.

    `actors` and `named` say who the sources are (both may be empty: then the words of the source stand alone),
    `times` gives each act of saying the time told in its own clause.
    """
    if not len(doc):
        return Attributions()
    drafts = sorted(_drafts(doc), key=lambda d: (d.token, d.words))
    speakers = Speakers(doc, actors, named)
    hanging = _times(doc, times)
    made = list(_said(doc, drafts, speakers, hanging))
    made += _turn_mentions(doc, speakers)
    made.sort(key=lambda m: (m.cue or m.source or m.content)[0])
    return Attributions(_nested(made))


def _said(
    doc: Doc, drafts: Sequence[Draft], speakers: Speakers, times: Mapping[int, TimeMention]
) -> Iterator[AttributionMention]:
    """The drafts as mentions; "he added", "it also said" go on in the voice of who spoke last."""
    last: AttributionMention | None = None
    for draft in drafts:
        made = _mention(doc, draft, speakers, times)
        if last is not None and draft.root is not None and continues(doc, draft, made, last):
            made = replace(made, speaker=last.speaker[:1], said=(made.said[0] or made.speaker[0],))
        if made.speaker and draft.cue.cls in SPEECH:
            last = made
        yield made


def _drafts(doc: Doc) -> list[Draft]:
    drafts = sorted(_cued(doc, lexicon()), key=lambda draft: draft.token)
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


def _mention(doc: Doc, draft: Draft, speakers: Speakers, times: Mapping[int, TimeMention]) -> AttributionMention:
    said = speakers.of(draft.root) if draft.root is not None else ()
    time = times.get(draft.token)
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
        time=time if time is not None and not draft.holds(time.root) else None,
    )


def _chars(doc: Doc, ranges: Sequence[Range]) -> Chars:
    kept = (trimmed(doc, r, _EDGES) for r in joined(ranges))
    return tuple((doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in (r for r in kept if r))


def _times(doc: Doc, times: Sequence[TimeMention]) -> dict[int, TimeMention]:
    """The times by the token that they hang on: "said on Tuesday"."""
    out: dict[int, TimeMention] = {}
    for time in times:
        top = doc[time.root]
        while top.dep_ in ("pobj", "nummod", "compound") and top.head.i != top.i:
            top = top.head
        if top.head.i != top.i:
            out.setdefault(top.head.i, time)
    return out


def _turn_mentions(doc: Doc, speakers: Speakers) -> Iterator[AttributionMention]:
    text = doc.text
    for turn in turns.find(text):
        if turn.content[0] == turn.content[1]:
            continue
        span = doc.char_span(*turn.source, alignment_mode="expand")
        said = speakers.called(text[slice(*turn.source)], turn.source[0]) or (speakers.of(span.root.i) if span else ())
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
    places, index = {id(m): i for i, m in enumerate(made)}, Attributions(made)
    out = []
    for m in made:
        at = (m.cue or m.source or m.content)[0][0]
        around = [o for o in index.around(at) if o is not m]
        outer = min(around, key=_size, default=None)
        out.append(m if outer is None else replace(m, outer=places[id(outer)]))
    return out


def _size(mention: AttributionMention) -> int:
    return sum(end - start for start, end in mention.content)
