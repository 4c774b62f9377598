"""Numbers by integer arithmetic, so that every NumPy, processor and Python gives the same bits.

``numpy.random`` would not do: a script's own seed must not be touched, and not all of its methods have kept their
streams. What an example looks like depends on its place alone, so the first examples of a larger set are those of a
smaller one.
"""

import numpy as np

# SplitMix64 (Steele, Lea, Flood 2014), counted instead of stepped. Arrays of uint64 wrap around without a warning.
_STEP = 0x9E3779B97F4A7C15
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def draws(stream, *shape):
    """Give uint64 numbers in this shape, each of them equally likely; every stream is another sequence."""
    count = 1
    for length in shape:
        count *= length
    start = np.array([(stream * 0xD1342543DE82EF95 + _STEP) % 2**64], dtype=np.uint64)
    number = np.arange(count, dtype=np.uint64) * np.uint64(_STEP) + start
    number = (number ^ (number >> np.uint64(30))) * _FIRST
    number = (number ^ (number >> np.uint64(27))) * _SECOND
    return (number ^ (number >> np.uint64(31))).reshape(shape)


def octets(stream, *shape):
    """Give numbers of 0 to 255 as int16, which has room for sums of them. The last axis may be cut, none other."""
    last = -(-shape[-1] // 8)
    whole = draws(stream, *(shape[:-1] + (last,))).astype("<u8").view(np.uint8)
    return whole[..., : shape[-1]].astype(np.int16)


def below(stream, limit, *shape):
    """Give int64 numbers of 0 to ``limit - 1``."""
    return (draws(stream, *shape) >> np.uint64(11)).astype(np.int64) % limit


def bells(stream, spread, *shape):
    """Give int64 numbers about 0, the sum of four even ones: most within ``spread``, none beyond 2 ``spread``."""
    return below(stream, spread + 1, *(shape + (4,))).sum(axis=-1) - 2 * spread


def classes(stream, count, number):
    """Give the classes of ``number`` examples: each ``count`` in a row have every class once, in another order."""
    rows = -(-number // count)
    order = draws(stream, rows, count).argsort(axis=1, kind="mergesort")
    return order.reshape(-1)[:number].astype(np.int64)


def test_size(size):
    """Give the number of test examples that goes with this number of training examples."""
    return max(size // 5, 1)
