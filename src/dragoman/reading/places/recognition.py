"""Which candidates are places: the evidence of label, gazetteer, words around and the rest of the document."""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.gazetteer import Candidate as Referent
from dragoman.gazetteer import Gazetteer
from dragoman.reading.places.candidates import PLACE_LABELS, Candidate
from dragoman.reading.places.cues import Cues, cues, demonyms, wordlike
from dragoman.reading.places.page import Page

# Log-odds of each sign, set by hand on general newspaper English.
WEIGHTS = {
    "bias": -1.0,
    "exact GPE": 3.0,
    "exact LOC": 2.5,
    "exact FAC": 1.0,
    "exact ORG": 0.2,
    "exact PERSON": -0.5,
    "exact NORP": -1.0,
    "exact other": -0.3,
    "inside GPE": 1.5,
    "inside LOC": 1.5,
    "inside FAC": 0.8,
    "inside ORG": 0.8,
    "inside PERSON": -2.5,
    "inside NORP": -2.0,
    "inside other": -0.3,
    "over GPE": 1.0,
    "over LOC": 1.0,
    "over other": -0.5,
    "no label": -0.5,
    "country": 2.5,
    "continent": 2.0,
    "capital": 2.0,
    "region": 2.0,
    "area": 2.4,
    "district": 1.2,
    "feature": 1.0,
    "large": 1.7,
    "middling": 1.1,
    "small": 0.0,
    "tiny": -0.6,
    "unknown": -1.8,
    "unknown subject": -1.5,
    "compiled": 1.0,
    "generic": 2.1,
    "fresh": 3.8,
    "taken": 1.2,
    "listed": 1.5,
    "direction": -4.0,
    "other label": -1.5,
    "abbreviation": 4.0,
    "town of": 3.0,
    "division after": 2.5,
    "settlement after": 1.5,
    "area after": 1.0,
    "close preposition": 1.5,
    "loose preposition": 0.5,
    "qualified": 4.0,
    "qualifies": 3.0,
    "title before": -4.0,
    "word before": -2.0,
    "word after": -1.0,
    "institution after": 0.6,
    "street after": -6.0,
    "person after": -0.8,
    "not proper": -1.2,
    "word": -2.6,
    "word opening": -2.0,
    "saint": -0.8,
    "elsewhere": -0.8,
    "not place": -4.0,
    "person": -1.2,
    "surname": -3.0,
    "demonym": -6.0,
    "repeated": 2.5,
    "same country": 1.2,
    "same region": 1.0,
}
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "poss", "agent"))
# What stands between a place and the wider one it is said to lie in: "Paris, Texas", "Marea, a town in Aleppo".
_WITHIN = re.compile(
    r"(?:, (?:an? |the |one of the )[\w\s'’-]{1,50}? (?:in|of|inside|within)|,? (?:in|inside)|,| \(| district of)\s?"
    r"\s?(?:the )?(?:(?:far |rural |rebel-held |government-held )?(?:north|south|east|west|central)[\w-]*\s)*"
)
_DOUBTS = frozenset(("word", "surname", "not place"))
PLACE = 0.0
SURE = 1.5
FOCUS = 0.34


def judge(page: Page, candidates: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates that are places; each carries its evidence and the qualifier after it ("Paris, Texas")."""
    known = cues()
    referents = [gazetteer.candidates(c.name) if c.known and not c.code else () for c in candidates]
    _qualify(page, candidates, referents, gazetteer)
    surnames = _surnames(page)
    for candidate, places in zip(candidates, referents, strict=True):
        candidate.features = signs(page, candidate, places, known, surnames)
        candidate.evidence = sum(WEIGHTS[sign] for sign in candidate.features)
    _labels(candidates)
    _focus(candidates, referents)
    _listed(page, candidates)
    _propagate(candidates)
    return [candidate for candidate in candidates if candidate.evidence > PLACE]


def signs(
    page: Page, candidate: Candidate, places: Sequence[Referent], known: Cues, surnames: frozenset[str]
) -> list[str]:
    """What speaks for and against one candidate, as names of weights."""
    found = ["bias", _label_sign(candidate)]
    found.append("abbreviation" if candidate.code else _gazetteer_sign(places))
    found += _before(page, candidate, known)
    found += _after(page, candidate, known)
    flags = {
        "qualified": candidate.qualifier is not None,
        "qualifies": candidate.qualifies,
        "generic": candidate.generic,
        "fresh": candidate.fresh,
    }
    found += [sign for sign, holds in flags.items() if holds]
    return found if candidate.code else found + _name_signs(page, candidate, surnames)


def _name_signs(page: Page, candidate: Candidate, surnames: frozenset[str]) -> list[str]:
    lowered = candidate.name.casefold()
    found = []
    if lowered in wordlike():
        found.append(wordlike()[lowered])
        if found[0] == "word" and page.doc[candidate.first].is_sent_start:
            found.append("word opening")
    if not candidate.known and page.doc[candidate.stop - 1].dep_ in _SUBJECTS:
        found.append("unknown subject")
    if lowered.startswith(("st.", "st ", "saint ")):
        found.append("saint")
    if lowered in cues().not_places:
        found.append("not place")
    if lowered in demonyms():
        found.append("demonym")
    if lowered in cues().directions or lowered in cues().inner_words:
        found.append("direction")
    if lowered in surnames:
        found.append("surname")
    if not any(page.proper[candidate.first : candidate.stop]):
        found.append("not proper")
    return found


def _label_sign(candidate: Candidate) -> str:
    if candidate.cover == "none":
        return "no label"
    sign = f"{candidate.cover} {candidate.label}"
    return sign if sign in WEIGHTS else f"{candidate.cover} other"


def _gazetteer_sign(places: Sequence[Referent]) -> str:
    if not places:
        return "unknown"
    kinds = {referent.place.kind for referent in places}
    for kind in ("country", "continent", "capital", "region", "area"):
        if kind in kinds:
            return kind
    people = max(referent.place.population for referent in places)
    for size, least in (("large", 100_000), ("middling", 10_000)):
        if people >= least:
            return size
    if "district" in kinds:
        return "district"
    if any(referent.place.source == "compiled" for referent in places):
        return "compiled"
    if not kinds & {"city", "capital"}:
        return "feature"
    return "small" if people >= 1000 else "tiny"


def _before(page: Page, candidate: Candidate, known: Cues) -> list[str]:
    left = candidate.left.casefold().rstrip(".")
    if left in known.titles:
        return ["title before"]
    if left:
        return [] if left in known.directions or left in known.inner_words else ["word before"]
    at = candidate.first - 1
    while at >= 0 and (page.doc[at].lower_ == "the" or page.doc[at].lower_ in known.directions):
        at -= 1
    if at < 0:
        return []
    word = page.doc[at].lower_.rstrip(".")
    if word == "of" and at and page.doc[at - 1].lower_ in known.of_nouns:
        return ["town of"]
    if word in known.titles:
        return ["title before"]
    if word in known.close_prepositions:
        return ["close preposition"]
    if word in {"on", "over", "against"} and at and page.doc[at - 1].lemma_ in known.attack_nouns:
        return ["taken"]
    if word in known.prepositions:
        return ["loose preposition"]
    return ["taken"] if page.doc[at].lemma_ in known.taking_verbs else []


def _after(page: Page, candidate: Candidate, known: Cues) -> list[str]:
    if candidate.stop >= len(page.doc):
        return []
    word = (candidate.right or page.doc[candidate.stop].lower_).casefold().rstrip(".")
    followers = {
        "division after": known.division_nouns,
        "settlement after": known.settlement_nouns,
        "area after": known.area_nouns,
        "institution after": known.institution_nouns if candidate.right else frozenset(),
        "street after": known.street_nouns if candidate.right else frozenset(),
        "person after": known.person_followers,
    }
    found = [sign for sign, words in followers.items() if word in words][:1]
    return found or (["word after"] if candidate.right else [])


def _qualify(
    page: Page, candidates: list[Candidate], referents: Sequence[Sequence[Referent]], gazetteer: Gazetteer
) -> None:
    """Tie "Paris, Texas" together where some place of the first name lies in some place of the second."""
    for i in range(len(candidates) - 1):
        here, there = candidates[i], candidates[i + 1]
        gap = page.text[here.end : there.start]
        if not _WITHIN.fullmatch(gap):
            continue
        wide = [gazetteer.coded(there.code)] if there.code else [r.place for r in referents[i + 1]]
        wider = {place.id for place in wide if place is not None and place.kind not in {"city", "capital"}}
        lies = any(not wider.isdisjoint(gazetteer.ancestors(r.place.id)) for r in referents[i])
        if lies or (there.code and gap == ", " and here.label != "PERSON"):
            here.qualifier, there.qualifies = there, True


def _surnames(page: Page) -> frozenset[str]:
    """Last words of the persons named in full."""
    names = set()
    for first, stop, label in page.ents:
        if label == "PERSON" and stop - first > 1:
            last = page.doc[stop - 1]
            names.add((page.doc[stop - 2] if last.lower_ in {"'s", "’s"} else last).lower_)
    return frozenset(names)


def _focus(candidates: list[Candidate], referents: Sequence[Sequence[Referent]]) -> None:
    """A doubtful name is likelier a place where it may lie in the country and division that the sure ones lie in."""
    countries: Counter[str | None] = Counter()
    regions: Counter[str | None] = Counter()
    for candidate, places in zip(candidates, referents, strict=True):
        if candidate.evidence >= SURE and places:
            countries[places[0].place.country] += 1
            regions[places[0].place.admin1 or places[0].place.id] += 1
    if not countries:
        return
    least = FOCUS * max(countries.values())
    for candidate, places in zip(candidates, referents, strict=True):
        if candidate.evidence >= SURE or not places or not _DOUBTS.isdisjoint(candidate.features):
            continue
        at_home = any(countries[referent.place.country] >= least for referent in places)
        if at_home:
            _add(candidate, "same country")
        elif candidate.label not in PLACE_LABELS and not any(r.place.country in countries for r in places):
            _add(candidate, "elsewhere")
        if any(regions[referent.place.admin1] for referent in places):
            _add(candidate, "same region")


def _labels(candidates: Sequence[Candidate]) -> None:
    """A name that no gazetteer has and that other sentences label as somebody is likelier somebody."""
    labels: dict[str, Counter[str]] = {}
    for candidate in candidates:
        if candidate.cover == "exact":
            labels.setdefault(candidate.name, Counter())[candidate.label] += 1
    for candidate in candidates:
        if candidate.label in PLACE_LABELS and "unknown" in candidate.features:
            counts = labels.get(candidate.name, Counter())
            if sum(counts[label] for label in PLACE_LABELS) <= counts["PERSON"] + counts["ORG"] + counts["NORP"]:
                _add(candidate, "other label")


def _listed(page: Page, candidates: list[Candidate]) -> None:
    """A doubtful name next to a sure one in a list is likelier a place."""
    for i, candidate in enumerate(candidates):
        if candidate.evidence >= SURE or candidate.right or candidate.left:
            continue
        around = [*candidates[max(0, i - 1) : i], *candidates[i + 1 : i + 2]]
        if any(c.evidence >= SURE and not c.right and _list_gap(page.text, candidate, c) for c in around):
            _add(candidate, "listed")


def _list_gap(text: str, one: Candidate, other: Candidate) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    return text[first.end : second.start] in {", ", " and ", ", and ", " or "}


def _propagate(candidates: list[Candidate]) -> None:
    """A name that is surely a place once is likelier one everywhere else in the document."""
    sure = {c.name.casefold() for c in candidates if c.evidence >= SURE}
    for candidate in candidates:
        if candidate.evidence < SURE and candidate.name.casefold() in sure:
            _add(candidate, "repeated")


def _add(candidate: Candidate, sign: str) -> None:
    candidate.features.append(sign)
    candidate.evidence += WEIGHTS[sign]
