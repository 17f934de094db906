"""Which candidates are places: the evidence of label, gazetteer, words around and the rest of the document."""

import re

from dragoman.gazetteer import Candidate as Referent
from dragoman.gazetteer import Gazetteer
from dragoman.reading.places.candidates import Candidate, Page
from dragoman.reading.places.cues import Cues, cues

# Log-odds of each sign, set by hand on general newspaper English.
WEIGHTS = {
    "bias": -1.0,
    "exact GPE": 3.0,
    "exact LOC": 2.5,
    "exact FAC": 1.0,
    "exact ORG": 0.2,
    "exact PERSON": -0.8,
    "exact NORP": -3.5,
    "exact other": -0.5,
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
    "area": 2.0,
    "district": 1.5,
    "feature": 1.0,
    "large": 1.5,
    "middling": 0.8,
    "small": 0.0,
    "tiny": -0.6,
    "unknown": -1.2,
    "abbreviation": 4.0,
    "town of": 3.0,
    "division after": 2.5,
    "settlement after": 1.5,
    "area after": 1.0,
    "place preposition": 1.2,
    "loose preposition": 0.5,
    "qualified": 4.0,
    "qualifies": 3.0,
    "title before": -4.0,
    "word before": -1.5,
    "direction before": 0.0,
    "word after": -1.0,
    "institution after": 0.6,
    "street after": -6.0,
    "person after": -0.8,
    "not proper": -1.5,
    "wordlike": -2.0,
    "surname": -3.0,
    "repeated": 2.5,
}
PLACE = 0.0
SURE = 1.5
_CLOSE = frozenset(("in", "near", "outside", "inside", "throughout", "across", "around", "leaving", "entering"))
_GAP = re.compile(r"[ \n]*")


def judge(page: Page, candidates: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates that are places; each carries its evidence and the qualifier after it ("Paris, Texas")."""
    known = cues()
    referents = [gazetteer.candidates(c.name) if c.known and not c.code else () for c in candidates]
    _qualify(page, candidates, referents, gazetteer)
    surnames = _surnames(page)
    for candidate, places in zip(candidates, referents, strict=True):
        candidate.features = list(signs(page, candidate, places, known, surnames))
        candidate.evidence = sum(WEIGHTS[sign] for sign in candidate.features)
    _propagate(candidates)
    return [candidate for candidate in candidates if candidate.evidence > PLACE]


def signs(
    page: Page, candidate: Candidate, places: tuple[Referent, ...], known: Cues, surnames: frozenset[str]
) -> list[str]:
    """What speaks for and against one candidate, as names of weights."""
    found = ["bias", _label_sign(candidate)]
    found.append("abbreviation" if candidate.code else _gazetteer_sign(places))
    found += _before(page, candidate, known)
    found += _after(page, candidate, known)
    if candidate.qualifier is not None:
        found.append("qualified")
    if candidate.qualifies:
        found.append("qualifies")
    lowered = candidate.name.casefold()
    if lowered in known.wordlike:
        found.append("wordlike")
    if lowered in surnames:
        found.append("surname")
    if not candidate.code and not any(page.proper[candidate.first : candidate.stop]):
        found.append("not proper")
    return found


def _label_sign(candidate: Candidate) -> str:
    if candidate.cover == "none":
        return "no label"
    sign = f"{candidate.cover} {candidate.label}"
    return sign if sign in WEIGHTS else f"{candidate.cover} other"


def _gazetteer_sign(places: tuple[Referent, ...]) -> str:
    if not places:
        return "unknown"
    kinds = {referent.place.kind for referent in places}
    for kind in ("country", "continent", "capital", "region", "area"):
        if kind in kinds:
            return kind
    people = max(referent.place.population for referent in places)
    if people >= 100_000:
        return "large"
    if people >= 10_000:
        return "middling"
    if "district" in kinds:
        return "district"
    if not kinds & {"city", "capital"}:
        return "feature"
    return "small" if people >= 1000 else "tiny"


def _before(page: Page, candidate: Candidate, known: Cues) -> list[str]:
    if candidate.first == 0:
        return []
    doc, at = page.doc, candidate.first - 1
    word = doc[at].lower_.rstrip(".")
    if word == "the" and at:
        at -= 1
        word = doc[at].lower_
    if candidate.left and word not in {"of", "and"}:
        left = candidate.left.casefold().rstrip(".")
        if left in known.titles:
            return ["title before"]
        if left in known.directions:
            return ["direction before"]
        return ["word before"] if not candidate.left.endswith("'s") else []
    if word in known.titles:
        return ["title before"]
    if word == "of" and at and doc[at - 1].lower_ in known.of_nouns:
        return ["town of"]
    if word in _CLOSE:
        return ["place preposition"]
    return ["loose preposition"] if word in known.prepositions else []


def _after(page: Page, candidate: Candidate, known: Cues) -> list[str]:
    if candidate.stop >= len(page.doc):
        return []
    token = page.doc[candidate.stop]
    word = token.lower_.rstrip(".")
    if candidate.right:
        right = candidate.right.casefold().rstrip(".")
        if right in known.street_nouns and right not in known.institution_nouns:
            return ["street after"]
        if right in known.division_nouns:
            return ["division after"]
        inner = right in known.institution_nouns
        return ["institution after"] if inner else ["word after"]
    followers = {
        "division after": known.division_nouns,
        "settlement after": known.settlement_nouns,
        "area after": known.area_nouns,
        "person after": known.person_followers,
    }
    return [sign for sign, words in followers.items() if word in words][:1]


def _qualify(
    page: Page, candidates: list[Candidate], referents: list[tuple[Referent, ...]], gazetteer: Gazetteer
) -> None:
    """Tie "Paris, Texas" together where some place of the first name lies in some place of the second."""
    for i in range(len(candidates) - 1):
        here, there = candidates[i], candidates[i + 1]
        if page.text[here.end : there.start] not in {", ", " (", ", in "}:
            continue
        wide = [gazetteer.coded(there.code)] if there.code else [r.place for r in referents[i + 1]]
        wider = {place.id for place in wide if place is not None and place.kind not in {"city", "capital"}}
        if any(not wider.isdisjoint(gazetteer.ancestors(r.place.id)) for r in referents[i]) or (
            there.code and here.label != "PERSON"
        ):
            here.qualifier, there.qualifies = there, True


def _surnames(page: Page) -> frozenset[str]:
    """Last words of the persons named in full."""
    names = set()
    for first, stop, label in page.ents:
        if label == "PERSON" and stop - first > 1:
            last = page.doc[stop - 1]
            names.add((page.doc[stop - 2] if last.lower_ in {"'s", "’s"} else last).lower_)
    return frozenset(names)


def _propagate(candidates: list[Candidate]) -> None:
    """A name that is surely a place once is likelier one everywhere else in the document."""
    sure = {c.name.casefold() for c in candidates if c.evidence >= SURE}
    for candidate in candidates:
        if candidate.evidence < SURE and candidate.name.casefold() in sure:
            candidate.features.append("repeated")
            candidate.evidence += WEIGHTS["repeated"]
