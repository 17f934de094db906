"""Light verbs over event nouns: "gave the militants an ultimatum", "a series of raids was carried out"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.codebook import Codebook, LightVerb

HOPS = 4
_VERBAL = frozenset({"VERB", "AUX"})


class LightVerbs:
    """The light verbs of a codebook by the lemma of the verb."""

    def __init__(self, codebook: Codebook):
        self._measures = frozenset(n for n, classes in codebook.noun_classes.items() if "measure" in classes)
        self._by_lemma: dict[str, list[LightVerb]] = {}
        for verb in codebook.light_verbs:
            words = verb.words[1:] if verb.words[0] == "be" and len(verb.words) > 1 else verb.words
            self._by_lemma.setdefault(words[0].lower(), []).append(verb)

    def governor(self, noun: Token) -> tuple[int, tuple[int, ...], LightVerb] | None:
        """The light verb over an event noun: its token, the tokens from it to the noun, the verb's entry."""
        for verb, link, between in _ways(noun, self._measures):
            found = self._longest(verb, link, between)
            if found is not None:
                return verb.i, (verb.i, *found[1]), found[0]
        return None

    def _longest(self, verb: Token, link: str, between: list[Token]) -> tuple[LightVerb, tuple[int, ...]] | None:
        lemmas = [verb.lemma_.lower(), *_particles(verb), *(t.lemma_.lower() for t in between)]
        tokens = [t.i for t in verb.children if t.dep_ == "prt"] + [t.i for t in between]
        fitting = [light for light in self._by_lemma.get(verb.lemma_.lower(), ()) if _fits(light, link, lemmas)]
        return (max(fitting, key=lambda v: len(v.words)), tuple(sorted(tokens))) if fitting else None


def _fits(light: LightVerb, link: str, lemmas: list[str]) -> bool:
    wanted = [word.lower() for word in light.words if word != "be" or len(light.words) == 1]
    return light.link == link and wanted == lemmas


def _particles(verb: Token) -> list[str]:
    return [child.lower_ for child in verb.children if child.dep_ == "prt"]


def _ways(noun: Token, measures: frozenset[str]) -> Iterator[tuple[Token, str, list[Token]]]:
    """Verbs that the noun hangs on, with how, and the words between."""
    between: list[Token] = []
    token = noun
    for _ in range(HOPS):
        head = token.head
        if head == token:
            return
        if head.pos_ in _VERBAL and token.dep_ not in ("advcl", "advmod", "npadvmod"):
            yield head, "subj" if token.dep_ == "nsubj" else "obj", list(reversed(between))
            return
        if token.dep_ not in ("pobj", "dobj", "prep", "conj", "attr", "compound", "nmod"):
            return
        if token.dep_ != "conj" and not _is_transparent(head, token, measures):
            between.append(head)
        token = head


def _is_transparent(head: Token, token: Token, measures: frozenset[str]) -> bool:
    """ "A wave of raids": neither the measure nor its "of" come between verb and noun."""
    if head.lower_ == "of":
        return head.head.lemma_.lower() in measures
    return head.lemma_.lower() in measures and token.dep_ == "prep"
