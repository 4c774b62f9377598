"""Gradients as an optimizer of Keras clips them itself, before it moves anything by them."""

import numpy


def clipped(optimizer, arrays):
    """Give the arrays of gradients as the optimizer goes on with them; they are as they were where it does not clip.

    ``global_clipnorm`` came with 2.4, and since then whoever hands gradients over has them clipped: before that only
    ``minimize`` did it.
    """
    if optimizer is None or not hasattr(optimizer, "global_clipnorm"):
        return arrays
    each, value, together = (_limit(optimizer, name) for name in ("clipnorm", "clipvalue", "global_clipnorm"))
    if each:
        return [_scaled(array, each, _norm([array])) for array in arrays]
    if value:
        return [array if array is None else numpy.clip(array, -value, value) for array in arrays]
    if together:
        whole = _norm(arrays)
        return [_scaled(array, together, whole) for array in arrays]
    return arrays


def _limit(optimizer, name):
    limit = getattr(optimizer, name, None)
    return float(limit) if isinstance(limit, (int, float)) and limit > 0 else None


def _norm(arrays):
    return float(numpy.sqrt(sum(float(numpy.sum(numpy.square(each))) for each in arrays if each is not None)))


def _scaled(array, limit, norm):
    """An array shortened by what brings this norm down to the limit."""
    if array is None or not norm > limit:
        return array
    return numpy.asarray(array) * numpy.asarray(limit / norm, numpy.asarray(array).dtype)
