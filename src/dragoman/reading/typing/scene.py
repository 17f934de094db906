"""The scene of a trigger: its arguments and its sentence, worked out once for all that asks for them."""

from spacy.tokens import Token

from dragoman.reading.clauses import arguments, conjuncts, is_passive
from dragoman.reading.words import Words


class Scene:
    """A trigger among the words of its text.

    `functions` maps a token to its syntactic function there, whether it is inherited, and its place in a list of
    conjuncts.
    """

    def __init__(self, trigger: Token, words: Words):
        self.trigger, self.words = trigger, words
        self.functions: dict[int, tuple[str, bool, int]] = {}
        word = words.plain[trigger.i]
        given = arguments(word)
        for argument in given:
            for order, token in enumerate(conjuncts(argument.token)):
                self.functions.setdefault(token.i, (argument.function, argument.inherited, order))
        named = {argument.function for argument in given}
        self.has_subject, self.has_object = "subj" in named, "obj" in named
        self.passive = is_passive(word)
        self.sentence = words.sentence(trigger.i)
