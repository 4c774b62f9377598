"""Judging arrays by arrays, such as weights that two runs have written: element by element, a million at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from harness.judging.judge import Tolerance
from harness.words.verdict import Verdict

Array = npt.NDArray[np.generic]


@dataclass(frozen=True)
class ArrayComparison:
    """What came of holding a right array against the left one that it belongs to.

    ``differing`` of ``count`` elements are not the same; the one that is furthest off stands at ``place``, is
    ``measured`` where ``expected`` should be, and is so many ``ulps`` away (None where that is no number). Of arrays
    that cannot be held against each other ``problem`` says why.
    """

    name: str
    other_name: str
    verdict: Verdict
    count: int
    differing: int = 0
    place: tuple[int, ...] = ()
    expected: str = ""
    measured: str = ""
    ulps: float | None = None
    problem: str = ""


@dataclass(frozen=True)
class ArraysComparison:
    """The arrays of two files, paired, and the names of those that have no partner."""

    pairs: tuple[ArrayComparison, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]

    @property
    def passes(self) -> bool:
        """Whether every left array has a partner and agrees with it, and there is one."""
        return bool(self.pairs) and not self.only_left and all(pair.verdict.passes for pair in self.pairs)


def compare_arrays(
    left: Mapping[str, Array],
    right: Mapping[str, Array],
    tolerance: Tolerance,
    layers: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
) -> ArraysComparison:
    """Hold the arrays of one file against those of another: by name or, of those without a namesake, one after the
    other among those of the same shape, where both files have as many of it; of the same layer first, where ``layers``
    gives that of each name."""
    partners = {name: name for name in left if name in right}
    for known in (layers, ({}, {})):
        there = {name: name for name in partners.values()}
        rest_left, rest_right = _alike(left, partners, known[0]), _alike(right, there, known[1])
        for kind, names in rest_left.items():
            others = rest_right.get(kind, [])
            if len(names) == len(others):
                partners.update(zip(names, others, strict=True))
    taken = set(partners.values())
    return ArraysComparison(
        tuple(
            judge_array(name, partners[name], left[name], right[partners[name]], tolerance)
            for name in left
            if name in partners
        ),
        tuple(name for name in left if name not in partners),
        tuple(name for name in right if name not in taken),
    )


def _alike(
    arrays: Mapping[str, Array], paired: Mapping[str, str], layers: Mapping[str, str]
) -> dict[tuple[str, tuple[int, ...]], list[str]]:
    """The names that are not paired yet, by layer and shape."""
    found: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for name, array in arrays.items():
        if name not in paired:
            found.setdefault((layers.get(name, ""), array.shape), []).append(name)
    return found


def judge_array(name: str, other_name: str, left: Array, right: Array, tolerance: Tolerance) -> ArrayComparison:
    """Hold one array against another, in the coarser of two floating dtypes, as numbers of logs are: the same elements
    are ``identical`` (``reformatted`` in another dtype), neighbours ``rounded``; what the tolerance allows, and one
    last bit of the array's largest number as long as five digits agree, has ``drifted``."""
    if left.shape != right.shape:
        problem = f"has the shape {list(right.shape)}, should have {list(left.shape)}"
        return ArrayComparison(name, other_name, Verdict.DIVERGED, left.size, left.size, problem=problem)
    numbers = all(np.issubdtype(array.dtype, np.number) for array in (left, right))
    floating = numbers and any(np.issubdtype(array.dtype, np.inexact) for array in (left, right))
    if not floating:
        return _judged_exactly(name, other_name, left, right)
    dtype = coarser_dtype(left, right)
    mine, other = left.astype(dtype).ravel(), right.astype(dtype).ravel()
    same = (mine == other) | (np.isnan(mine) & np.isnan(other))
    if same.all():
        verdict = Verdict.IDENTICAL if left.dtype == right.dtype else Verdict.REFORMATTED
        return ArrayComparison(name, other_name, verdict, left.size)
    with np.errstate(invalid="ignore", over="ignore"):
        apart = np.abs(other.astype(np.complex128) - mine.astype(np.complex128))
        size = np.maximum(np.abs(mine), np.abs(other))
        # Beyond the largest float there is no next one.
        unit = np.where(np.isfinite(np.spacing(size)), np.spacing(size), 2 * np.spacing(size / 2)).astype(np.float64)
        finite = np.isfinite(mine) & np.isfinite(other)
        scale = np.abs(mine[finite]).max(initial=0)
        of_array = np.minimum(float(np.spacing(scale)), 1e-5 * size)
        allowed = np.maximum(
            np.maximum(unit * tolerance.ulps, of_array), tolerance.absolute + tolerance.relative * np.abs(mine)
        )
        ulps = np.where(same, 0.0, np.where(finite, apart / unit, np.inf))
    near = bool((same | (finite & (apart <= allowed))).all())
    next_to = bool((same | (finite & (apart <= unit))).all())
    worst = int(np.argmax(ulps))
    return ArrayComparison(
        name,
        other_name,
        Verdict.ROUNDED if next_to else Verdict.DRIFTED if near else Verdict.DIVERGED,
        left.size,
        int((~same).sum()),
        tuple(map(int, np.unravel_index(worst, left.shape))),
        str(mine[worst]),
        str(other[worst]),
        float(ulps[worst]) if np.isfinite(ulps[worst]) else None,
    )


def _judged_exactly(name: str, other_name: str, left: Array, right: Array) -> ArrayComparison:
    differing = np.flatnonzero((left != right).ravel())
    if not differing.size:
        verdict = Verdict.IDENTICAL if left.dtype == right.dtype else Verdict.REFORMATTED
        return ArrayComparison(name, other_name, verdict, left.size)
    first = int(differing[0])
    return ArrayComparison(
        name,
        other_name,
        Verdict.DIVERGED,
        left.size,
        int(differing.size),
        tuple(map(int, np.unravel_index(first, left.shape))),
        str(left.ravel()[first]),
        str(right.ravel()[first]),
    )


def coarser_dtype(left: Array, right: Array) -> np.dtype[np.generic]:
    """Give that dtype of two arrays which has fewer digits; one that is not floating does not count."""
    return min((array.dtype for array in (left, right) if np.issubdtype(array.dtype, np.inexact)), key=_digits)


def _digits(dtype: np.dtype[np.generic]) -> int:
    return int(np.finfo(dtype).nmant)  # type: ignore[type-var]
