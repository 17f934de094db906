"""The places step as a spaCy component: `nlp.add_pipe("dragoman_places")`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.gazetteer import Gazetteer
from dragoman.reading.places.recogniser import recognise

EXTENSION = "dragoman_places"


@Language.factory("dragoman_places", default_config={"home": None}, assigns=[f"doc._.{EXTENSION}", "doc.spans"])
def make(nlp: Language, name: str, home: str | None) -> "PlacesComponent":
    """The factory that spaCy calls; the component needs a tagger, a parser and an entity recogniser before it."""
    return PlacesComponent(home)


class PlacesComponent:
    """Puts the places of a text into `doc._.dragoman_places` and their spans into `doc.spans["dragoman_places"]`.

    `home` is the country (ISO 3166-1 alpha-2) that the texts are published in, if it is known.
    """

    def __init__(self, home: str | None = None) -> None:
        self._home = home
        self._gazetteer: Gazetteer | None = None
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, default=[])

    def __call__(self, doc: Doc) -> Doc:
        """Recognise and resolve; a span's label is the kind of place, its `kb_id_` the place's id."""
        if self._gazetteer is None:
            self._gazetteer = Gazetteer.open()
        places = recognise(doc, self._gazetteer, home=self._home)
        doc._.set(EXTENSION, places)
        doc.spans[EXTENSION] = [
            Span(doc, p.first, p.stop, label=(p.feature or "unresolved").upper(), kb_id=p.place or "") for p in places
        ]
        return doc
