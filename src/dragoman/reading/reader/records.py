"""Drafts and mentions written down as the records of the contract."""

import hashlib
from collections.abc import Mapping, Sequence

from dragoman.model import (
    ActorItem,
    Attribution,
    Claim,
    Codes,
    DescribedItem,
    Extent,
    FigureItem,
    Link,
    Mentions,
    PlaceItem,
    Report,
    Span,
    TermItem,
    TimeItem,
)
from dragoman.reading.coreference import Coreference
from dragoman.reading.mention import ActorMention, AttributionMention, FigureMention, Mention, PlaceMention, TimeMention
from dragoman.reading.typing.context import Context
from dragoman.reading.typing.draft import Draft, Role, Term

Ranges = Sequence[tuple[int, int]]
DESCRIBED = "described"


def span(mention: Mention) -> Span:
    """The span of a mention."""
    return Span(start=mention.start, end=mention.end, text=mention.text)


def actor(role: Role) -> ActorItem:
    """The actor of a slot; somebody described only has kind "described" where nothing better is known."""
    return _actor(role.mention, role.said, role.level)


def _actor(mention: ActorMention, said: Mention | None = None, level: int | None = None) -> ActorItem:
    private = mention.private
    return ActorItem(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        said=span(said) if said is not None and said.start != mention.start else None,
        actor=None if private else mention.actor,
        name=None if private else mention.name,
        kind=mention.kind or DESCRIBED,
        private=private,
        level=level,
        reason=mention.reason,
    )


def _unnamed(mention: ActorMention) -> bool:
    return mention.form == "description" and mention.actor is None and bool(mention.country or mention.side)


def _described(mention: ActorMention) -> DescribedItem:
    return DescribedItem.model_validate(
        {**span(mention).model_dump(), **{name: getattr(mention, name) for name in ("country", "side", "reason")}}
        | {"kind": mention.kind or DESCRIBED}
    )


def place(mention: PlaceMention, role: str | None = None) -> PlaceItem:
    """A place in its role; one without a point says why."""
    return PlaceItem.model_validate(
        {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "role": role or mention.relation or "at",
            "place": mention.place,
            "name": mention.name,
            "country": mention.country,
            "lat": mention.lat,
            "lon": mention.lon,
            "radius_km": mention.radius_km,
            "score": mention.score,
            "reason": mention.reason,
        }
    )


def time(mention: TimeMention) -> TimeItem:
    """A time or deadline."""
    return TimeItem(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        value=mention.value,
        role=mention.role,
        earliest=mention.earliest,
        latest=mention.latest,
        inferred=mention.inferred,
        reason=mention.reason,
    )


def figure(mention: FigureMention, what: str, of: str | None = None) -> FigureItem:
    """A count of what it counts in its claim; `of` names whose it is."""
    return FigureItem.model_validate(
        {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "value": mention.value,
            "low": mention.low,
            "high": mention.high,
            "what": what,
            "of": of,
            "cumulative": mention.cumulative,
        }
    )


def claim_id(report: Report, draft: Draft, ordinal: int) -> str:
    """Hash of report key, type, evidence span and ordinal."""
    key = "\x1f".join(
        [*(part or "" for part in report.key), draft.type, str(draft.start), str(draft.end), str(ordinal)]
    )
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def claim(draft: Draft, ids: Mapping[int, str], text: str, codes: Codes, loaded: list[str], *, why: bool) -> Claim:
    """The record of a draft; `ids` holds the claim ids by `id()` of their drafts."""
    sentence = draft.trigger.sent
    links = [Link(rel=relation, claim=ids[id(other)]) for relation, other in draft.links]
    return Claim(
        id=ids[id(draft)],
        type=draft.type,
        evidence=Span.cut(text, draft.start, draft.end),
        sentence=Extent(start=sentence.start_char, end=sentence.start_char + len(sentence.text.rstrip())),
        by=[actor(role) for role in draft.by],
        to=[actor(role) for role in draft.to],
        place=[place(mention, role) for mention, role in draft.places],
        time=[time(mention) for mention in draft.times],
        deadline=[time(mention) for mention in draft.deadlines],
        speaker=[actor(role) for role in draft.speakers],
        factuality=draft.factuality,
        phase=draft.phase,
        means=draft.means,
        figures=[figure(mention, what, _whose(mention, draft)) for mention, what in draft.figures],
        terms=[_term(term, text) for term in draft.terms],
        loaded=loaded,
        commitment=draft.commitment,
        links=links,
        same_as=next((link.claim for link in links if link.rel == "same"), None),
        codes=codes,
        why=draft.why if why else None,
    )


def _term(term: Term, text: str) -> TermItem:
    return TermItem(
        start=term.start,
        end=term.end,
        text=text[term.start : term.end],
        role=term.role,
        type=term.type,
        by=list(term.by),
        to=list(term.to),
    )


def _whose(figure: FigureMention, draft: Draft) -> str | None:
    """The group that a figure counts: the role of the claim whose words cover it."""
    for role in (*draft.to, *draft.by):
        for words in (role.said, role.mention):
            if words is not None and words.overlaps(figure):
                return role.mention.name or role.mention.text
    return None


def mentions(context: Context, same: Coreference) -> Mentions:
    """Every mention found, resolved or not."""
    return Mentions(
        actors=[_actor(mention) for mention in context.actors],
        described=[_described(mention) for mention in context.actors if _unnamed(mention)],
        places=[place(mention) for mention in context.places],
        times=[time(mention) for mention in context.times],
        figures=[figure(mention, mention.what or "other") for mention in context.figures],
        chains=[[span(mention) for mention in chain.mentions] for chain in same.chains],
    )


def attribution(mention: AttributionMention, text: str) -> Attribution:
    """Source, cue and content as spans."""
    return Attribution(
        source=_spans(mention.source, text),
        cue=_spans(mention.cue, text),
        content=_spans(mention.content, text),
        time=time(mention.time) if mention.time is not None else None,
    )


def _spans(ranges: Ranges, text: str) -> Span | list[Span] | None:
    spans = [Span.cut(text, start, end) for start, end in ranges]
    if not spans:
        return None
    return spans[0] if len(spans) == 1 else spans
