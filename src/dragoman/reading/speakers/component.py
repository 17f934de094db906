"""The speaker step as a spaCy component: `nlp.add_pipe("dragoman_speakers")`."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading.speakers.attribution import attribute

EXTENSION = "dragoman_attributions"


@Language.factory("dragoman_speakers", default_config={}, assigns=[f"doc._.{EXTENSION}"])
def make(nlp: Language, name: str) -> "SpeakerComponent":
    """The factory that spaCy calls; the component needs a parser and a tagger before it."""
    return SpeakerComponent()


class SpeakerComponent:
    """Puts the attributions of a text into `doc._.dragoman_attributions`, sources as they stand in the text."""

    def __init__(self) -> None:
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, default=[])

    def __call__(self, doc: Doc) -> Doc:
        """Attribute the text; nothing else of the document is changed."""
        doc._.set(EXTENSION, attribute(doc, [], {}, []))
        return doc
