from dragoman.reading.language import parse
from dragoman.reading.words import Words

TEXT = "The army shelled two villages. Rebels in Aleppo fled on Monday."


def test_words_say_what_the_parse_says() -> None:
    doc = parse(TEXT)
    words = Words(doc)
    assert words.lemma == [token.lemma_.lower() for token in doc]
    assert words.children == [[child.i for child in token.children] for token in doc]
    assert words.chain(4) == [4, *(token.i for token in doc[4].ancestors)]


def test_sentences_are_those_of_the_parse() -> None:
    doc = parse(TEXT)
    words = Words(doc)
    assert [words.bounds(n) for n in range(len(words.starts))] == [(sent.start, sent.end) for sent in doc.sents]
    assert [words.starts[words.sentence(token.i)] for token in doc] == [token.sent.start for token in doc]


def test_dates_are_no_fillers() -> None:
    words = Words(parse(TEXT))
    assert [words.lower[index] for index in words.fillers[1]] == ["rebels", "aleppo"]


def test_nobody_acts_or_suffers() -> None:
    words = Words(parse("None was intercepted, and nobody fired at the drones."))
    assert [words.lower[index] for index in words.fillers[0]] == ["drones"]


def test_plain_words_tell_what_the_tokens_tell() -> None:
    doc = parse(TEXT)
    for token, word in zip(doc, Words(doc).plain, strict=True):
        for name in ("i", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_"):
            assert getattr(word, name) == getattr(token, name)
        assert (word.head.i, word.sent.start, word.sent.end) == (token.head.i, token.sent.start, token.sent.end)
        for name in ("children", "lefts", "rights", "ancestors"):
            assert [near.i for near in getattr(word, name)] == [near.i for near in getattr(token, name)]
        assert word.is_sent_start == bool(token.is_sent_start)


def test_plain_words_know_their_descendants() -> None:
    doc = parse(TEXT)
    words = Words(doc).plain
    for one in doc:
        for other in doc:
            assert words[one.i].is_ancestor(words[other.i]) == one.is_ancestor(other)
