"""The brief as one page of HTML that needs nothing else: map and timeline are drawn in it, nothing is fetched."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from math import cos, radians

from dragoman.assembly.brief import Brief
from dragoman.assembly.marks import Mark

WIDTH, HEIGHT = 720, 420
_EDGE = 40
_STRIP = 90


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark in pixels."""

    x: float
    y: float
    r: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the brief on the timeline, in pixels; `row` keeps moments of one day apart."""

    x: float
    y: float
    day: str
    text: str


def page(brief: Brief) -> str:
    """The page; everything that came from reports is escaped, and there is no script in it."""
    from jinja2 import Environment

    source = (files("dragoman.assembly") / "data" / "brief.html").read_text(encoding="utf-8")
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)
    moments = _moments(brief)
    return template.render(
        brief=brief,
        dots=_dots(brief.marks),
        moments=moments,
        width=WIDTH,
        height=HEIGHT,
        strip=_STRIP,
        axis=_axis(moments),
    )


def _dots(marks: tuple[Mark, ...]) -> list[Dot]:
    """Marks laid out so that all fit, north up, with the same scale both ways."""
    if not marks:
        return []
    middle = sum(mark.lat for mark in marks) / len(marks)
    turn = max(0.01, cos(radians(middle)))
    xs, ys = [mark.lon * turn for mark in marks], [mark.lat for mark in marks]
    span = max(max(xs) - min(xs), (max(ys) - min(ys)) * WIDTH / HEIGHT, 0.2)
    scale = (WIDTH - 2 * _EDGE) / span
    mid_x, mid_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [
        Dot(
            round(WIDTH / 2 + (x - mid_x) * scale, 1),
            round(HEIGHT / 2 - (y - mid_y) * scale, 1),
            round(min(90.0, max(4.0, mark.radius_km / 111.2 * scale)), 1),
            mark,
        )
        for mark, x, y in zip(marks, xs, ys, strict=True)
    ]


def _moments(brief: Brief) -> list[Moment]:
    end = date.fromisoformat(brief.day).toordinal()
    dated = [
        (date.fromisoformat(line.day).toordinal(), line)
        for section in brief.sections[:4]
        for line in section.lines
        if line.day and end - 60 <= date.fromisoformat(line.day).toordinal() <= end + 30
    ]
    if not dated:
        return []
    first, last = min(day for day, _ in dated), max(max(day for day, _ in dated), end)
    step = (WIDTH - 2 * _EDGE) / max(1, last - first)
    rows: dict[int, int] = {}
    moments = []
    for day, line in sorted(dated, key=lambda pair: (pair[0], pair[1].text)):
        rows[day] = rows.get(day, -1) + 1
        y = _STRIP - 30 - 11 * min(4, rows[day])
        moments.append(Moment(round(_EDGE + (day - first) * step, 1), y, date.fromordinal(day).isoformat(), line.text))
    return moments


def _axis(moments: list[Moment]) -> list[tuple[float, str]]:
    """Days to write under the timeline, far enough apart to be read."""
    labels: list[tuple[float, str]] = []
    for moment in moments:
        if not labels or moment.x - labels[-1][0] >= 75:
            labels.append((moment.x, moment.day))
    return labels
