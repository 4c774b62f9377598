"""Trained variables of a graph are moved after each run that sets or updates them; what is fed is moved before it.

A variable is read by the op that it was made with and loaded by its own initializer, whose value is fed: so no op is
added to the graph, and none that draws is run.
"""

import collections
import functools
import re

import numpy
from tensorflow.python.client import session as sessions
from tensorflow.python.framework import ops

from _harness_preludes.graphs.ops import fetched
from _harness_preludes.perturbing.values import is_floating, is_turn

_UPDATE = re.compile(r"(Resource)?(Sparse)?Apply[A-Z]|(Resource)?Scatter|Assign")
_CALL = re.compile(r"(Stateful)?PartitionedCall|(Stateless)?(While|If)$")
_HANDED_ON = ("Identity", "Enter", "RefEnter", "Switch", "RefSwitch")
_TRAINED, _ALL = ops.GraphKeys.TRAINABLE_VARIABLES, ops.GraphKeys.GLOBAL_VARIABLES
# What an optimizer takes from one, and has few digits left of: releases and Keras work it out otherwise.
_POWERS = re.compile(r"(^|/)beta[12]_power(_\d+)?$")


def install(mover):
    """Have every run of every Session, and what is made to be called again and again, moved."""
    base = sessions.BaseSession
    run = base.run
    base.run = _run(run, mover)
    if hasattr(base, "_make_callable_from_options"):
        base._make_callable_from_options = _callable_from_options(base._make_callable_from_options, run, mover)
    if hasattr(base, "make_callable"):
        base.make_callable = _callable(base.make_callable, run, mover)


def _run(run, mover):
    @functools.wraps(run)
    def moved(self, fetches, feed_dict=None, *args, **options):
        given = run(self, fetches, _fed(self.graph, feed_dict, mover), *args, **options)
        _move(self, fetches, run, mover)
        return given

    return moved


def _callable_from_options(make, run, mover):
    def made(self, callable_options, *args, **options):
        call = make(self, callable_options, *args, **options)
        names = list(callable_options.fetch) + list(callable_options.target)
        return _Called(call, self, names, run, mover)

    return made


def _callable(make, run, mover):
    def made(self, fetches, *args, **options):
        return _Called(make(self, fetches, *args, **options), self, fetches, run, mover)

    return made


class _Called(object):
    """What a Session has made to be called; whoever made it keeps the Session no longer than before."""

    def __init__(self, call, session, fetches, run, mover):
        self._call = call
        self._session = session
        self._fetches = fetches
        self._run = run
        self._mover = mover

    def __call__(self, *args, **options):
        given = self._call(*args, **options)
        _move(self._session, self._fetches, self._run, self._mover)
        return given

    def __getattr__(self, name):
        return getattr(self._call, name)


def _fed(graph, feeds, mover):
    if not isinstance(feeds, dict):
        return feeds
    return {key: _fed_one(graph, key, value, mover) for key, value in feeds.items()}


def _fed_one(graph, key, value, mover):
    """A fed value, moved in the dtype in which it is fed; what is no array or number stays what it is."""
    try:
        dtype = numpy.dtype(graph.as_graph_element(key, allow_operation=False).dtype.as_numpy_dtype)
        if is_floating(dtype) and not isinstance(value, (bytes, str, dict)) and not hasattr(value, "_fields"):
            return mover.moved(numpy.asarray(value, dtype), keep_whole=True)
    except (TypeError, ValueError, KeyError):
        pass
    return value


def _move(session, fetches, run, mover):
    """Move the trained variables that a run with these fetches has set or updated."""
    known = _known(session.graph)
    ops_run = fetched(fetches, session.graph)
    updated = sorted(set().union(*[_updated_behind(op, known) for op in ops_run]))
    if not updated:
        return
    first = _first(ops_run)
    begins = any(known.variables[name].load in first for name in updated)
    known.steps += not begins
    if not begins and not is_turn(known.steps):
        return
    moving = [known.variables[name] for name in updated]
    values = run(session, [each.read for each in moving])
    feeds = {
        each.load.inputs[1]: mover.moved(value, keep_whole=each.load not in first)
        for each, value in zip(moving, values)
    }
    run(session, [each.load for each in moving], feeds)


def _first(ops_run):
    """The initializers among the ops that were run, or behind what only groups them."""
    found = set(ops_run)
    for op in ops_run:
        if op.type == "NoOp":
            found.update(op.control_inputs)
    return found


# What loads a trained variable, and what reads it.
_Variable = collections.namedtuple("_Variable", ["load", "read"])


class _Known(object):
    """What is known of a graph: its trained variables by the name of what holds each, what its ops update, and how
    many steps there were."""

    def __init__(self):
        self.variables = {}
        self.behind = {}
        self.count = -1
        self.steps = 0


def _known(graph):
    """Look the variables up anew where there are more than before."""
    known = getattr(graph, "_harness_perturbed", None)
    if known is None:
        known = graph._harness_perturbed = _Known()
    trained = list(graph.get_collection_ref(_TRAINED))
    trained += [each for each in graph.get_collection_ref(_ALL) if _POWERS.search(getattr(each.op, "name", ""))]
    if len(trained) != known.count:
        known.count = len(trained)
        known.behind.clear()
        for variable in trained:
            entry = _entry(variable)
            if entry is not None:
                known.variables[_holder(entry.load).name] = entry
    return known


def _entry(variable):
    """What moves a variable; None for one that nothing does."""
    load = getattr(variable, "initializer", None)
    read = getattr(variable, "_graph_element", None)
    if read is None:
        read = getattr(variable, "_snapshot", None)
    if load is None or read is None or len(load.inputs) < 2 or not hasattr(read, "op"):
        return None
    if not is_floating(numpy.dtype(variable.dtype.base_dtype.as_numpy_dtype)):
        return None
    return _Variable(load, read)


def _holder(op):
    """The op that holds the variable which an op updates."""
    holder = op.inputs[0].op
    while holder.type in _HANDED_ON and len(holder.inputs):
        holder = holder.inputs[0].op
    return holder


def _updated_behind(op, known):
    """The names of what is updated when an op is run. What is behind an op stays so."""
    if op not in known.behind:
        seen, waiting, found = {op}, [op], set()
        while waiting:
            one = waiting.pop()
            if _UPDATE.match(one.type) and len(one.inputs):
                found.add(_holder(one).name)
            elif _CALL.match(one.type):
                found.update(each.op.name for each in one.inputs if each.dtype.name == "resource")
            for before in [tensor.op for tensor in one.inputs] + list(one.control_inputs):
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
        known.behind[op] = found & set(known.variables)
    return known.behind[op]
