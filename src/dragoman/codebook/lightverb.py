"""Light verbs: verbs that lend an event noun its arguments ("gave an ultimatum", "came under attack")."""

from dataclasses import dataclass

from dragoman.codebook.trigger import Args
from dragoman.model import Phase


@dataclass(frozen=True, slots=True)
class LightVerb:
    """`words` are the verb's lemmas up to its noun; `args` say where the roles of the noun stand at the verb.

    `link` is where the noun stands: "obj" ("launch an attack"), "subj" ("fighting erupted").
    """

    words: tuple[str, ...]
    link: str
    args: Args
    phase: Phase | None = None
    sense: str | None = None
