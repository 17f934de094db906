"""What makes a report the same report."""

from dragoman.model import Report


def test_key_is_publisher_address_and_text() -> None:
    one = Report(id="1", text="a", publisher="P", url="https://example.org/1")
    assert one.key == Report(id="2", text="a", publisher="P", url="https://example.org/1").key
    assert one.key != one.model_copy(update={"text": "b"}).key
    assert one.key != one.model_copy(update={"publisher": "Q"}).key


def test_id_stands_in_for_the_address() -> None:
    assert Report(id="1", text="a").key != Report(id="2", text="a").key


def test_hash_is_of_the_text_in_utf_8() -> None:
    assert Report(id="1", text="").sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
