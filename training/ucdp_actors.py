"""Write the register's tables of UCDP actors from the UCDP Actor data set (CC BY 4.0).

python -m training.ucdp_actors ucdp_actors.jsonl
"""

import json
import sys
from pathlib import Path

from dragoman.register import tables, ucdp

SOURCE = "UCDP Actor 22.1"
COMPILED = [
    tables.DATA / name for name in ("actors.tsv", "aliases.tsv", "dated_aliases.tsv", "relations.tsv", "seats.tsv")
]


def main(path: Path) -> None:
    """Read the data set and write the tables beside the compiled ones."""
    with path.open(encoding="utf-8") as lines:
        written = ucdp.convert(map(json.loads, lines), tables.read(COMPILED), SOURCE)
    head = f"Made by training/ucdp_actors.py from {SOURCE} (Uppsala Conflict Data Program, CC BY 4.0)."
    ucdp.write(written, tables.DATA, head)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
