"""How long the files and functions of the package are, against the measure that the house has set itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"


@dataclass(frozen=True, slots=True)
class Size:
    """How many lines something has, without its docstring."""

    name: str
    lines: int


def files() -> list[Size]:
    """Every module with its lines."""
    return [Size(str(path.relative_to(SOURCE)), len(_lines(path))) for path in _modules()]


def functions() -> list[Size]:
    """Every function with its lines, decorators and docstring left out."""
    return [size for path in _modules() for size in _functions(path)]


def at(part: float, sizes: list[Size]) -> float:
    """The length that `part` of all stay under."""
    return quantiles([size.lines for size in sizes], n=100, method="inclusive")[round(part * 100) - 1]


def longest(sizes: list[Size], count: int = 5) -> str:
    """The longest ones, for people."""
    found = sorted(sizes, key=lambda size: (-size.lines, size.name))[:count]
    return ", ".join(f"{size.name} {size.lines}" for size in found)


def report() -> Iterator[str]:
    """The report in lines."""
    for kind, sizes in (("files", files()), ("functions", functions())):
        middle = median(size.lines for size in sizes)
        yield f"{len(sizes)} {kind}: median {middle:g} lines, 90 % up to {at(0.9, sizes):g}; longest {longest(sizes)}"


def _modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _functions(path: Path) -> Iterator[Size]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Size(f"{path.relative_to(SOURCE)}:{node.name}", _length(node))


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is None or len(node.body) == 1:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)
