import spacy

from dragoman.reading.language import DEFAULT_MODEL
from dragoman.reading.places.component import make


def test_the_step_works_as_a_component_of_its_own() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    assert callable(make)
    nlp.add_pipe("dragoman_places")
    doc = nlp("Shells hit Douma near Damascus.")
    assert [place.text for place in doc._.dragoman_places] == ["Douma", "Damascus"]
    assert [(span.text, span.label_) for span in doc.spans["dragoman_places"]] == [
        ("Douma", "CITY"),
        ("Damascus", "CAPITAL"),
    ]
    assert doc.spans["dragoman_places"][0].kb_id_ == "geonames:170592"
