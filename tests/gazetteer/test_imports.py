import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.gazetteer import Gazetteer, cache
from dragoman.gazetteer.imports import import_file
from dragoman.model import InputError

DUMP = (
    "9990001\tTall Zayzun\tTall Zayzun\tTel Zeizoun\t32.8\t35.9\tP\tPPL\tSY\t\t06\t\t\t\t500\t\t300\t-\t-\n"
    "9990002\tNowhere\tNowhere\t\t99\t999\tP\tPPL\tSY\t\t06\t\t\t\t0\t\t0\tAsia/Damascus\t2020\n"
    "9990003\tCut off"
)
TABLE = "name,lat,lon,country,kind,contains\nFront,33.5,36.4,Syria,area,geonames:170592\nBad,north,1,SY,city,\n"
GED = (
    "id,where_prec,where_coordinates,adm_1,adm_2,country,latitude,longitude\n"
    "1,1,Douma town,Rif Dimashq governorate,,Syria,33.57,36.40\n"
    "2,6,Syria,,,Syria,35,38\n"
    "3,1,Tall Qaqun village,Hamah governorate,,Syria,35.41,36.31\n"
)
COD = "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,center_lat,center_lon\nNewland,SY99,Newtown,SY9901,34.1,37.2\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own that holds the built gazetteer."""
    Gazetteer.open(quiet=True)
    built = next(cache.folder().glob("gazetteer-*.sqlite"), None)
    for found in cache.folder().glob("gazetteer-*.sqlite"):
        (tmp_path / found.name).symlink_to(found)
    assert built is not None
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geonames_dump_adds_its_places_and_names_what_it_refuses(own: Path) -> None:
    refused: list[tuple[int, str]] = []
    outcome = import_file(write(own, "SY.txt", DUMP), refuse=lambda *row: refused.append(row), quiet=True)
    assert (outcome.format, outcome.places, outcome.refused) == ("geonames", 1, 2)
    assert [line for line, _ in refused] == [2, 3]
    place = Gazetteer.open(quiet=True).find("Tel Zeizoun")[0]
    assert place.id == "geonames:9990001"
    assert place.admin1 == "geonames:170903"


def test_a_dump_in_a_zip_archive_is_read(own: Path) -> None:
    with zipfile.ZipFile(own / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr("SY.txt", DUMP)
    assert import_file(own / "SY.zip", quiet=True).places == 1


def test_a_cut_archive_is_one_clear_error(own: Path) -> None:
    with zipfile.ZipFile(own / "SY.zip", "w") as archive:
        archive.writestr("SY.txt", DUMP * 50)
    data = (own / "SY.zip").read_bytes()
    (own / "SY.zip").write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="fetch it again"):
        import_file(own / "SY.zip", quiet=True)


def test_the_same_file_twice_changes_nothing(own: Path) -> None:
    path = write(own, "places.csv", TABLE)
    import_file(path, quiet=True)
    stamp = Gazetteer.open(quiet=True).stamp
    assert import_file(path, quiet=True).again
    assert Gazetteer.open(quiet=True).stamp == stamp


def test_an_import_changes_the_stamp(own: Path) -> None:
    before = Gazetteer.open(quiet=True).stamp
    import_file(write(own, "places.csv", TABLE), quiet=True)
    assert Gazetteer.open(quiet=True).stamp != before


def test_a_plain_table_may_say_what_a_place_contains(own: Path) -> None:
    import_file(write(own, "places.csv", TABLE), quiet=True)
    gazetteer = Gazetteer.open(quiet=True)
    assert gazetteer.inside("geonames:170592", gazetteer.find("Front", country="SY")[0].id)


def test_event_places_are_joined_with_the_ones_that_are_known(own: Path) -> None:
    outcome = import_file(write(own, "ged.csv", GED), quiet=True)
    assert (outcome.format, outcome.places, outcome.skipped) == ("ucdp-ged", 2, 1)
    gazetteer = Gazetteer.open(quiet=True)
    assert gazetteer.find("Douma", country="SY")[0].id == "geonames:170592"


def test_a_table_of_divisions_adds_the_lowest_level(own: Path) -> None:
    assert import_file(write(own, "admin.csv", COD), quiet=True).format == "cod-ab"
    assert Gazetteer.open(quiet=True).find("Newtown", country="SY")[0].kind == "district"


def test_wrong_columns_are_refused_whole(own: Path) -> None:
    with pytest.raises(InputError, match="name, lat, lon"):
        import_file(write(own, "wrong.csv", "a,b\n1,2\n"), quiet=True)


def test_a_missing_file_is_one_clear_error(own: Path) -> None:
    with pytest.raises(InputError, match="there is no file"):
        import_file(own / "missing.csv", quiet=True)


def test_a_file_of_nothing_but_bad_rows_leaves_nothing(own: Path) -> None:
    with pytest.raises(InputError, match="nothing imported"):
        import_file(write(own, "bad.csv", "name,lat,lon\n" + "x,y,z\n" * 300), quiet=True)
    assert Gazetteer.open(quiet=True).find("x", country="SY") == ()
