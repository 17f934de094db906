import spacy

from dragoman.reading.actors.component import make
from dragoman.reading.language import DEFAULT_MODEL


def test_it_stands_alone_in_a_pipeline():
    nlp = spacy.load(DEFAULT_MODEL)
    assert callable(make)
    nlp.add_pipe("dragoman_actors", config={"when": "2013-05-01"})
    doc = nlp("HTS attacked the army.")
    assert next(mention.actor for mention in doc._.dragoman_actors) == "al-nusra-front"
