"""Has variables begin with values that another run began with.

``SETTING["values"]`` are ``[name, shape, elements]`` of trained variables as the watcher names them; of several with
one name in eager mode the second is ``Variable #2``. In place of elements may stand how to draw them, the same ones on
every release: ``{"seed", "deviation", "least", "most", "shape", "layout"}``, the shape being the one in which they are
drawn and the layout ``transposed`` where they are turned then. They are set as soon as the script has given them a
value of its own, by their initializers or later on, before it trains: so all that it draws is drawn as ever.
"""

import re
import sys
import weakref

import numpy

from _harness_preludes.graphs.ops import ops_behind
from _harness_preludes.watching.optimizer import name_of
from _harness_preludes.watching.plan import updates_among
from _harness_preludes.watching.session_plan import handle_of_variable

_NUMBERED = re.compile(r" #\d+$")


def values_by_name():
    """Give the values for each name, in the order of the numbers behind it."""
    found = {}
    for name, shape, elements in SETTING["values"]:
        if isinstance(elements, dict):
            array = drawn(elements).reshape(shape)
        else:
            array = numpy.array(elements, dtype=numpy.float64).reshape(shape)
        found.setdefault(_NUMBERED.sub("", name), []).append(array)
    return found


def drawn(how):
    """Give numbers of that deviation between the least and the most; ``RandomState`` is the same in every NumPy."""
    count = 1
    for length in how["shape"]:
        count *= length
    numbers = numpy.random.RandomState(how["seed"]).standard_normal(count) * how["deviation"]
    array = numpy.clip(numbers, how["least"], how["most"]).astype(numpy.float32).reshape(how["shape"])
    return array.T if how["layout"] == "transposed" else array


def in_sessions(given):
    """After a run that has initialized a variable, or set it before any training, its initializer runs once more, with
    the value in place of its own: the graph stays as it is."""
    from tensorflow.python.client import session as module

    run = module.BaseSession.run
    done, training = weakref.WeakKeyDictionary(), weakref.WeakKeyDictionary()
    # What is restored in a Session behind one that has trained is what that has come to.
    trained = []

    def started(self, fetches, feed_dict=None, options=None, run_metadata=None):
        result = run(self, fetches, feed_dict, options, run_metadata)
        if self in training:
            return result
        found = done.setdefault(self, set())
        waiting = _initializers(self.graph, given)
        handler = module._FetchHandler(self.graph, fetches, {})
        elements = [self.graph.as_graph_element(each) for each in list(handler.fetches()) + list(handler.targets())]
        ran = ops_behind(elements, frozenset())
        updates = updates_among(ran)
        if any(update.by_optimizer or _moves(update) for update in updates):
            training[self] = True
            trained[:] = [True]
            return result
        set_anew = {update.handle for update in updates}
        for name, variable, initializer in waiting:
            set_later = name in found and not trained and handle_of_variable(variable) in set_anew
            if initializer in ran or set_later:
                value = initializer.inputs[1]
                run(self, initializer, {value: given[name][0].astype(value.dtype.base_dtype.as_numpy_dtype)})
                if name not in found:
                    found.add(name)
                    SETTING["see"]("started", name)
        return result

    module.BaseSession.run = started


def _moves(update):
    """Whether a variable is set to what is made of its own value, as training does that a script writes itself."""
    return update.handle in ops_behind(list(update.op.inputs)[1:], frozenset())


def _initializers(graph, given):
    names = ("variables", "trainable_variables", "local_variables", "model_variables")
    found = {}
    for variable in [variable for key in names for variable in graph.get_collection(key)]:
        initializer = getattr(variable, "initializer", None)
        name = name_of(variable)
        if name in given and initializer is not None and len(initializer.inputs) > 1:
            found[name] = (name, variable, initializer)
    return [found[name] for name in sorted(found)]


def in_eager_mode(given):
    """As soon as a variable is made it has the value."""
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops
    from tensorflow.python.ops import resource_variable_ops

    # 1.5 and 1.6 have the older name alone.
    is_eager = getattr(context, "executing_eagerly", None) or context.in_eager_mode
    left = {name: list(arrays) for name, arrays in given.items()}
    keep = _kept(resource_variable_ops, is_eager)

    def begin(self):
        waiting = left.get(_likeliest(name_of(self), left, self.shape), [])
        for place, array in enumerate(waiting):
            if tuple(array.shape) == tuple(self.shape):
                value = waiting.pop(place).astype(self.dtype.as_numpy_dtype)
                keep(self, value)
                SETTING["see"]("started", name_of(self))
                return

    def beginning(kind, in_functions):
        make = kind.__init__

        def made(self, *args, **options):
            make(self, *args, **options)
            if not getattr(self, "trainable", False):
                return
            if in_functions:
                # Its function gives it a value of its own only where it has none.
                with ops.init_scope():
                    if is_eager():
                        begin(self)
            elif is_eager():
                begin(self)

        kind.__init__ = made

    beginning(resource_variable_ops.ResourceVariable, False)
    for name in (
        "tensorflow.python.eager.polymorphic_function.polymorphic_function",
        "tensorflow.python.eager.def_function",
    ):
        kind = getattr(sys.modules.get(name), "UnliftedInitializerVariable", None)
        if kind is not None:
            beginning(kind, True)
            break


def _kept(resource_variable_ops, is_eager):
    """Give what sets a variable, and again whenever the script sets it before it asks a tape for gradients first."""
    from tensorflow.python.eager import backprop

    kind = resource_variable_ops.ResourceVariable
    values, state = {}, {"trains": False}
    assign, gradient = kind.assign, backprop.GradientTape.gradient

    def keep(variable, value):
        assign(variable, value)
        # The variable is kept as well, so that no other one gets its id.
        values[id(variable)] = (variable, value)

    def assigned(self, *args, **options):
        result = assign(self, *args, **options)
        if id(self) in values and not state["trains"] and is_eager():
            assign(self, values[id(self)][1])
        return result

    def asked(self, *args, **options):
        state["trains"] = True
        values.clear()
        return gradient(self, *args, **options)

    # Some releases have it in both classes.
    for each in {kind, getattr(resource_variable_ops, "BaseResourceVariable", kind)}:
        if "assign" in vars(each):
            each.assign = assigned
    backprop.GradientTape.gradient = asked
    return keep


def _likeliest(name, left, shape):
    """Keras 3 names the variable inside of its own by the last part of the path alone."""
    if name in left:
        return name
    same = [each for each in left if each.rpartition("/")[2] == name.rpartition("/")[2]]
    fitting = [each for each in same if any(tuple(array.shape) == tuple(shape) for array in left[each])]
    return fitting[0] if fitting else name


given = values_by_name()
try:
    in_sessions(given)
except (ImportError, AttributeError) as error:
    SETTING["see"]("remark", "values of sessions cannot be set: %s" % error)
try:
    from tensorflow.python.eager.backprop import GradientTape
except ImportError:
    GradientTape = None
if GradientTape is not None:
    in_eager_mode(given)
