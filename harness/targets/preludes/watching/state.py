"""Variables outside of graphs that are not trained and may move: batch-norm statistics, counters, averages."""

import sys
import weakref

from _harness_preludes.watching.optimizer import name_of

# Variables that are made there belong to what trains or measures, and not to the model.
_OTHERS = ("metric", "optimizer", "seed_generator", "stateful_random", "random", "checkpoint", "iterator")
# Between the making of a variable and what it is made for lie wrappers, creators and getters.
_DEEP = 30
_known = []
# By id, of variables that may be trained, and are assigned to outside of a step: what ``_known`` has, whether it may
# have changed since, and whether it always may, for a function assigns.
_assigned = {}


def watch(reduce):
    """Have every variable noted that is made not to be trained, with its first value as ``reduce`` gives it."""
    from tensorflow.python.eager import context
    from tensorflow.python.ops import resource_variable_ops

    kind = resource_variable_ops.ResourceVariable
    make = kind.__init__

    def made(self, *args, **options):
        make(self, *args, **options)
        if context.executing_eagerly() and not getattr(self, "trainable", True) and not _is_anothers():
            _begin(self, reduce)

    kind.__init__ = made
    _watch_functions(reduce)


def _watch_functions(reduce):
    """What a function makes when it is traced has its first value only once all of its variables are initialized."""
    module = sys.modules.get("tensorflow.python.eager.polymorphic_function.polymorphic_function")
    module = module or sys.modules.get("tensorflow.python.eager.def_function")
    kind = getattr(module, "UnliftedInitializerVariable", None)
    function = getattr(module, "Function", None)
    initialize = getattr(function, "_initialize_uninitialized_variables", None)
    if kind is None or initialize is None:
        return
    make = kind.__init__
    waiting = []

    def made(self, *args, **options):
        make(self, *args, **options)
        if not getattr(self, "trainable", True) and not _is_anothers():
            waiting.append(weakref.ref(self))

    def initialized(self, *args, **options):
        found = initialize(self, *args, **options)
        variables = [each() for each in waiting]
        del waiting[:]
        for variable in variables:
            if variable is not None:
                _begin(variable, reduce)
        return found

    kind.__init__ = made
    function._initialize_uninitialized_variables = initialized


def _begin(variable, reduce):
    from tensorflow.python.framework import ops

    try:
        with ops.init_scope():  # a function that is called by another one is traced amid that
            value = reduce(variable.numpy())
    except Exception:  # without a value, or of a dtype that is none
        return
    if value is not None:
        _known.append([weakref.ref(variable), value])


def assigned(variable, reduce, always=False):
    """Note a variable that is about to be assigned to outside of a step: an average may be kept in one that could be
    trained, as every variable can by default. ``always`` says that a function does it, whenever it is called."""
    entry = _assigned.get(id(variable))
    if entry is None or entry[0]() is not variable:
        if not getattr(variable, "trainable", True) or _is_anothers():
            return
        try:
            value = reduce(variable.numpy())
        except Exception:  # without a value, or of a dtype that is none
            return
        if value is None:
            return
        entry = _assigned[id(variable)] = [weakref.ref(variable), value, True, always]
    entry[2], entry[3] = True, entry[3] or always


def _is_anothers():
    frame = sys._getframe(2)
    for _ in range(_DEEP):
        if frame is None:
            return False
        name = frame.f_globals.get("__name__", "")
        if any(word in name.rpartition(".")[2] for word in _OTHERS):
            return True
        frame = frame.f_back
    return False


def names():
    """Give the names of those that are made not to be trained."""
    return [name_of(variable) for variable in (entry[0]() for entry in _known) if variable is not None]


def moved(reduce, trained=()):
    """Give ``[name, before, after]`` of those that have moved since this was asked last, without those whose id is
    among the ``trained``; with a fourth element those that could be."""
    found = []
    for key, entry in list(_assigned.items()):
        if key in trained or entry[0]() is None:
            del _assigned[key]
    changed = [entry for entry in _assigned.values() if entry[2]]
    for entry in changed:
        entry[2] = entry[3]
    for entry in list(_known) + changed:
        variable = entry[0]()
        if variable is None:
            if entry in _known:
                _known.remove(entry)
            continue
        try:
            now = reduce(variable.numpy())
        except Exception:
            continue
        if now is not None and now != entry[1]:
            # A velocity and sums of gradients are kept so, too.
            found.append([name_of(variable), entry[1], now] + ([True] if len(entry) > 2 else []))
            entry[1] = now
    return found
