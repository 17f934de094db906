"""The documentation names what the code has, and nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from docs.shown import pages
from docs.usage import commands_of
from dragoman.cli.main import COMMANDS
from dragoman.intake import Delivery, Origin
from dragoman.intake.source import suffixes
from dragoman.model import claim, items, reading, report

ROOT = Path(__file__).parents[2]
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
READING_PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
RECORDS = sorted(
    {
        value
        for module in (claim, items, reading, report)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseModel)
    },
    key=lambda record: record.__name__,
)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_reading_is_described(record: type[BaseModel]) -> None:
    names = [field.alias or name for name, field in record.model_fields.items()]
    assert [name for name in names if f"`{name}`" not in READING_PAGE] == []


def test_every_field_that_is_described_exists() -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", READING_PAGE, re.M)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert told - {field.alias or name for record in RECORDS for name, field in record.model_fields.items()} == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_described(name: str) -> None:
    section = COMMANDS_PAGE.partition(f"## dragoman {name}\n")[2].partition("\n## ")[0] or COMMANDS_PAGE
    for full_name, command in commands_of(name):
        assert f"dragoman {full_name}" in section
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        assert [option for option in options if option != "--help" and option not in section] == []


def test_every_command_that_is_described_exists() -> None:
    told = {name.partition(" ")[0] for name in re.findall(r"^dragoman ([a-z][a-z-]*)", COMMANDS_PAGE, re.M)}
    assert told == set(COMMANDS)


def test_every_built_in_type_is_named() -> None:
    assert sorted(set(re.findall(r"`(\.\w+)`", COMMANDS_PAGE))) == suffixes()


def test_house_map_names_every_room() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = sorted(path.parent.name for path in (ROOT / "src" / "dragoman").glob("*/__init__.py"))
    assert [room for room in rooms if f"`{room}`" not in told] == []


def test_intake_of_the_plugin_page_works() -> None:
    page = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.S)
    assert code is not None
    space: dict[str, Any] = {}
    exec(code[1], space)
    with (ROOT / "examples" / "2018-04-19-barada-dumayr.md").open("rb") as file:
        outcomes = list(space["read"](file, Origin("notes")))
    assert {type(outcome) for outcome in outcomes} == {Delivery}
