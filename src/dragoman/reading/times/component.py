"""The times step as a spaCy component: `nlp.add_pipe("dragoman_times")`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.reading.times.recogniser import recognise

EXTENSION = "dragoman_times"
PUBLISHED = "dragoman_published"


@Language.factory("dragoman_times", default_config={"published": None}, assigns=[f"doc._.{EXTENSION}", "doc.spans"])
def make(nlp: Language, name: str, published: str | None) -> "TimesComponent":
    """The factory that spaCy calls; the component needs a tagger and a parser before it."""
    return TimesComponent(published)


class TimesComponent:
    """Puts the times of a text into `doc._.dragoman_times` and their spans into `doc.spans["dragoman_times"]`.

    Relative dates count from the ISO day `doc._.dragoman_published` where that is set, else from `published`.
    """

    def __init__(self, published: str | None = None) -> None:
        self._published = published
        for name, default in ((EXTENSION, []), (PUBLISHED, None)):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=default)

    def __call__(self, doc: Doc) -> Doc:
        """Recognise the times; a span's label is its type as TIMEX3 has it (DATE, TIME, DURATION, SET)."""
        times = recognise(doc, doc._.get(PUBLISHED) or self._published)
        doc._.set(EXTENSION, times)
        doc.spans[EXTENSION] = [Span(doc, time.first, time.stop, label=time.kind.upper()) for time in times]
        return doc
