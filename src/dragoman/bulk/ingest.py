"""Taking reports into a ledger: what it has already is passed over, what fails is noted, any stop can be resumed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic

from dragoman.bulk.workers import Failed, Maker, Result, read_all
from dragoman.intake import Delivery, Failure, Outcome
from dragoman.ledger import Ledger, Prepared, Stored, Writer, report_key
from dragoman.ledger.areas import Areas
from dragoman.ledger.failures import note, settle, stored_keys

BATCH = 200
"""Reports that one transaction stores at most."""
BATCH_S = 2.0
"""A transaction is made at least so often (seconds), so that little is lost at a stop."""
_LOOK = 500


@dataclass(slots=True)
class Ingested:
    """What ingesting did: what was stored, how many reports failed, and what was to be told on the way."""

    stored: Stored = field(default_factory=Stored)
    failed: list[Failed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to ingest: the reader's maker, processes, whether known reports are read again, and who hears of progress.

    `sources` are the files and folders that everything in comes from: what failed of them earlier and does not now is
    over.
    """

    make: Maker
    workers: int = 1
    reread: bool = False
    areas: Areas | None = None
    sources: tuple[str, ...] = ()
    batch: int = BATCH
    progress: Callable[[int], object] = lambda done: None


def ingest(ledger: Ledger, outcomes: Iterable[Outcome], way: Way) -> Ingested:
    """Store the readings of all reports that `outcomes` deliver, in their order, a transaction a batch.

    Raises `LedgerError` where the ledger refuses and `InstallationError` where no reader can be had; what was stored
    before stays.
    """
    done = Ingested()
    writer = Writer(ledger, way.areas)
    deliveries = _unknown(ledger, _deliveries(outcomes, done), way, done)
    for batch in _batches(read_all(way.make, deliveries, way.workers), way.batch):
        read = [result for result in batch if isinstance(result, Prepared)]
        failed = [result for result in batch if isinstance(result, Failed)]
        if read:
            done.stored += writer.add(read, reread=way.reread)
        _fail(ledger, failed, done)
        way.progress(len(batch))
    settle(ledger, way.sources, {one.key for one in done.failed})
    return done


def _deliveries(outcomes: Iterable[Outcome], done: Ingested) -> Iterator[Delivery | Failed]:
    for outcome in outcomes:
        if isinstance(outcome, Delivery):
            yield outcome
        elif isinstance(outcome, Failure):
            key = hashlib.sha256(outcome.where.encode("utf-8", "replace")).hexdigest()[:32]
            yield Failed(key, outcome.where, outcome.reason)
        else:
            done.notes.append(f"{outcome.where}: {outcome.text}")


def _unknown(ledger: Ledger, deliveries: Iterator[Delivery | Failed], way: Way, done: Ingested) -> Iterator[Delivery]:
    """The reports that must be read; those that the ledger has are counted, those that intake failed on are noted."""
    while part := list(islice(deliveries, _LOOK)):
        _fail(ledger, [one for one in part if isinstance(one, Failed)], done)
        taken = [one for one in part if isinstance(one, Delivery)]
        known = set() if way.reread else stored_keys(ledger, [report_key(one.report) for one in taken])
        fresh = [one for one in taken if report_key(one.report) not in known]
        done.stored.known += len(taken) - len(fresh)
        way.progress(len(part) - len(fresh))
        yield from fresh


def _batches(results: Iterator[Result], size: int) -> Iterator[list[Result]]:
    batch: list[Result] = []
    begun = monotonic()
    for result in results:
        batch.append(result)
        if len(batch) >= size or monotonic() - begun > BATCH_S:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch


def _fail(ledger: Ledger, failed: list[Failed], done: Ingested) -> None:
    if failed:
        note(ledger, [(one.key, one.name, one.reason) for one in failed])
        done.failed += failed
