from dragoman.model import Report
from dragoman.reading.reader import Reader


def linked(reader: Reader, text: str) -> list[tuple[str, str, str]]:
    reading = reader.read(Report(id="r", text=text, published="2020-03-02", language="en"))
    words = {claim.id: claim.evidence.text for claim in reading.claims}
    return [(claim.evidence.text, link.rel, words[link.claim]) for claim in reading.claims for link in claim.links]


def test_the_same_happening_told_again_is_linked(reader: Reader) -> None:
    found = linked(reader, "Gunmen ambushed a convoy near Gao on Sunday. The ambush killed four soldiers.")
    assert any(relation == "same" for _, relation, _ in found)


def test_happenings_at_different_places_are_not_linked(reader: Reader) -> None:
    found = linked(reader, "Rebels captured Saraqib on Sunday. The army captured Nubl on Monday.")
    assert found == []
