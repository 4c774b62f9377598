"""A data set that the script begins to iterate over again goes on where it stopped, and begins anew only at its end."""

import functools
import sys

import tensorflow as tf

going = {}


class Going(object):
    """What is left of a data set, or the next ``count`` elements of it."""

    def __init__(self, dataset, begin, count=None):
        self.dataset, self.begin, self.left = dataset, begin, count

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        if id(self.dataset) not in going:
            going[id(self.dataset)] = self.dataset, self.begin(self.dataset)
        try:
            element = next(going[id(self.dataset)][1])
        except StopIteration:
            del going[id(self.dataset)]
            raise
        if self.left is not None:
            self.left -= 1
        return element


def is_of_script(frame):
    return frame.f_code.co_filename == SCRIPT


def begun(begin):
    @functools.wraps(begin)
    def iterated(self):
        if not is_of_script(sys._getframe(1)):
            return begin(self)
        of, count = getattr(self, "_goes_on_in", (self, None))
        return Going(of, begin, count)

    return iterated


def taken(take):
    @functools.wraps(take)
    def taking(self, count, *args, **options):
        part = take(self, count, *args, **options)
        if is_of_script(sys._getframe(1)) and isinstance(count, int) and count > 0:
            part._goes_on_in = self, count
        return part

    return taking


if not hasattr(tf, "executing_eagerly") or not tf.executing_eagerly():
    raise RuntimeError("a graph makes its iterators once")
for kind in tf.data.Dataset.__mro__:
    if "__iter__" in vars(kind) and kind.__module__.startswith("tensorflow"):
        kind.__iter__ = begun(kind.__iter__)
    if "take" in vars(kind):
        kind.take = taken(kind.take)
