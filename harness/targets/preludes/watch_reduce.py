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


def reduced(value, whole=False):
    """Give ``[dtype, shape, norm, least, most, digest, sample]`` of an array, None for what holds no numbers; with
    ``whole`` all elements of one of at most a million are its sample."""
    array = numpy.asarray(value)
    if array.dtype.kind not in "fiub" and str(array.dtype) != "bfloat16":
        return None
    flat = array.reshape(-1)
    total, least, most = 0.0, float("inf"), float("-inf")
    for start in range(0, flat.size, _CHUNK):
        chunk = flat[start : start + _CHUNK].astype(numpy.float64)
        with numpy.errstate(invalid="ignore"):
            low, high = float(chunk.min()), float(chunk.max())  # NaN where there is one
        if not (low - low == 0.0 and high - high == 0.0):
            chunk = chunk[numpy.isfinite(chunk)]
            if not chunk.size:
                continue
            low, high = float(chunk.min()), float(chunk.max())
        total += float(numpy.dot(chunk, chunk))
        least, most = min(least, low), max(most, high)
    return [
        str(array.dtype),
        list(array.shape),
        total**0.5,
        least,
        most,
        _digest(array),
        [float(each) for each in _sample(flat, whole)],
    ]


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
    data = numpy.ascontiguousarray(array).view(numpy.uint8).reshape(-1) if array.size else b""
    if len(data) > _LONG:
        return "%08x" % (zlib.crc32(data) & 0xFFFFFFFF)
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def _sample(flat, whole):
    if flat.size <= SAMPLE or (whole and flat.size <= _MOST_ELEMENTS):
        return flat
    return flat[(numpy.arange(SAMPLE) * (flat.size - 1)) // (SAMPLE - 1)]
