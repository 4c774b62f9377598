"""Moving floats by at most one unit in the last place, by a generator of its own: no draw of a script is touched."""

import zlib

import numpy

# So many directions are drawn once; arrays take theirs from somewhere in them.
_POOL = 1 << 16
_WHOLE = {2: numpy.int16, 4: numpy.int32, 8: numpy.int64}


class Mover(object):
    """Moves arrays, each element by -1, 0 or +1 ULP with the same probability, or by nothing with ``still``.

    Zeros, infinities and NaN stay what they are: the neighbours of zero are no rounding of anything. With
    ``keep_whole`` so do whole numbers, which are counts, classes and masks more often than results.
    """

    def __init__(self, sample, still):
        self._random = numpy.random.RandomState(sample)
        self._pool = self._random.randint(-1, 2, _POOL).astype(numpy.int8)
        self._still = still

    def moved(self, array, keep_whole):
        """Give a copy of a floating array, of any shape, with its elements moved."""
        array = numpy.array(array)
        bits = _WHOLE[array.dtype.itemsize]
        flat = array.reshape(-1)
        fixed = (flat == 0) | ~numpy.isfinite(flat.astype(numpy.float64))
        if keep_whole:
            fixed |= flat == numpy.round(flat.astype(numpy.float64))
        way = self._directions(flat.size)
        if not self._still:
            flat = (flat.view(bits) + numpy.where(fixed, 0, way).astype(bits)).view(array.dtype)
        return flat.reshape(array.shape)

    def _directions(self, count):
        start = self._random.randint(0, _POOL)
        repeated = numpy.tile(self._pool, (start + count) // _POOL + 1)
        return repeated[start : start + count]


def is_turn(count):
    """Whether so many steps, this one included, end with one after which variables are moved: each of the first ones,
    then one of ten, so that a run with moves takes little longer than one without."""
    return count <= 10 or count % 10 == 0


def is_floating(dtype):
    """Whether NumPy or TensorFlow computes in this dtype of NumPy's with 16, 32 or 64 bits."""
    return (dtype.kind == "f" or dtype.name == "bfloat16") and dtype.itemsize in _WHOLE


def digest(array):
    """Give a number that another array has only by chance."""
    return zlib.crc32(numpy.ascontiguousarray(array).view(numpy.uint8))
