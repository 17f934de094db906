from threading import Thread

import numpy as np

from dragoman.reading.parts import Examples, Named, Parts

ROWS = {"a": 0, "b": 1, "c": 2}
TABLE = np.eye(4, 3, dtype=np.float32)


def pair(one: str, other: str) -> tuple[str, str]:
    return one, other


def single(name: str) -> tuple[str]:
    return (name,)


def summed(rows: list[tuple[int, ...]]) -> np.ndarray:
    return np.array([TABLE[list(each)].sum(axis=0) for each in rows], dtype=np.float32)


def test_a_part_is_made_once() -> None:
    found = Examples(Parts(ROWS.get, 3))
    assert found.part(pair, "a", "b") == found.part(pair, "a", "b") != found.part(pair, "b", "a")


def test_makers_are_told_apart() -> None:
    found = Examples(Parts(ROWS.get, 3))
    assert found.part(single, "a") != found.part(pair, "a", "a")


def test_sums_lie_at_the_numbers_of_their_parts() -> None:
    parts = Parts(ROWS.get, 3)
    found = Examples(parts)
    first = found.part(pair, "a", "unknown")
    parts.sums(summed)
    later = [found.part(single, name) for name in ("b", "c", "a")]
    sums = parts.sums(summed)
    assert sums[[first, *later]].tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]]


def test_sums_handed_out_stay_as_they_were() -> None:
    parts = Parts(ROWS.get, 3)
    found = Examples(parts)
    found.part(single, "a")
    before = parts.sums(summed).copy()
    kept = parts.sums(summed)
    for name in "abc" * 10:
        found.part(pair, name, name)
    parts.sums(summed)
    assert np.array_equal(kept[: len(before)], before)


def test_threads_get_the_numbers_of_their_own_parts() -> None:
    parts = Parts(ROWS.get, 3)
    numbers: dict[tuple[int, str], int] = {}

    def work(offset: int) -> None:
        found = Examples(parts)
        for turn in range(300):
            for name in "abc":
                numbers[turn + offset, name] = found.part(pair, name, f"{turn + offset}")

    threads = [Thread(target=work, args=(offset,)) for offset in (0, 150, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sums = parts.sums(summed)
    assert all(sums[number].argmax() == ROWS[name] for (_, name), number in numbers.items())
    assert len(set(numbers.values())) == len(numbers)


def test_names_are_listed_part_by_part_then_the_own_ones() -> None:
    named = Named()
    found = named.examples
    found.add([found.part(pair, "a", "b"), found.part(single, "b")], ["c"])
    found.add([found.part(single, "b")])
    assert named.lists() == [["a", "b", "b", "c"], ["b"]]
