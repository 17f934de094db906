from dragoman.gazetteer import Gazetteer
from dragoman.reading.keys import code
from dragoman.reading.places.pairfeatures import PAIR, columns, dense
from dragoman.reading.vectors import Vectors
from tests.reading.places.paired import pairs

TEXT = "The army shelled Douma. Rebels fled to Homs."
BOTH = {"shelled": "shelling", "fled": "displacement"}


def test_each_pair_stands_in_every_column(gazetteer: Gazetteer) -> None:
    found = columns(*pairs(gazetteer, TEXT, BOTH))
    assert {len(values) for values in found.values()} == {3}
    assert set(PAIR.columns) <= set(found)


def test_what_the_trigger_is_goes_with_all_its_pairs(gazetteer: Gazetteer) -> None:
    found = columns(*pairs(gazetteer, TEXT, BOTH))
    assert found["lemma"].tolist() == [code("shell"), code("flee"), code("flee")]
    assert found["subject"].tolist() == [code("army"), code("rebels"), code("rebels")]


def test_other_claims_of_the_place_s_sentence_are_told_where_it_is_another(gazetteer: Gazetteer) -> None:
    found = columns(*pairs(gazetteer, TEXT, BOTH))
    assert found["siblings"].tolist() == [0, code("1"), 0]
    assert found["alike"].tolist()[1] == code("False")


def test_four_vectors_stand_side_by_side(gazetteer: Gazetteer) -> None:
    vectors = Vectors.load()
    both, _ = pairs(gazetteer, TEXT, BOTH)
    found, words = dense(both, vectors), both.coded.words
    row = vectors.row(words.lemma[both.trigger[0]], words.lower[both.trigger[0]])
    assert found.shape == (3, 4 * vectors.width)
    assert found[0, : vectors.width].tolist() == vectors.beside([[row]])[0].tolist()
