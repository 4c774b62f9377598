"""Seeds for a script that sets none: Python's, NumPy's and TensorFlow's, before its first line.

A script that sets its own keeps them, for it does so later; an op with a seed of its own, in a graph without one, draws
what it does without this. ``SETTING["seed"]`` is the number. A random op without a
seed of its own has the number of the draws before it for one, on every release, as a graph has it since 2.2: else one
script would start elsewhere on each, also one that sets the seed of its graph alone. Graphs of functions go on counting
where eager mode is, for in a graph of TF1 all draws were in one. Keras' own generator, which 2.10 to 2.15 have, draws
by these ops again, as before; that of Keras 3 is seeded by Python's. Games of gym draw by generators of their own,
which the system seeds: each is given the next number.
"""

import functools
import random
import sys

import numpy
from tensorflow.python.framework import ops, random_seed

from _harness_preludes.scripts import imports

try:
    from tensorflow.python.eager import context
except ImportError:
    context = None


class Given(int):
    """The seed of a graph that has none of its own."""


seed = Given(SETTING["seed"])
is_eager = getattr(context, "executing_eagerly", lambda: False)
eager_outside = getattr(ops, "executing_eagerly_outside_functions", lambda: False)
original = random_seed.get_seed
drawn, first = {}, {}
_BETWEEN = 2


def count(graph):
    """Give the number of a draw. A graph of a function goes on where the one around it is, when it is first traced;
    each later time it begins there again."""
    outer = getattr(graph, "outer_graph", None)
    if outer is None:
        drawn[graph] = drawn.get(graph, 0) + 1
        return drawn[graph] - 1
    while getattr(outer, "outer_graph", None) is not None:
        outer = outer.outer_graph
    outer = None if eager_outside() else outer
    if graph not in drawn:
        drawn[graph] = first.setdefault((outer, graph.name), drawn.get(outer, 0))
    drawn[graph] += 1
    drawn[outer] = max(drawn.get(outer, 0), drawn[graph])
    return drawn[graph] - 1


def is_asked_for_numpy():
    """Whether a loader of data asks, for NumPy's sake, and not for an op that would be counted; a prelude that looks at
    what is asked may stand between."""
    frame = sys._getframe(2)
    for _ in range(_BETWEEN):
        if frame is None:
            return False
        if frame.f_code.co_filename.endswith("datasets/mnist.py"):
            return True
        frame = frame.f_back
    return False


def get_seed(op_seed):
    graph = None if is_eager() else ops.get_default_graph()
    own = context.global_seed() if graph is None else graph.seed
    if own is None:
        own = seed
        if graph is None:
            context.set_global_seed(seed)
        else:
            graph.seed = seed
    if op_seed is not None and isinstance(own, Given):
        return as_without(graph, op_seed)
    if op_seed is None and is_asked_for_numpy():
        return own % (2**31 - 1), None
    if op_seed is None:
        op_seed = count(graph)
    return original(op_seed)


def as_without(graph, op_seed):
    """Give the seeds that an op has by its own where nobody seeds the graph."""
    if graph is None:
        return random_seed.DEFAULT_GRAPH_SEED, op_seed % (2**31 - 1)
    given, graph.seed = graph.seed, None
    try:
        return original(op_seed)
    finally:
        graph.seed = given


def draw_by_ops(generator):
    """Have Keras' generator draw by ops with a state, as all releases did before 2.10."""
    made = generator.__init__

    def make(self, seed=None, rng_type=None, **options):
        options.pop("force_generator", None)
        made(self, seed, rng_type="legacy_stateful", **options)

    generator.__init__ = make


for name in ("keras.src.backend", "keras.backend"):
    generator = getattr(sys.modules.get(name), "RandomGenerator", None)
    if hasattr(generator, "RNG_LEGACY_STATEFUL"):
        draw_by_ops(generator)
        break


class Games(object):
    """What is done to the modules in which gym makes its generators."""

    made = 0

    @staticmethod
    def part(_name):
        return Games

    @staticmethod
    def patch_seeding(module, _run):
        for name in ("np_random", "create_seed"):
            if hasattr(module, name):
                setattr(module, name, Games._seeded(getattr(module, name)))

    @staticmethod
    def _seeded(function):
        @functools.wraps(function)
        def instead(*words, **named):
            given = words[0] if words else next((named[each] for each in ("seed", "a") if each in named), None)
            if given is not None:
                return function(*words, **named)
            named = {key: value for key, value in named.items() if key not in ("seed", "a")}
            Games.made += 1
            return function(int(seed) + Games.made, *words[1:], **named)

        return instead


def with_seed(make):
    """Have every graph begin with the seed. None is made here, nor a context for eager mode: TensorFlow 1 takes that
    for the end of its start-up, after which eager mode cannot be chosen."""

    def made(self, *args, **options):
        make(self, *args, **options)
        if self._seed is None:
            self._seed = seed

    return made


if getattr(context, "default_execution_mode", 0) == getattr(context, "EAGER_MODE", 1):
    context.set_global_seed(seed)
ops.Graph.__init__ = with_seed(ops.Graph.__init__)
random.seed(seed)
numpy.random.seed(seed)
random_seed.get_seed = get_seed
imports.watch([("utils.seeding", ("gym", "gymnasium"), "", "patch_seeding")], {}, Games)
