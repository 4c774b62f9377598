"""What shuffles leaves the order as it is; what NumPy and Python draw for it is drawn all the same."""

import functools
import random

import numpy
import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.scripts import public_names


def permuted(permutation):
    @functools.wraps(permutation)
    def as_it_is(x, *args, **options):
        permutation(x, *args, **options)
        return numpy.arange(x) if isinstance(x, (int, numpy.integer)) else numpy.array(x)

    return as_it_is


def shuffled(shuffle):
    @functools.wraps(shuffle)
    def as_it_is(x, *args, **options):
        shuffle(list(range(len(x))) if not isinstance(x, numpy.ndarray) else x.copy(), *args, **options)

    return as_it_is


class Unshuffled(numpy.random.RandomState):
    def permutation(self, x):
        return permuted(super().permutation)(x)

    def shuffle(self, x):
        return shuffled(super().shuffle)(x)


def of_data_set(self, *args, **options):
    return self


numpy.random.permutation, numpy.random.shuffle = permuted(numpy.random.permutation), shuffled(numpy.random.shuffle)
numpy.random.RandomState = Unshuffled
random.shuffle = shuffled(random.shuffle)
for name in ("random_shuffle", "random.shuffle"):
    owner = v1
    for part in name.split(".")[:-1]:
        owner = getattr(owner, part, None)
    original = getattr(owner, name.rpartition(".")[2], None)
    if original is not None:
        public_names.replace(original, lambda value, *args, **options: tf.identity(value))
if hasattr(v1, "data"):
    for kind in {each for start in (v1.data.Dataset, tf.data.Dataset) for each in start.__mro__}:
        if "shuffle" in vars(kind):
            kind.shuffle = of_data_set
