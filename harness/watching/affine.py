"""Arrays of which one is the other scaled and shifted: divided by 255, brought between -1 and 1, standardised."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from harness.words.observation import Reduced

# Of the largest element, what rounding leaves of a scaled array.
_ROUNDING = 1e-4
# Nearer to one and to zero they are no scale and no shift.
_NEAR = 1e-3
_SNAP = 1e-5
# Any two numbers lie on a line.
_FEWEST = 4
_MOST_COLUMNS = 64


@dataclass(frozen=True)
class Affine:
    """An array is ``scale`` times another one plus ``shift``: one number each, or one for each column."""

    scale: tuple[float, ...]
    shift: tuple[float, ...]

    def after(self, first: "Affine") -> "Affine":
        """This one of what another one gives."""
        one, other = np.asarray(self.scale), np.asarray(first.scale)
        return _affine(one * other, one * np.asarray(first.shift) + np.asarray(self.shift))

    @property
    def back(self) -> "Affine":
        """The one that takes back what this one does."""
        one = np.asarray(self.scale)
        return _affine(1 / one, -np.asarray(self.shift) / one)

    def __str__(self) -> str:
        if len(self.scale) > 1:
            return "scaled and shifted column by column"
        (scale,), (shift,) = self.scale, self.shift
        if scale < 1 and abs(1 / scale - round(1 / scale, 2)) < _NEAR:
            text = f"divided by {1 / scale:.6g}"
        else:
            text = f"times {scale:.6g}"
        if abs(shift) <= _ROUNDING:
            return text
        return f"{text} {'plus' if shift > 0 else 'minus'} {abs(shift):.6g}"


IDENTITY = Affine((1.0,), (0.0,))


def affine_of(array: Reduced, other: Reduced) -> Affine | None:
    """Give what makes ``other`` of an array, by their samples: in all of it, else in each column of two arrays that are
    known as a whole; None where no scale and shift do, and for what hardly varies. Of equal arrays it is that of
    1 and 0."""
    if array.size != other.size or len(array.sample) != len(other.sample):
        return None
    one, two = np.asarray(array.sample), np.asarray(other.sample)
    if len(np.unique(one)) < _FEWEST or not (np.isfinite(one).all() and np.isfinite(two).all()):
        return None
    found = _fit(one, two)
    if found is not None:
        return _affine(*found)
    width = array.shape[-1] if array.shape else 0
    if not (1 < width <= _MOST_COLUMNS and array.whole and array.shape == other.shape):
        return None
    columns = [
        _fit(*pair) for pair in zip(one.reshape(-1, width).T, two.reshape(-1, width).T, strict=True) if len(pair[0])
    ]
    known = [each for each in columns if each is not None]
    if len(known) < width:
        return None
    return _affine(np.asarray([scale for scale, _ in known]), np.asarray([shift for _, shift in known]))


def is_identity(affine: Affine) -> bool:
    """Whether next to nothing is scaled or shifted."""
    return all(abs(each - 1) < _NEAR for each in affine.scale) and all(abs(each) < _NEAR for each in affine.shift)


def _fit(one: np.ndarray, two: np.ndarray) -> tuple[float, float] | None:
    if len(np.unique(one)) < _FEWEST:
        return None
    middle, other = one.mean(), two.mean()
    spread = float(((one - middle) ** 2).sum())
    scale = float(((one - middle) * (two - other)).sum()) / spread
    scale = _plain(scale) if scale else 0.0
    shift = float(other - scale * middle)
    shift = _plain(shift) if shift else 0.0
    largest = float(np.abs(two).max())
    if not scale or np.abs(scale * one + shift - two).max() > _ROUNDING * largest or len(np.unique(two)) < _FEWEST:
        return None
    return scale, shift if abs(shift) > _ROUNDING * largest * 0.01 else 0.0


def _plain(value: float) -> float:
    """The number of halves, or its reciprocal, that a number is but for rounding: 255, 1 / 127.5."""
    for one in (value, 1 / value):
        halves = round(2 * one)
        if halves and abs(2 * one - halves) <= _SNAP * abs(halves):
            return halves / 2 if one == value else 2 / halves
    return value


def _affine(scale: npt.ArrayLike, shift: npt.ArrayLike) -> Affine:
    scales, shifts = np.broadcast_arrays(np.atleast_1d(scale), np.atleast_1d(shift))
    return Affine(tuple(map(float, scales)), tuple(map(float, shifts)))
