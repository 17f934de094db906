"""Our own labelled passages: a text form that is quick to write and read, its parser and its checks.

A file holds passages of one theme. A passage is a heading line, its text, a rule, and one claim a line:

    === name | published or - | publisher or -
    Text, one line per paragraph.
    ---
    type | evidence#n | by: A; B | to: C | place: at X; near Y | time: on Monday = 2024-03-11 | deadline: …
         | speaker: S | fig: at least 12 = >12 killed | terms: obligation: T; content: U
         | fact: denied | phase: start | same: 1

Everything but type and evidence may be left out. `#n` is the occurrence of the evidence in the text, `same` counts
the passage's claims from 1. Times and figures give their value after ` = `: `?` is unknown, `>` low, `<` high,
`a..b` a range. Lines that start with `//` between passages are comments.

`python -m training.labelled FOLDER` checks every file and prints counts; `--jsonl` writes the gold standard's form.
"""

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from dragoman.model.claim import Factuality
from dragoman.model.errors import DragomanError, InputError
from training.gold import GoldPassage, passage

FORM: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("form.toml").read_text(encoding="utf-8"))
ISO = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?|\.\.)(/(\d{4}(-\d\d(-\d\d)?)?|\.\.))?")
Row = dict[str, Any]


def load(folder: Path) -> list[GoldPassage]:
    """The passages of every `.txt` file of a folder, in the order of file names; InputError where one is wrong."""
    return [passage(row) for row in rows(folder)]


def rows(folder: Path) -> list[Row]:
    """The same passages as rows in the form of the claims gold standard."""
    found: list[Row] = []
    for path in sorted(folder.glob("*.txt")):
        found += _file(path)
    names = Counter(row["id"] for row in found)
    twice = [name for name, n in names.items() if n > 1]
    if twice:
        raise InputError(f"passage {twice[0]} is there twice: rename one")
    return found


def _file(path: Path) -> Iterator[Row]:
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        heading, _, rest = block.partition("\n")
        body, rule, labels = rest.partition("\n---\n")
        parts = [part.strip() for part in heading.split("|")]
        if len(parts) != 3 or not rule:
            raise InputError(f"{path.name}: {heading}: write '=== name | date | publisher', text, '---' and claims")
        name, published, publisher = (None if part == "-" else part for part in parts)
        lines = [line for line in labels.splitlines() if line.strip() and not line.startswith("//")]
        row = {"id": name, "origin": "own", "published": published, "publisher": publisher, "text": body.strip()}
        yield row | {"claims": list(_claims(f"{path.name}: {name}", body.strip(), lines))}


def _claims(where: str, text: str, lines: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        claim = _claim(f"{where}: claim {number}", number, line)
        wrong = next(_faults(text, claim), None)
        if wrong:
            raise InputError(f"{where}: claim {number}: {wrong}")
        yield claim


def _claim(where: str, number: int, line: str) -> Row:
    kind, evidence, *fields = (part.strip() for part in line.split(" | "))
    evidence, _, nth = evidence.partition("#")
    given: dict[str, str] = {}
    for field in fields:
        key, colon, value = field.partition(":")
        if not colon or key in given:
            raise InputError(f"{where}: can't read {field!r}: write 'field: value', each field once")
        given[key] = value.strip()
    claim: Row = {"id": f"c{number}", "type": kind, "evidence": evidence, "occurrence": int(nth or 1)}
    claim |= {field: _items(given.pop(field, "")) for field in ("by", "to", "speaker")}
    claim["place"] = [_pair(item, " ") for item in _items(given.pop("place", ""))]
    claim["time"] = [_time(item) for item in _items(given.pop("time", ""))]
    claim["deadline"] = [_time(item) for item in _items(given.pop("deadline", ""))]
    claim["figures"] = [_figure(where, item) for item in _items(given.pop("fig", ""))]
    claim["terms"] = [_pair(item, ": ") for item in _items(given.pop("terms", ""))]
    claim |= {"factuality": given.pop("fact", "happened"), "phase": given.pop("phase", None)}
    same = given.pop("same", None)
    claim["same_as"] = f"c{same}" if same else None
    if given:
        raise InputError(f"{where}: no field is called {min(given)!r}")
    return claim


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.split(";") if item.strip()]


def _pair(item: str, between: str) -> Row:
    role, _, text = item.partition(between)
    return {"text": text.strip(), "role": role}


def _time(item: str) -> Row:
    text, _, value = item.partition(" = ")
    return {"text": text.strip(), "value": None if value.strip() == "?" else value.strip()}


def _figure(where: str, item: str) -> Row:
    match = re.fullmatch(r"(.+) = (\?|[<>]?\d+|\d+\.\.\d+) (\w+)", item)
    if not match:
        raise InputError(f"{where}: can't read figure {item!r}: write 'at least 12 = >12 killed'")
    text, size, what = match.groups()
    figure: Row = {"text": text, "value": None, "low": None, "high": None, "what": what}
    if ".." in size:
        low, _, high = size.partition("..")
        return figure | {"low": int(low), "high": int(high)}
    if size == "?":
        return figure
    key = {"<": "high", ">": "low"}.get(size[0], "value")
    return figure | {key: int(size.lstrip("<>"))}


def _faults(text: str, claim: Row) -> Iterator[str]:
    """What is wrong with a claim, first things first."""
    if claim["type"] not in FORM["types"]:
        yield f"no type is called {claim['type']!r}"
    stands = len(re.findall(f"(?={re.escape(claim['evidence'])})", text))
    if not claim["evidence"] or not 1 <= claim["occurrence"] <= stands:
        yield f"evidence {claim['evidence']!r} stands {stands} times in the text, not {claim['occurrence']}"
    yield from _unquoted(text, claim)
    for field, roles in (("place", FORM["placed"]), ("terms", FORM["termed"])):
        yield from (f"no {field} has the role {item['role']!r}" for item in claim[field] if item["role"] not in roles)
    for item in claim["time"] + claim["deadline"]:
        if item["value"] is not None and not ISO.fullmatch(item["value"]):
            yield f"{item['value']!r} is no day, month, year or range of them"
    yield from (
        f"figures don't count {item['what']!r}" for item in claim["figures"] if item["what"] not in FORM["counted"]
    )
    if claim["factuality"] not in get_args(Factuality):
        yield f"no factuality is called {claim['factuality']!r}"
    if claim["phase"] not in (None, "start", "end"):
        yield f"no phase is called {claim['phase']!r}"
    if claim["same_as"] and not 1 <= int(claim["same_as"][1:]) < int(claim["id"][1:]):
        yield f"same: {claim['same_as'][1:]} is no earlier claim"


def _unquoted(text: str, claim: Row) -> Iterator[str]:
    for field in ("by", "to", "speaker"):
        yield from (f"{field} {item!r} does not stand in the text" for item in claim[field] if item not in text)
    for field in ("place", "time", "deadline", "figures", "terms"):
        for item in claim[field]:
            if not item["text"] or item["text"] not in text:
                yield f"{field} {item['text']!r} does not stand in the text"


def counts(found: list[Row]) -> str:
    """How many passages and claims there are, by file theme, type and factuality, for people to read."""
    claims = [claim for row in found for claim in row["claims"]]
    lines = [f"{len(found)} passages, {len(claims)} claims, {sum(len(row['text'].split()) for row in found)} words"]
    for field in ("type", "factuality", "phase"):
        tally = Counter(str(claim[field]) for claim in claims)
        lines.append(f"{field}: " + ", ".join(f"{name} {n}" for name, n in tally.most_common()))
    absent = sorted(set(FORM["types"]) - {claim["type"] for claim in claims})
    return "\n".join([*lines, "types without a claim: " + (", ".join(absent) or "none")])


def main() -> int:
    """Check the passages of a folder and print their counts, or their JSONL form; the exit status."""
    options = argparse.ArgumentParser(description="Check our own labelled passages.")
    options.add_argument("folder", type=Path)
    options.add_argument("--jsonl", action="store_true", help="write the passages in the gold standard's form")
    asked = options.parse_args()
    try:
        found = rows(asked.folder)
    except DragomanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    print("\n".join(json.dumps(row, ensure_ascii=False) for row in found) if asked.jsonl else counts(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
