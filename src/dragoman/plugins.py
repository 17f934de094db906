"""Plugins: what packages offer under the entry points `dragoman.readers` and `dragoman.intakes`.

The built-in ones are registered the same way, in this package's own metadata.
"""

from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

Group = Literal["dragoman.readers", "dragoman.intakes"]


def names(group: Group) -> list[str]:
    """The names on offer in a group, sorted."""
    return sorted({point.name for point in entry_points(group=group)})


def load(group: Group, name: str) -> Any:
    """The object registered under `name`: KeyError where there is none, InstallationError where it can't be loaded.

    Where several packages offer the same name, one from another package wins over the built-in one.
    """
    points = sorted(entry_points(group=group, name=name), key=_built_in)
    if not points:
        raise KeyError(name)
    return _loaded(points[0])


def _built_in(point: EntryPoint) -> tuple[bool, str]:
    return (point.value.startswith("dragoman."), point.value)


def _loaded(point: EntryPoint) -> Any:
    from dragoman.model.errors import InstallationError

    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise InstallationError(
            f"the plugin {point.name!r} ({point.value}) can't be loaded: {error}; reinstall its package"
        ) from error
