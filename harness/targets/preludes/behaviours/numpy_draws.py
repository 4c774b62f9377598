"""Draws of NumPy and of Python's random, and whether TensorFlow is tracing a function while they are made."""

import functools
import random

import numpy

_NUMPY = (
    "beta binomial bytes chisquare choice dirichlet exponential gamma geometric gumbel integers laplace logistic "
    "lognormal multinomial multivariate_normal negative_binomial normal pareto permutation poisson rand randint randn "
    "random random_integers random_sample ranf rayleigh sample shuffle standard_normal standard_t triangular uniform "
    "vonmises weibull"
).split()
_PYTHON = "betavariate choice choices gauss getrandbits normalvariate randint random randrange sample shuffle uniform"


def is_traced():
    """Whether what runs now is only run to make a graph of it: the body of a tf.function, or of Dataset.map."""
    from tensorflow.python.framework import ops

    graphs = getattr(getattr(ops, "_default_graph_stack", None), "stack", None)
    return bool(graphs) and type(graphs[-1]).__name__ in ("FuncGraph", "_FuncGraph", "_DefunGraph")


def wrap(around):
    """Have ``around(name, draw, args, options)`` give what every draw gives."""
    for name in _NUMPY:
        if hasattr(numpy.random, name):
            setattr(numpy.random, name, _around(around, "numpy.random." + name, getattr(numpy.random, name)))
    for name in _PYTHON.split():
        if hasattr(random, name):
            setattr(random, name, _around(around, "random." + name, getattr(random, name)))
    for kind in ("RandomState", "Generator"):
        if hasattr(numpy.random, kind):
            _replace(kind, getattr(numpy.random, kind), around)


def _around(around, name, draw):
    @functools.wraps(draw)
    def drawn(*args, **options):
        return around(name, draw, args, options)

    return drawn


def _replace(kind, original, around):
    """A class of generators whose objects draw the same, and can be told from the original by nothing but its type."""
    methods = {
        name: _around(around, "numpy.random." + name, getattr(original, name))
        for name in _NUMPY
        if hasattr(original, name)
    }
    setattr(numpy.random, kind, type(kind, (original,), methods))
    if kind == "Generator" and hasattr(numpy.random, "default_rng"):
        make = numpy.random.default_rng

        @functools.wraps(make)
        def made(*args, **options):
            found = make(*args, **options)
            return numpy.random.Generator(found.bit_generator) if type(found) is original else found

        numpy.random.default_rng = made
