"""The layers under the claims: everything that is found in a text before claims are typed."""

from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.codebook import load as load_codebook
from dragoman.gazetteer import Gazetteer
from dragoman.reading import actors, coreference, figures, language, places, times
from dragoman.reading.clauses.lexicon import Lexicon
from dragoman.reading.coreference import Coreference
from dragoman.reading.typing.context import Context
from dragoman.register import Register


@dataclass(frozen=True)
class Layers:
    """The finders and the data they look things up in."""

    register: Register
    gazetteer: Gazetteer
    codebook: Codebook
    lexicon: Lexicon
    model: str = language.DEFAULT_MODEL

    @classmethod
    def open(cls, codebook: Codebook | None = None, model: str = language.DEFAULT_MODEL) -> "Layers":
        """Open register and gazetteer (built on first use) and the codebook."""
        book = codebook or load_codebook()
        return cls(Register.open(), Gazetteer.open(), book, Lexicon(book), model)

    def context(self, text: str, published: str | None) -> Context:
        """What the coder knows of a text."""
        return self.read(text, published)[0]

    def read(self, text: str, published: str | None) -> tuple[Context, Coreference]:
        """Parse a text and find its mentions; relative times are resolved against `published` (ISO day)."""
        doc = language.parse(text, self.model)
        where = places.recognise(doc, self.gazetteer)
        who = actors.recognise(doc, self.register, when=published, places=where)
        same = coreference.resolve(doc, who, where, self.register)
        context = Context(
            doc=doc,
            actors=who,
            places=where,
            times=times.recognise(doc, published),
            figures=figures.recognise(doc),
            named=same.named,
            matches=self.lexicon.matches(doc),
            pairs=same.pairs,
        )
        return context, same
