"""Loading the codebook from its TOML files, a user's file laid over them."""

import hashlib
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dragoman.codebook.claimtype import ClaimType
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.layer import Frame, Layer
from dragoman.codebook.lightverb import LightVerb
from dragoman.codebook.means import Means
from dragoman.codebook.rule import SCHEMES, Rule
from dragoman.codebook.trigger import Need, Trigger, expand, parse_args
from dragoman.model import CodebookError

VERSION = 1
FOLDER = Path(__file__).parent


@lru_cache(maxsize=4)
def load(extra: Path | None = None) -> Codebook:
    """The codebook, with the file `extra` laid over it; a CodebookError of one line says what is broken where.

    In a layer a type of a known name replaces the keys that it gives, a trigger of the same words, part of speech and
    type replaces the earlier one, and rules to codes are asked before the earlier ones.
    """
    files = [*sorted(FOLDER.glob("*/*.toml")), *sorted(FOLDER.glob("*.toml")), *([extra] if extra else [])]
    layers = [read(path) for path in files]
    try:
        return _merge(layers, _stamp(files))
    except ValueError as error:
        raise CodebookError(f"the codebook does not fit together: {error}") from error


def read(path: Path) -> Layer:
    """One codebook file; a CodebookError names the file, the key and what is wrong with it."""
    try:
        return Layer.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise CodebookError(f"{path}: can't be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: not TOML ({_line(str(error))})") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise CodebookError(f"{path}: {where}: {_line(first['msg'])}") from error


def _line(message: str) -> str:
    return " ".join(message.split())


def _stamp(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"dragoman {VERSION} sha256:{digest.hexdigest()}"


def _merge(layers: list[Layer], stamp: str) -> Codebook:
    types = _types(layers)
    triggers = {trigger.key: trigger for layer in layers for trigger in _triggers(layer)}
    classes: dict[str, set[str]] = {}
    for layer in layers:
        for name, nouns in layer.noun_classes.items():
            for noun in nouns:
                classes.setdefault(noun, set()).add(name)
    if unknown := {trigger.type for trigger in triggers.values()} - set(types):
        raise ValueError(f"triggers of a type that no file describes: {', '.join(sorted(unknown))}")
    return Codebook(
        stamp=stamp,
        types=types,
        triggers=tuple(triggers[key] for key in sorted(triggers)),
        light_verbs=tuple(verb for layer in layers for verb in _light_verbs(layer)),
        means=tuple(_means(layers)),
        noun_classes={noun: frozenset(names) for noun, names in sorted(classes.items())},
        rules={scheme: tuple(_rules(layers, scheme)) for scheme in SCHEMES},
    )


def _types(layers: list[Layer]) -> dict[str, ClaimType]:
    merged: dict[str, dict[str, Any]] = {}
    for layer in layers:
        for name, entry in layer.types.items():
            merged.setdefault(name, {}).update(entry.given())
    for name, fields in merged.items():
        if missing := {"family", "covers"} - set(fields):
            raise ValueError(f"type {name!r} lacks {' and '.join(sorted(missing))}")
    return {name: ClaimType(name=name, **fields) for name, fields in sorted(merged.items())}


def _triggers(layer: Layer) -> Iterator[Trigger]:
    for frame in layer.frames:
        shape = _shape(frame)
        for words in frame.words:
            for reading in expand(words):
                yield Trigger(words=reading, **shape)


def _shape(frame: Frame) -> dict[str, Any]:
    return {
        "pos": frame.pos,
        "type": frame.type,
        "args": parse_args(frame.pos, frame.args),
        "means": frame.means,
        "weight": frame.weight,
        "needs": tuple(Need.parse(part) for part in frame.needs.split()),
        "sense": frame.sense,
        "phase": frame.phase,
    }


def _light_verbs(layer: Layer) -> Iterator[LightVerb]:
    for frame in layer.light_verbs:
        args = parse_args("verb", frame.args)
        for words in frame.words:
            for reading in expand(words):
                yield LightVerb(reading, frame.link, args, frame.phase, frame.sense)


def _means(layers: list[Layer]) -> Iterator[Means]:
    entries = {name: entry for layer in layers for name, entry in layer.means.items()}
    for rank, (name, entry) in enumerate(entries.items()):
        yield Means(name, tuple(entry.words), frozenset(entry.types), rank)


def _rules(layers: list[Layer], scheme: str) -> Iterator[Rule]:
    for layer in reversed(layers):
        for entry in layer.codes.get(scheme, []):
            yield Rule(entry.code, entry.mode, entry.conditions())
