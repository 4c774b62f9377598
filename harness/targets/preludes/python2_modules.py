"""Modules as Python 2 had them, for a script that was translated: pickles, csv, random numbers, functions of `string`.

Runs in the child before the script, after python2.py, in every Python from 3.6 on.
"""

import builtins
import collections
import csv
import functools
import itertools
import math
import operator
import pickle
import random
import string
import sys

from _harness_preludes.scripts import imports

__python2__ = builtins.__python2__


def _latin1(load):
    """The strings of Python 2 are bytes, and latin1 takes any of them; those that Python 3 pickled do not ask for it. A
    file that was opened as a text is read as the bytes that it is."""

    @functools.wraps(load)
    def loaded(source, *arguments, **options):
        options.setdefault("encoding", "latin1")
        return load(getattr(source, "buffer", source), *arguments, **options)

    return loaded


def _as_bytes(dump):
    @functools.wraps(dump)
    def dumped(value, file, *arguments, **options):
        return dump(value, getattr(file, "buffer", file), *arguments, **options)

    return dumped


def _of_texts(reader):
    """Files of `csv` were opened as bytes."""

    @functools.wraps(reader)
    def reading(lines, *arguments, **options):
        texts = (line.decode("utf-8", "surrogateescape") if isinstance(line, bytes) else line for line in lines)
        return reader(texts, *arguments, **options)

    return reading


class _Files(object):
    """What is done to TensorFlow's files and records: read as texts they gave bytes, and those of a picture are none of
    UTF-8; what a record holds were bytes, too."""

    @staticmethod
    def part(_name):
        return _Files

    @staticmethod
    def patch_file_io(module, _run):
        kind = module.FileIO
        original = kind.read

        @functools.wraps(original)
        def read(self, n=-1):
            try:
                return original(self, n)
            except UnicodeDecodeError:
                if n is not None and n >= 0:
                    raise
                return original(kind(self.name, "rb"), -1)

        kind.read = read

    @staticmethod
    def patch_feature(module, _run):
        original = module.BytesList.__init__

        def make(self, *arguments, **options):
            if "value" in options:
                options["value"] = [
                    each.encode("utf-8", "surrogateescape") if isinstance(each, str) else each
                    for each in options["value"]
                ]
            original(self, *arguments, **options)

        module.BytesList.__init__ = make


class _Arrays(object):
    """What is done to NumPy: until 1.12, which most of Python 2 was written with, it took whole floats for counts."""

    @staticmethod
    def part(_name):
        return _Arrays

    @staticmethod
    def patch_random(module, _run):
        for name in ("rand", "randn"):
            setattr(module, name, _Arrays._counting(getattr(module, name), every=True))

    @staticmethod
    def patch_numpy(module, _run):
        for name in ("zeros", "ones", "empty"):
            setattr(module, name, _Arrays._counting(getattr(module, name)))

    @staticmethod
    def _counting(function, every=False):
        @functools.wraps(function)
        def counted(*words, **named):
            try:
                return function(*words, **named)
            except TypeError:
                if not words:
                    raise
            counts = len(words) if every else 1
            return function(*([_Arrays._whole(each) for each in words[:counts]] + list(words[counts:])), **named)

        return counted

    @staticmethod
    def _whole(value):
        if isinstance(value, (list, tuple)):
            return type(value)(_Arrays._whole(each) for each in value)
        return int(value) if isinstance(value, float) and value.is_integer() else value


class _Random(random.Random):
    """Draws of integers as Python 2 made them, each from one random()."""

    def seed(self, a=None, version=1):  # noqa: ARG002
        super(_Random, self).seed(a, 1)

    def randrange(self, start, stop=None, step=1):
        values = range(start) if stop is None else range(start, stop, step)
        if not len(values):
            raise ValueError("empty range for randrange()")
        return values[int(self.random() * len(values))]

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        return seq[int(self.random() * len(seq))]

    def shuffle(self, x, random=None):
        draw = random or self.random
        for at in reversed(range(1, len(x))):
            other = int(draw() * (at + 1))
            x[at], x[other] = x[other], x[at]

    def sample(self, population, k):
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("sample larger than population")
        few = 21 + (4 ** math.ceil(math.log(k * 3, 4)) if k > 5 else 0)
        if n <= few or not hasattr(population, "__getitem__") or hasattr(population, "keys"):
            pool, drawn = list(population), []
            for left in range(n, n - k, -1):
                at = int(self.random() * left)
                drawn.append(pool[at])
                pool[at] = pool[left - 1]
            return drawn
        chosen = collections.OrderedDict()
        while len(chosen) < k:
            chosen.setdefault(int(self.random() * n))
        return [population[at] for at in chosen]


def _settle():
    pickle.load, pickle.loads = _latin1(pickle.load), _latin1(pickle.loads)
    pickle.dump = _as_bytes(pickle.dump)
    csv.reader = _of_texts(csv.reader)
    mine = _Random()
    random.Random = _Random
    for name in ("seed", "randrange", "randint", "choice", "shuffle", "sample", "random", "uniform", "gauss"):
        setattr(random, name, getattr(mine, name))
    for name in ("normalvariate", "expovariate", "betavariate", "triangular", "getrandbits", "getstate", "setstate"):
        setattr(random, name, getattr(mine, name))
    random._inst = mine
    sys.setdefaultencoding = str  # which takes a name, and changes nothing
    sys.exc_clear = lambda: None
    operator.div, operator.idiv = __python2__.divide, __python2__.divide_in_place
    string.letters = string.ascii_lowercase + string.ascii_uppercase
    string.lowercase, string.uppercase = string.ascii_lowercase, string.ascii_uppercase
    string.maketrans, string.join = str.maketrans, lambda words, sep=" ": sep.join(words)
    for name in ("split", "replace", "lower", "upper", "strip", "find", "zfill"):
        setattr(string, name, getattr(str, name))
    string.atoi, string.atof = int, float
    itertools.izip, itertools.imap, itertools.ifilter = zip, map, filter
    itertools.izip_longest, itertools.ifilterfalse = itertools.zip_longest, itertools.filterfalse


_settle()
imports.watch(
    [
        ("python.lib.io.file_io", ("tensorflow",), "", "patch_file_io"),
        ("core.example.feature_pb2", ("tensorflow",), "", "patch_feature"),
    ],
    {},
    _Files,
)
imports.watch([("numpy", ("numpy",), "", "patch_numpy"), ("numpy.random", ("numpy",), "", "patch_random")], {}, _Arrays)
