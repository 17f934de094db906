"""How fast and how large a ledger gets: load, linking, one-screen questions, size. Prints one line a figure.

    python -m bench.ledger [--reports N] [--ledger FILE] [--skip-load] [--skip-growth]

Times are wall clock, with the processor time of this process beside them, since other work on the machine slows the
former. The made-up reports are those of `press`; making them is not counted.
"""

import argparse
import gc
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.ledger.press import CLAIMS, readings
from bench.ledger.world import DAYS, TYPES, World, iso
from dragoman.assembly.agreements import agreements
from dragoman.assembly.assemble import restate
from dragoman.assembly.brief import brief
from dragoman.assembly.deadlines import deadlines
from dragoman.assembly.happenings import happenings
from dragoman.assembly.holders import holders
from dragoman.assembly.linking import link
from dragoman.assembly.states import states
from dragoman.ledger import Ledger, Query, Sketcher, Writer, answer, dirt, open_ledger, prepare, search
from dragoman.model import UsageError

BATCH = 500
QUESTIONS = 40
"""Random questions of each kind."""
LINES = {"claims": 50, "events": 25, "control": 25, "states": 25, "deadlines": 50, "agreements": 25}
"""What fits on a screen: an event or a deal takes several lines."""


class Watch:
    """Wall clock and processor time of what runs inside `with`, added up."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> "Watch":
        self._begun = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter() - self._begun[0]
        self.cpu += time.process_time() - self._begun[1]


def load(ledger: Ledger, world: World, reports: int) -> None:
    """Fill a ledger and tell the rate, from readings to stored claims."""
    writer, sketcher, watch, count = Writer(ledger, world), Sketcher(), Watch(), 0
    source = readings(world, reports)
    while batch := list(islice(source, BATCH)):
        with watch:
            stored = writer.add([prepare(reading, sketcher) for reading in batch])
        count += stored.claims
    tell("load", watch, count)


def tell(what: str, watch: Watch, count: int) -> None:
    """One line: claims a second by wall clock and by processor time."""
    rates = f"{count / watch.wall:,.0f} claims/s wall, {count / watch.cpu:,.0f} claims/s processor"
    print(f"{what}: {count:,} claims in {watch.wall:.1f} s ({watch.cpu:.1f} s processor): {rates}", flush=True)


def link_all(ledger: Ledger) -> Watch:
    """Link everything and tell time and memory; gives the time a claim."""
    watch = Watch()
    with watch:
        linked = link(ledger, everything=True)
    tell("linking", watch, linked.claims)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"linking: {linked.events:,} events, peak memory of the process {memory:,.0f} MB", flush=True)
    watch.wall, watch.cpu = watch.wall / linked.claims, watch.cpu / linked.claims
    return watch


def growth(reports: int, whole: Watch) -> None:
    """Link a tenth as many reports in a ledger of their own, and tell how much longer a claim takes in the whole."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "tenth.ledger")) as ledger:
        world = World(seed=1, busy=reports / 10 / DAYS)
        load(ledger, world, reports // 10)
        tenth = link_all(ledger)
    wall, cpu = whole.wall / tenth.wall, whole.cpu / tenth.cpu
    claims = reports * CLAIMS
    told = f"{wall:.2f} times as long by wall clock, {cpu:.2f} times by processor time"
    print(f"linking: a claim takes {told} among {claims:,} claims as among {claims // 10:,}", flush=True)


def state_all(ledger: Ledger) -> None:
    """Make all states and tell how long that takes."""
    with ledger.read() as connection:
        span = dirt.all_days(connection)
    watch = Watch()
    with watch:
        restate(ledger, span or (0, 0))
    print(f"states: {watch.wall:.1f} s ({watch.cpu:.1f} s processor)", flush=True)


def questions(world: World, rng: random.Random) -> Iterator[tuple[str, Query]]:
    """Random questions with one to three conditions each; places, actors and days as skewed as they are told of."""
    for _ in range(QUESTIONS):
        town = rng.choice(world.towns[:400])
        day = iso(int(DAYS * rng.betavariate(1.4, 1.1)))
        conditions: dict[str, object] = {
            "place": rng.choice((town.id, *town.above)),
            "actor": world.pick(rng, world.actors),
            "voice": rng.choice((world.pick(rng, world.actors), world.pick(rng, world.outlets))),
            "at": day,
            "known_by": day,
            "types": (rng.choice(list(TYPES)),),
            "factuality": (rng.choice(("happened", "denied")),),
        }
        chosen = dict(rng.sample(sorted(conditions.items()), rng.randint(1, 3)))
        yield ", ".join(f"{key} {value}" for key, value in chosen.items()), Query(**chosen)  # type: ignore[arg-type]


def ask(ledger: Ledger, world: World) -> None:
    """Tell the time of each kind of question with a warm cache: median, 95th percentile, worst."""
    rng = random.Random(11)
    gc.freeze()  # as the commands do before they ask
    kinds: dict[str, Callable[..., object]] = {
        "claims": answer,
        "events": happenings,
        "control": holders,
        "states": states,
        "deadlines": deadlines,
        "agreements": agreements,
    }
    for name, function in kinds.items():
        asked = [(words, replace(query, limit=LINES[name])) for words, query in questions(world, rng)]
        times = [(timed(ledger, function, query), words) for words, query in asked]
        report(name, times)
    days = [iso(int(DAYS * rng.betavariate(1.4, 1.1))) for _ in range(10)]
    report("brief", [(timed(ledger, brief, Query(at=day, known_by=day)), day) for day in days])
    voices = [Query(at=day, known_by=day, voice=world.pick(rng, world.actors)) for day in days]
    report("brief by one voice", [(timed(ledger, brief, query), f"{query.voice} {query.at}") for query in voices])
    places = [rng.choice(world.towns[:50]).above[0] for _ in range(10)]
    briefs = [Query(at=day, known_by=day, place=place) for day, place in zip(days, places, strict=True)]
    report("brief of a place", [(timed(ledger, brief, query), f"{query.place} {query.at}") for query in briefs])
    words = ("killing", "against", '"Army of Group 7"', "incidents calm", "Group 399")
    report("search", [(timed(ledger, search, each), each) for each in words])


def timed(ledger: Ledger, function: Callable[..., object], query: object) -> tuple[float, float]:
    """Milliseconds by wall clock and of the processor, the best of three runs, so that the cache is warm."""
    runs = []
    for _ in range(3):
        watch = Watch()
        with watch, ledger.read() as connection, suppress(UsageError):
            function(connection, query)
        runs.append((watch.wall * 1000, watch.cpu * 1000))
    return min(wall for wall, _ in runs), min(cpu for _, cpu in runs)


def report(name: str, times: list[tuple[tuple[float, float], str]]) -> None:
    """One line of times."""
    walls, cpus = sorted(wall for (wall, _), _ in times), sorted(cpu for (_, cpu), _ in times)
    (_, words) = max(times, key=lambda each: each[0][1])
    print(f"{name}: wall {_spread(walls)}; processor {_spread(cpus)} (worst: {words})", flush=True)


def _spread(values: list[float]) -> str:
    high = values[min(len(values) - 1, int(0.95 * len(values)))]
    return f"median {statistics.median(values):.0f} ms, 95 % {high:.0f} ms, worst {values[-1]:.0f} ms"


def size(place: Path, reports: int) -> None:
    """Tell the size of the file a claim."""
    claims = reports * CLAIMS
    print(f"size: {place.stat().st_size / 1e6:,.0f} MB, {place.stat().st_size / claims:,.0f} bytes a claim", flush=True)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--skip-load", action="store_true", help="measure a ledger that an earlier run filled")
    parser.add_argument("--skip-growth", action="store_true", help="do not link a tenth as many reports as well")
    options = parser.parse_args()
    world = World(seed=1, busy=options.reports / DAYS)
    with tempfile.TemporaryDirectory() as folder:
        place = options.ledger or Path(folder) / "bench.ledger"
        with open_ledger(str(place)) as ledger:
            if not options.skip_load:
                load(ledger, world, options.reports)
                whole = link_all(ledger)
                state_all(ledger)
                if not options.skip_growth:
                    growth(options.reports, whole)
        size(place, options.reports)
        with open_ledger(str(place)) as ledger:
            ask(ledger, world)


if __name__ == "__main__":
    main()
