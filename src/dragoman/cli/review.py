"""`dragoman review`: what people decide about claims and events."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import DEFAULT, Form, LedgerName, Limit

if TYPE_CHECKING:
    from dragoman.ledger.reviews import Desk

app = typer.Typer(help="Accept, correct or reject claims; split, merge or link events.", no_args_is_help=True)

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="Id as `dragoman claims` prints it.")]
EventId = Annotated[str, typer.Argument(metavar="EVENT", help="Id as `dragoman events` prints it.")]
Reviewer = Annotated[str, typer.Option("--reviewer", "-r", metavar="NAME", help="Who decides.")]
Note = Annotated[str, typer.Option(help="Why; kept with the review.")]


@contextmanager
def _desk(ledger: str, reviewer: str) -> "Iterator[Desk]":
    from dragoman.assembly.assemble import assemble
    from dragoman.ledger import open_ledger
    from dragoman.ledger.reviews import Desk
    from dragoman.register import Register

    with open_ledger(ledger, create=False) as opened:
        yield Desk(opened, reviewer)
        assemble(opened, Register.open())


@app.command("list")
def list_(ledger: LedgerName = DEFAULT, limit: Limit = 50, form: Form = "table") -> None:
    """Print the latest reviews."""
    from dragoman.cli.table import show
    from dragoman.ledger import open_ledger
    from dragoman.ledger.reviews import listed

    with open_ledger(ledger, create=False) as opened, opened.read() as connection:
        lines = [
            {
                "review": one.id,
                "recorded": one.recorded,
                "reviewer": one.reviewer,
                "action": one.action,
                "about": _about(one.payload),
            }
            for one in listed(connection, limit)
        ]
    show(lines, form, empty="nobody has reviewed anything yet")


def _about(payload: dict[str, object] | None) -> str:
    if payload is None:
        return "forgotten"
    return "; ".join(
        f"{key} {_shown(value)}" for key, value in payload.items() if value and key not in ("after", "type")
    )


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}={one}" for key, one in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@app.command("show")
def show_(claim: Claim, ledger: LedgerName = DEFAULT) -> None:
    """Print all of one claim as JSON, with what the machine read where a reviewer corrected it."""
    from dragoman.ledger import open_ledger
    from dragoman.ledger.reviews import claim_of, machine_of

    with open_ledger(ledger, create=False) as opened, opened.read() as connection:
        told = claim_of(connection, claim)
        machine = machine_of(connection, told)
    typer.echo(told.claim.model_dump_json(indent=1, exclude={"why"}))
    typer.echo(f"{told.origin.label}; event {told.event or 'none'}; {told.verdict or 'unreviewed'}")
    typer.echo(f"report: {told.origin.url or told.origin.name or told.origin.id}")
    if machine:
        typer.echo(f"the machine read: {machine.model_dump_json(exclude={'why'})}")


@app.command("accept")
def accept(claim: Claim, reviewer: Reviewer, ledger: LedgerName = DEFAULT, note: Note = "") -> None:
    """Confirm that the report makes this claim."""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"review {desk.accept(claim, note)}")


@app.command("reject")
def reject(claim: Claim, reviewer: Reviewer, ledger: LedgerName = DEFAULT, note: Note = "") -> None:
    """Say that the report makes no such claim; answers leave it out."""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"review {desk.reject(claim, note)}")


@app.command("correct")
def correct(
    claim: Claim,
    reviewer: Reviewer,
    changes: Annotated[list[str], typer.Option("--set", metavar="FIELD=VALUE", help="May be repeated.")],
    ledger: LedgerName = DEFAULT,
    note: Note = "",
    teach: Annotated[
        list[str] | None, typer.Option(metavar="NAME=ID", help="Teach that a name means this actor; may be repeated.")
    ] = None,
) -> None:
    """Correct fields of a claim: type, factuality, phase, means, by, to, speaker, place, time, killed, injured …"""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"review {desk.correct(claim, dict(_pairs(changes)), note)}")
        for alias, target in _pairs(teach or []):
            _teach(desk, alias, "actor", target, note)


@app.command("teach")
def teach(
    lesson: Annotated[str, typer.Argument(metavar="NAME=ID")],
    reviewer: Reviewer,
    kind: Annotated[str, typer.Option(help="actor or place.")] = "actor",
    ledger: LedgerName = DEFAULT,
    note: Note = "",
) -> None:
    """Teach what a name means for the next reading."""
    with _desk(ledger, reviewer) as desk:
        [(alias, target)] = _pairs([lesson])
        _teach(desk, alias, kind, target, note)


def _teach(desk: "Desk", alias: str, kind: str, target: str, note: str) -> None:
    from dragoman.cli import lessons
    from dragoman.ledger.reviews import taught

    lessons.check(kind, target)
    typer.echo(f"review {desk.teach(alias, kind, target, note)}")
    with desk.ledger.read() as connection:
        known = taught(connection, kind)
    lessons.hand_on(kind, known)


def _pairs(values: list[str]) -> Iterator[tuple[str, str]]:
    from dragoman.model import UsageError

    for value in values:
        name, sign, content = value.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{value!r} is not of the form NAME=VALUE")
        yield name.strip(), content.strip()


@app.command("split")
def split(
    event: EventId,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM…", help="The claims that are another event.")],
    reviewer: Reviewer,
    ledger: LedgerName = DEFAULT,
    note: Note = "",
) -> None:
    """Take claims out of an event into a new one, for good."""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"event {desk.split(event, claims, note)}")


@app.command("merge")
def merge(
    event: EventId,
    others: Annotated[list[str], typer.Argument(metavar="EVENT…", help="The events that are the same.")],
    reviewer: Reviewer,
    ledger: LedgerName = DEFAULT,
    note: Note = "",
) -> None:
    """Make several events one under the id of the first, for good."""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"review {desk.merge(event, others, note)}")


@app.command("link")
def link(claim: Claim, event: EventId, reviewer: Reviewer, ledger: LedgerName = DEFAULT, note: Note = "") -> None:
    """Put a claim to an event, for good."""
    with _desk(ledger, reviewer) as desk:
        typer.echo(f"review {desk.link(claim, event, note)}")
