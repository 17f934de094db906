"""The brief as one page of HTML that needs nothing else: map and timeline are drawn in it, nothing is fetched."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from math import cos, radians

from dragoman.assembly.brief import Brief
from dragoman.assembly.marks import Mark

WIDTH, HEIGHT = 720, 420
KM_OF_DEGREE = 111.2
_EDGE = 40
_STRIP = 90


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark in pixels."""

    x: float
    y: float
    r: float
    mark: Mark

    @property
    def anchor(self) -> str:
        """Which end of its name stands at the point, so that the name stays on the map."""
        return "end" if self.x > 0.7 * WIDTH else "start"


@dataclass(frozen=True, slots=True)
class Scale:
    """A length in km and in pixels."""

    km: int
    width: float


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
    laid, scale = dots(brief.marks)
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)
    moments = _moments(brief)
    return template.render(
        brief=brief,
        dots=laid,
        scale=scale,
        moments=moments,
        width=WIDTH,
        height=HEIGHT,
        strip=_STRIP,
        axis=_axis(moments),
    )


def dots(marks: tuple[Mark, ...]) -> tuple[list[Dot], Scale | None]:
    """Marks laid out so that all of each circle fits, north up, with the same scale both ways; and that scale."""
    if not marks:
        return [], None
    middle = sum(mark.lat for mark in marks) / len(marks)
    turn = max(0.01, cos(radians(middle)))
    reach = [mark.radius_km / KM_OF_DEGREE for mark in marks]
    xs, ys = [mark.lon * turn for mark in marks], [mark.lat for mark in marks]
    west, east = _bounds(xs, reach)
    south, north = _bounds(ys, reach)
    scale = min((WIDTH - 2 * _EDGE) / max(0.2, east - west), (HEIGHT - 2 * _EDGE) / max(0.2, north - south))
    mid_x, mid_y = (east + west) / 2, (north + south) / 2
    laid = [
        Dot(
            round(WIDTH / 2 + (x - mid_x) * scale, 1),
            round(HEIGHT / 2 - (y - mid_y) * scale, 1),
            round(max(4.0, r * scale), 1),
            mark,
        )
        for mark, x, y, r in zip(marks, xs, ys, reach, strict=True)
    ]
    return laid, _scale(scale / KM_OF_DEGREE)


def _bounds(middles: list[float], reach: list[float]) -> tuple[float, float]:
    ends = list(zip(middles, reach, strict=True))
    return min(middle - far for middle, far in ends), max(middle + far for middle, far in ends)


def _scale(pixels_per_km: float) -> Scale:
    """The longest round length that is no wider than a quarter of the map."""
    fitting = [km for km in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if km * pixels_per_km <= WIDTH / 4]
    km = fitting[-1] if fitting else 1
    return Scale(km, round(km * pixels_per_km, 1))


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
