"""Arrays, reduced to what the host is told of them: dtype, shape, norm, extrema, a digest of the bits, a sample."""

import hashlib
import zlib

import numpy

# Elements that are told of an array; of a smaller one all.
SAMPLE = 32
# Elements that are looked at together, so that float64 copies of a large array do not double the memory of a run.
_CHUNK = 1 << 18
# Bytes beyond which a checksum has to do: a digest would take longer than the step.
_LONG = 1 << 22
_MOST_ELEMENTS = 1 << 20
_SMALL = 1 << 12
# The names of dtypes, and where the sample of so many elements lies: looked up for each array of each step.
_NAMES, _PLACES = {}, {}


def reduced(value, whole=False):
    """Give ``[dtype, shape, norm, least, most, digest, sample]`` of an array, None for what holds no numbers; with
    ``whole`` all elements of one of at most a million are its sample."""
    array = numpy.asarray(value)
    dtype = _name_of(array.dtype)
    if not dtype:
        return None
    flat = array.reshape(-1)
    total, least, most = 0.0, float("inf"), float("-inf")
    for start in range(0, flat.size, _CHUNK):
        chunk = flat[start : start + _CHUNK].astype(numpy.float64)
        square = float(numpy.dot(chunk, chunk))
        if square - square != 0.0:  # a number that is none, or whose square is too large
            chunk = chunk[numpy.isfinite(chunk)]
            square = float(numpy.dot(chunk, chunk))
            if not chunk.size:
                continue
        total += square
        least, most = min(least, float(chunk.min())), max(most, float(chunk.max()))
    sample = _sample(flat, whole).astype(numpy.float64).tolist()
    return [dtype, list(array.shape), total**0.5, least, most, _digest(array), sample]


def is_reduced(value):
    """Whether a list is what is told of an array."""
    return len(value) == 7 and isinstance(value[5], str) and isinstance(value[6], list)


def size(told):
    """How many numbers and names are told of an array."""
    return 5 + len(told[1]) + len(told[6])


def _name_of(dtype):
    """Give the name of a dtype that holds numbers, none for another."""
    if dtype not in _NAMES:
        name = str(dtype)
        _NAMES[dtype] = name if dtype.kind in "fiub" or name == "bfloat16" else ""
    return _NAMES[dtype]


def small(value):
    """Give the same of an array that is told besides: with all elements of a small one."""
    return reduced(value, numpy.size(value) <= _SMALL)


def dense(values, indices, shape):
    """Give a sparse gradient as the array that it stands for; its rows alone where that would be too large."""
    values, indices = numpy.asarray(values), numpy.asarray(indices)
    if shape is None or not shape or numpy.prod(shape) > _MOST_ELEMENTS or values.ndim != len(shape):
        return values
    whole = numpy.zeros(shape, values.dtype)
    numpy.add.at(whole, indices, values)
    return whole


def _digest(array):
    if array.nbytes > _LONG:
        data = numpy.ascontiguousarray(array).view(numpy.uint8).reshape(-1)
        return "%08x" % (zlib.crc32(data) & 0xFFFFFFFF)
    return hashlib.blake2b(array.tobytes(), digest_size=8).hexdigest()


def _sample(flat, whole):
    if flat.size <= SAMPLE or (whole and flat.size <= _MOST_ELEMENTS):
        return flat
    if flat.size not in _PLACES:
        _PLACES[flat.size] = (numpy.arange(SAMPLE) * (flat.size - 1)) // (SAMPLE - 1)
    return flat[_PLACES[flat.size]]
