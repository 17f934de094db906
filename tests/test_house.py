"""The house rules that a machine can hold."""

import ast
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from bench import sizes

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dragoman"
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_.~-])/(work|farm|tmp|root|home|Users)/[A-Za-z0-9]", re.MULTILINE)
REGISTRY = re.compile(
    r"https?[:]//[^ \"]+(\.whl|\.tar\.gz|/-/[^ \"]+\.tgz|/simple)\b|--?(extra-)?index[-]url|\"resolved[\"]:", re.I
)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError")
LISTS = sorted([*SOURCE.rglob("*.tsv"), *SOURCE.rglob("*.txt")])


def texts() -> list[tuple[str, str]]:
    """Every text file that belongs to the project, but this one, which names what it forbids."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = []
    for name in listed:
        data = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in data and ROOT / name != Path(__file__):
            found.append((name, data.decode("utf-8")))
    return found


TEXTS = texts()


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine paths", "registry addresses"])
def test_no_file_holds_what_only_one_machine_has(pattern: re.Pattern[str]) -> None:
    assert [f"{name}: {match[0]}" for name, text in TEXTS if (match := pattern.search(text))] == []


def test_nothing_is_left_unfinished() -> None:
    code = [(name, text) for name, text in TEXTS if name.endswith(".py")]
    assert [name for name, text in code if UNFINISHED.search(text)] == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    tests = [(name, text) for name, text in TEXTS if name.startswith("tests/")]
    assert [name for name, text in tests if re.search(r"pytest\.(mark\.)?(skip|xfail|importorskip)", text)] == []


def test_files_are_short() -> None:
    files = sizes.files()
    assert sizes.at(0.9, files) < 300, sizes.longest(files)
    assert [size for size in files if size.lines > 400] == []


def test_functions_are_short() -> None:
    functions = sizes.functions()
    assert median(size.lines for size in functions) <= 10, sizes.longest(functions)
    assert sizes.at(0.9, functions) < 30, sizes.longest(functions)


@pytest.mark.parametrize("path", LISTS, ids=[str(path.relative_to(SOURCE)) for path in LISTS])
def test_lists_name_their_source_and_are_sorted(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#")
    firsts = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    orders = (lambda name: name, str.casefold)
    assert any(
        all(order(one) <= order(next_one) for one, next_one in pairwise(firsts[start:]))
        for order in orders
        for start in (0, 1)
    ), "sort the rows by their first column"


def test_every_public_name_is_documented() -> None:
    bare = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
        bare += [f"{path.name}:{node.name}" for node in public if ast.get_docstring(node) is None]
    assert bare == []
