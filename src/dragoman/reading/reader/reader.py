"""The reader: the steps in their order, from a report to its reading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from dragoman import codebook as codebooks
from dragoman.model import Claim, Codes, Commitment, LoadedTerm, Reading, ReadReport, Report, UsageError
from dragoman.reading import factuality, language, links, speakers, terms, times, wording
from dragoman.reading.layers import Layers
from dragoman.reading.mention import AttributionMention
from dragoman.reading.reader import denials, doers, identity, parts, records, tellers
from dragoman.reading.typing.coder import Coder
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Role, Term
from dragoman.reading.typing.generics import without_generics
from dragoman.reading.typing.triggers import Trigger
from dragoman.reading.wording import Loaded, Voice
from dragoman.version import __version__

_SURROGATE = re.compile("[\ud800-\udfff]")
READERS = ("learned", "rules")
STATE = {"government", "state force", "police"}


class Reader:
    """Reads reports; loads what it needs once.

    `model` names a spaCy pipeline, `codebook` a file that is layered over the shipped codebook, `reader` the way
    claims are found. Raises InstallationError where the model is missing and CodebookError for a broken codebook.
    """

    def __init__(
        self, model: str = language.DEFAULT_MODEL, codebook: Path | str | None = None, reader: str = "learned"
    ):
        if reader not in READERS:
            raise UsageError(f"no reader is called {reader!r}: there is {', '.join(READERS)}")
        self.codebook = codebooks.load(Path(codebook) if codebook else None)
        self._layers = Layers.open(self.codebook, model)
        self._coder = Coder.by_rules(self.codebook) if reader == "rules" else Coder.shipped(self.codebook)
        self._terms = terms.TermScorer.shipped()
        self._model = language.stamp(model)

    def read(self, report: Report, *, layers: bool = False) -> Reading:
        """The claims of one report; with `layers` also its mentions and attributions, and why each claim was made."""
        given, report = report.published, _dated(_readable(report))
        if report.language not in (None, "en"):
            return self._reading(report, [], [f"unread: the report is in {report.language!r}, only English is read"])
        if len(report.text) > parts.LONGEST:
            return self._long(report, layers=layers)
        context, same = self._layers.read(report.text, given)
        said = speakers.attribute(context.doc, context.actors, context.named, context.times)
        drafts, warnings = self._drafts(context, said)
        self._coder.inherit(drafts, context)
        drafts = denials.settle(without_generics(drafts, self.codebook), said, context.doc)
        links.link(drafts)
        for draft in drafts:
            tellers.settle(draft, said)
            doers.settle(draft, context)
            identity.settle(draft, self._layers.register)
            draft.terms = [terms.owed(term, draft, context.words) for term in draft.terms]
        loaded = wording.loaded(context.doc, list(_voices(said)))
        claims = self._claims(report, drafts, loaded, why=layers)
        reading = self._reading(report, claims, [*_warnings(report), *warnings], wording.summary(loaded, report.text))
        if layers:
            reading.mentions = records.mentions(context, same)
            reading.attributions = [records.attribution(mention, report.text) for mention in speakers.shown(said)]
        return reading

    def read_many(self, reports: Iterable[Report], *, layers: bool = False) -> Iterator[Reading]:
        """Readings in the order of the reports."""
        return (self.read(report, layers=layers) for report in reports)

    def _long(self, report: Report, *, layers: bool) -> Reading:
        cut = list(parts.cut(report.text))
        readings = [self.read(report.model_copy(update={"text": text}), layers=layers) for _, text in cut]
        return parts.join(report.text, [start for start, _ in cut], readings)

    def _drafts(self, context: Context, said: list[AttributionMention]) -> tuple[list[Draft], list[str]]:
        triggers = self._coder.triggers.find(context)
        try:
            return self._completed(triggers, context, said), []
        except Exception:
            return self._one_by_one(triggers, context, said)

    def _one_by_one(
        self, triggers: Sequence[Trigger], context: Context, said: list[AttributionMention]
    ) -> tuple[list[Draft], list[str]]:
        drafts, warnings = [], []
        for trigger in triggers:
            try:
                drafts += self._completed([trigger], context, said)
            except Exception as error:  # one claim that can't be worked out costs no other
                warnings.append(f"at {trigger.token.idx}: {trigger.token.text!r} left out ({type(error).__name__})")
        return drafts, warnings

    def _completed(self, triggers: Sequence[Trigger], context: Context, said: list[AttributionMention]) -> list[Draft]:
        drafts = self._coder.drafts(triggers, context)
        for draft, found in zip(drafts, self._terms.find(drafts, context), strict=True):
            draft.terms = [self._typed(term, draft, context) for term in found]
            _judge(draft, said)
        return drafts

    def _typed(self, term: Term, draft: Draft, context: Context) -> Term:
        """The term with the codebook type that its words speak of."""
        for match in context.matches:
            inside = term.start <= context.doc[match.core].idx < term.end
            if match.entries and inside and match.core != draft.trigger.i:
                return replace(term, type=match.entries[0].type)
        return term

    def _claims(self, report: Report, drafts: list[Draft], loaded: list[Loaded], *, why: bool) -> list[Claim]:
        ids = {id(draft): records.claim_id(report, draft, at) for at, draft in enumerate(drafts)}
        return [
            records.claim(draft, ids, report.text, self._codes(draft), _loaded(draft, loaded, report.text), why=why)
            for draft in drafts
        ]

    def _codes(self, draft: Draft) -> Codes:
        return self.codebook.codes(
            draft.type,
            draft.factuality,
            draft.phase,
            means=draft.means,
            sense=draft.sense,
            by_kinds=_kinds(draft.by),
            to_kinds=_kinds(draft.to),
            terms=[term.type for term in draft.terms if term.type],
            foreign=_foreign(draft),
            words=_words(draft),
        )

    def _reading(
        self, report: Report, claims: list[Claim], warnings: list[str], loaded: Sequence[LoadedTerm] = ()
    ) -> Reading:
        return Reading.model_validate(
            {
                "schema": 1,
                "dragoman": __version__,
                "model": self._model,
                "codebook": self.codebook.stamp,
                "register": self._layers.register.stamp,
                "gazetteer": self._layers.gazetteer.stamp,
                "report": ReadReport(**report.model_dump(), sha256=report.sha256, loaded=list(loaded)),
                "claims": claims,
                "warnings": warnings,
            }
        )


def _voices(said: Iterable[AttributionMention]) -> Iterator[Voice]:
    """What others say, as ranges with the speaker's name."""
    for attribution in said:
        speaker = next((actor.name or actor.text for actor in attribution.speaker if not actor.private), None)
        yield from (Voice(start, end, speaker) for start, end in attribution.content)


def _judge(draft: Draft, said: list[AttributionMention]) -> None:
    """Who tells the claim, and whether it happened."""
    voice = speakers.voice_of(draft.head, said, draft.type, [role.mention for role in draft.by])
    judgement = factuality.judge_either(draft.head, draft.trigger, draft.type, said)
    draft.speakers = [Role(mention, original, level) for mention, level, original in voice.speakers]
    draft.commitment = cast("Commitment | None", voice.commitment)
    draft.factuality, draft.phase = judgement.factuality, judgement.phase
    if judgement.why:
        draft.why["factuality"] = judgement.why
    if draft.type in speakers.SPEECH_ACTS and not draft.by:
        draft.by = _authors(draft, said)


def _loaded(draft: Draft, loaded: list[Loaded], text: str) -> list[str]:
    """The contested terms in the words that a claim was read from: evidence, actors and terms."""
    roles = [words for role in (*draft.by, *draft.to) for words in (role.said or role.mention,)]
    ranges = [(draft.start, draft.end), *((words.start, words.end) for words in roles)]
    ranges += [(term.start, term.end) for term in draft.terms]
    terms = [term for start, end in ranges for term in wording.in_span(loaded, start, end)]
    return list(dict.fromkeys([*terms, *wording.scare_quotes(text, draft.start, draft.end)]))


def _authors(draft: Draft, said: list[AttributionMention]) -> list[Role]:
    """Who speaks the words that a speech act was read from ("There can be no talks," the minister said)."""
    around = speakers.holding(draft.head, said)
    return [Role(who, words) for a in around[:1] for who, words in zip(a.speaker, a.said, strict=True)]


def _kinds(roles: list[Role]) -> list[str]:
    return [role.mention.kind for role in roles if role.mention.kind]


def _readable(report: Report) -> Report:
    """The report with lone surrogates, which no parser reads, replaced one for one."""
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", report.text)
    return report if text == report.text else report.model_copy(update={"text": text})


def _words(draft: Draft) -> frozenset[str]:
    """The lemmas that a deal's provisions are told by: of the evidence, of what modifies it, and of the terms."""
    doc, own = draft.trigger.doc, (draft.trigger, draft.head)
    ranges = [(draft.start, draft.end), *((term.start, term.end) for term in draft.terms)]
    spans = [doc.char_span(start, end, alignment_mode="expand") or () for start, end in ranges]
    told = [*own, *(child for token in own for child in token.children), *(token for span in spans for token in span)]
    return frozenset(token.lemma_.lower() for token in told)


def _foreign(draft: Draft) -> bool | None:
    """Whether the state forces that act come from elsewhere than the place, or than those acted on where the place is
    unknown; null where that can't be told."""
    doers = {role.mention.country for role in draft.by if role.mention.kind in STATE} - {None}
    places = {place.country for place, role in draft.places if role == "at"} - {None}
    home = places or {role.mention.country for role in draft.to} - {None}
    return not doers & home if doers and home else None


def _dated(report: Report) -> Report:
    """The report with the day of its dateline where its publication date is not given."""
    if report.published is not None:
        return report
    day = times.dateline(report.text)
    return report if day is None else report.model_copy(update={"published": day, "published_from": "dateline"})


def _warnings(report: Report) -> list[str]:
    return [] if report.text.strip() else ["the report is empty: no claims"]
