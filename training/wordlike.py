"""Compile the gazetteer names that are English words or common names of people; writes the table beside the step.

    python -m training.wordlike WORDS SURNAMES FIRST_NAMES...

WORDS is a list of English words, one a line (SCOWL's american-english). The others are the frequency lists of the
United States Census of 1990 (public domain): name, per cent, cumulative per cent, rank.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.gazetteer import Gazetteer

TABLE = Path("src/dragoman/reading/places/data/wordlike.tsv")
SURNAMES = 4000
FIRST_NAMES = 800
HEAD = """# Names in the gazetteer that are also English words (word) or common names of people (person).
# Words: SCOWL's American English list. People: frequency lists of the United States Census of 1990 (public domain).
# Written by training/wordlike.py. Columns: name in lower case, sort.
"""


def main() -> None:
    """Write the table."""
    words, surnames, *first_names = (Path(name) for name in sys.argv[1:])
    gazetteer = Gazetteer.open()
    rows: dict[str, str] = {}
    for name in _words(words):
        if gazetteer.known(name) and not _great(name, gazetteer):
            rows[name] = "word"
    for path, most in ((surnames, SURNAMES), *((path, FIRST_NAMES) for path in first_names)):
        for name in _people(path, most):
            if name not in rows and gazetteer.known(name) and not _great(name, gazetteer):
                rows[name] = "person"
    TABLE.write_text(HEAD + "".join(f"{name}\t{rows[name]}\n" for name in sorted(rows)), encoding="utf-8")
    print(len(rows), "names")


def _great(name: str, gazetteer: Gazetteer) -> bool:
    best = gazetteer.candidates(name)[0].place
    return best.kind in {"country", "capital"} or best.population > 1_000_000


def _words(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.isalpha() and line.islower() and len(line) > 1:
            yield line


def _people(path: Path, most: int) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines()[:most]:
        yield line.split()[0].lower()


if __name__ == "__main__":
    main()
