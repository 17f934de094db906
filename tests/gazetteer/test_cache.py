import os
import threading
import time
from pathlib import Path

import pytest

from dragoman.gazetteer import cache
from dragoman.model import DataFileError


def whole(path: Path) -> bool:
    return path.exists() and path.read_text() == "whole"


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "deep" / "cache"))
    assert cache.folder() == tmp_path / "deep" / "cache"


def test_an_unwritable_folder_gives_way_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "cache"))
    assert cache.folder().is_dir()
    assert "can't be written" in capsys.readouterr().err


def test_what_is_whole_is_not_built_again(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("whole")
    cache.make(tmp_path / "g", lambda part: pytest.fail("built again"), whole)


def test_what_is_damaged_is_built_anew(tmp_path: Path) -> None:
    (tmp_path / "g").write_text("torn")
    cache.make(tmp_path / "g", lambda part: part.write_text("whole"), whole)
    assert whole(tmp_path / "g")


def test_two_builders_build_once(tmp_path: Path) -> None:
    builds = []

    def build(part: Path) -> None:
        builds.append(part)
        time.sleep(0.3)
        part.write_text("whole")

    threads = [threading.Thread(target=cache.make, args=(tmp_path / "g", build, whole)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(builds) == 1


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    pid = os.fork() if hasattr(os, "fork") else 0
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    (tmp_path / "g.lock").write_text(str(pid))
    cache.make(tmp_path / "g", lambda part: part.write_text("whole"), whole)
    assert whole(tmp_path / "g")


def test_a_build_that_is_not_whole_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="not whole"):
        cache.make(tmp_path / "g", lambda part: part.write_text("half"), whole)


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def build(part: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DataFileError, match="No space left"):
        cache.make(tmp_path / "g", build, whole)
    assert list(tmp_path.iterdir()) == []
