from pathlib import Path

import pytest

from dragoman.gazetteer.gazetteer import whole
from dragoman.gazetteer.place import Place
from dragoman.gazetteer.store import Entry, Store
from dragoman.model import DataFileError

HERE = Place(
    id="import:1", name="Ar Rastan", kind="city", country="SY", lat=34.9, lon=36.7, radius_km=2, source="import"
)


def filled(path: Path) -> Path:
    store = Store.write(path)
    store.put([Entry(HERE, ["Rastan"], True, ["import:2"])])
    store.finish("s" * 64)
    return path


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    store = Store.read(filled(tmp_path / "s"))
    assert store.get("import:1") == HERE
    assert [candidate.place for candidate in store.named("rastan")] == [HERE]
    assert store.members("import:1") == ["import:2"]
    assert store.areas_of("import:2") == ["import:1"]


def test_a_place_put_twice_is_one_and_keeps_its_names(tmp_path: Path) -> None:
    store = Store.write(tmp_path / "s", safe=True)
    store.put([Entry(HERE, ["Rastan"]), Entry(HERE, ["Arethusa"])])
    assert store.count() == 1
    assert store.known("rastan") and store.known("arethusa")


def test_a_finished_file_is_whole(tmp_path: Path) -> None:
    assert whole(filled(tmp_path / "s"), "s" * 64)
    assert not whole(tmp_path / "s", "other")


@pytest.mark.parametrize("size", [0, 50, 5000])
def test_a_cut_file_is_not_whole(tmp_path: Path, size: int) -> None:
    path = filled(tmp_path / "s")
    path.write_bytes(path.read_bytes()[:size])
    assert not whole(path, "s" * 64)


def test_a_damaged_page_is_one_clear_error(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DataFileError, match="places build --force"):
        Store.read(path).get("import:1")
