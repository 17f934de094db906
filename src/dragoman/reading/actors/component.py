"""The actor step as a spaCy component: `nlp.add_pipe("dragoman_actors")`."""

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading.actors.recognise import recognise
from dragoman.register import Register

EXTENSION = "dragoman_actors"


@Language.factory("dragoman_actors", default_config={"when": None}, assigns=[f"doc._.{EXTENSION}"])
def make(nlp: Language, name: str, when: str | None) -> "ActorComponent":
    """The factory that spaCy calls; the component needs a parser, a tagger and entities before it."""
    return ActorComponent(when)


class ActorComponent:
    """Puts the actor mentions of a text into `doc._.dragoman_actors`, named as on the ISO date `when`."""

    def __init__(self, when: str | None = None) -> None:
        self._register = Register.open()
        self._when = when
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, default=[])

    def __call__(self, doc: Doc) -> Doc:
        """Recognise the actors; nothing else of the document is changed."""
        doc._.set(EXTENSION, recognise(doc, self._register, when=self._when))
        return doc
