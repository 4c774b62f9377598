"""Steps of training outside of graphs of TF1: in eager mode, and in functions, where one op more tells of each step.

A step begins where an optimizer is handed gradients, or where the script itself assigns to a variable for which it has
just asked a tape for the gradient; it ends when the variables have been updated.
"""

import atexit
import threading

import numpy
import watch_state
from graph_ops import ops_behind
from tensorflow.python.eager import backprop, context
from tensorflow.python.framework import ops
from tensorflow.python.ops import resource_variable_ops, script_ops
from watch_eager_forward import EagerForward
from watch_forward import chain
from watch_optimizer import inner, name_of, rate_of, slots_of
from watch_reduce import dense

_here = threading.local()


def in_function():
    """Whether a function is being traced."""
    return not context.executing_eagerly() and hasattr(ops.get_default_graph(), "outer_graph")


class Pending(object):
    """What a tape was asked for last: the loss, and the gradients by variable."""

    def __init__(self, loss, pairs):
        self.loss = loss
        self.pairs = pairs
        self.left = {id(variable) for _, variable in pairs}
        self.op = None
        self.is_open = False

    def gradient_of(self, variable):
        return next((gradient for gradient, each in self.pairs if each is variable), None)


class Eager(object):
    """Watches all training that is in no Session."""

    def __init__(self, steps):
        self.steps = steps
        self.open = None
        self.trained = {}
        self.names = {}
        self.lock = threading.RLock()
        self.forward = EagerForward(steps)

    # What a step is.

    def begin(self, optimizer, pairs, loss, layers=()):
        """A step begins: ``pairs`` are gradients and variables, with values."""
        with self.lock:
            self.finish()
            number = self.steps.begin()
            for _, variable in pairs:
                self.name(variable)
            if not self.steps.wanted(number):
                self.forward.prepare(number + 1)
                return
            reduce = self.steps.reduce
            rows = []
            for gradient, variable in pairs:
                rows.append([self.name(variable), self.value(number, variable), reduce(number, _array(gradient)), None])
            self.open = {
                "number": number,
                "variables": [variable for _, variable in pairs],
                "rows": rows,
                "optimizer": optimizer,
                "loss": None if loss is None else reduce(number, _array(loss)),
                "rate": None if optimizer is None else rate_of(optimizer),
                "layers": self.forward.taken(number) or list(layers),
            }

    def finish(self):
        """The step that is under way has come to its end."""
        with self.lock:
            step, self.open = self.open, None
            if step is None:
                return
            number, optimizer = step["number"], step["optimizer"]
            for row, variable in zip(step["rows"], step["variables"]):
                row[3] = self.value(number, variable)
                slots = {} if optimizer is None else slots_of(optimizer, variable)
                row.append({name: self.value(number, slot) for name, slot in slots.items()})
            self.steps.tell(
                number,
                way=step.get("way", "eager"),
                optimizer="assign" if optimizer is None else type(optimizer).__name__,
                loss=step["loss"],
                rate=step["rate"],
                variables=step["rows"],
                state=watch_state.moved(lambda value: self.steps.reduce(number, value)),
                layers=step["layers"],
            )
            self.forward.prepare(number + 1)

    def name(self, variable):
        """Give a variable's name; what is made in eager mode without one is called Variable each time."""
        if id(variable) not in self.trained:
            self.trained[id(variable)] = variable
            name = name_of(variable)
            same = sum(each == name for each, _ in self.names.values())
            self.names[id(variable)] = (name, "%s #%d" % (name, same + 1) if same else name)
        return self.names[id(variable)][1]

    def value(self, number, variable):
        try:
            return self.steps.reduce(number, inner(variable).numpy())
        except Exception:  # without a value, or spread over devices
            return None

    # Where steps come from.

    def gradient_asked(self, target, sources, found):
        if getattr(_here, "applying", False):
            return
        if self.open is not None and context.executing_eagerly():
            self.finish()
        loss = target if hasattr(target, "dtype") else None
        pairs = []
        for source, gradient in zip(_flat(sources), _flat(found)):
            if gradient is not None and hasattr(inner(source), "assign_sub"):
                pairs.append((gradient, inner(source)))
        _here.pending = Pending(loss, pairs)

    def applied(self, optimizer, pairs, run):
        """An optimizer is handed gradients."""
        if getattr(_here, "applying", False) or not pairs or not (context.executing_eagerly() or in_function()):
            return run()
        pending = getattr(_here, "pending", None)
        given = [(gradient, inner(variable)) for gradient, variable in pairs if gradient is not None]
        loss = pending.loss if pending is not None else None
        _here.pending, _here.applying = None, True
        try:
            if context.executing_eagerly():
                with self.quietly():
                    self.begin(optimizer, given, loss)
                result = run()
                with self.quietly():
                    self.finish()
                return result
            op = self.op_in_function(optimizer, given, loss)
            if op is None:
                return run()
            with ops.control_dependencies([op]):
                return run()
        finally:
            _here.applying = False

    def assigned(self, variable, run):
        """The script assigns to a variable itself."""
        pending = getattr(_here, "pending", None)
        if getattr(_here, "applying", False) or pending is None or id(variable) not in pending.left:
            return run()
        if context.executing_eagerly():
            if not pending.is_open:
                pending.is_open = True
                with self.quietly():
                    self.begin(None, pending.pairs, pending.loss)
            result = run()
            pending.left.discard(id(variable))
            if not pending.left:
                with self.quietly():
                    self.finish()
            return result
        if not in_function():
            return run()
        if pending.op is None:
            pending.op = self.op_in_function(None, pending.pairs, pending.loss) or False
        pending.left.discard(id(variable))
        if not pending.op:
            return run()
        with ops.control_dependencies([pending.op]):
            return run()

    def op_in_function(self, optimizer, pairs, loss):
        """Add the op that tells of a step where a function is traced, None where it cannot be."""
        graph = ops.get_default_graph()
        if getattr(_here, "compiled", False):
            self.steps.remark("a step is compiled by XLA, which runs nothing of Python: it is not seen")
            return None
        with self.quietly():
            tensors = [gradient for gradient, _ in pairs]
            if loss is not None and getattr(loss, "graph", None) is not graph:
                loss = None
            put_out = self.forward_in(loss, graph) if self.steps.apart else []
            sent = [] if loss is None else [loss]
            for each in tensors:
                sent += [each.values, each.indices] if hasattr(each, "indices") else [each]
            sent += [tensor for each in put_out for tensor in each.tensors()]
            variables = [variable for _, variable in pairs]

            def told(*values):
                with self.quietly():
                    self.told_in_function(optimizer, variables, tensors, loss is not None, put_out, list(values))
                return numpy.zeros((), numpy.int32)

            before = graph._last_id if hasattr(graph, "_last_id") else 0
            made = script_ops.py_func(told, sent, ops.dtypes.int32, stateful=True)
            if hasattr(graph, "_last_id"):
                _own_ops[graph] = _own_ops.get(graph, 0) + graph._last_id - before
            return (made[0] if isinstance(made, (list, tuple)) else made).op
        return None

    def forward_in(self, loss, graph):
        if loss is None:
            return []
        behind = [op for op in ops_behind([loss], ()) if op.graph is graph]
        return chain(sorted(behind, key=lambda op: op._id), lambda op: True)

    def told_in_function(self, optimizer, variables, tensors, has_loss, put_out, values):
        with self.lock:
            number = self.steps.number + 1
            loss = values.pop(0) if has_loss else None
            gradients = []
            for each, variable in zip(tensors, variables):
                value = values.pop(0)
                if hasattr(each, "indices"):
                    value = dense(value, values.pop(0), list(variable.shape))
                gradients.append(value)
            layers = []
            if number in self.steps.apart:
                for each in put_out:
                    taken = [values.pop(0) for _ in each.tensors()]
                    layers.append(each.told([self.steps.reduce(number, value) for value in taken]))
            self.begin(optimizer, list(zip(gradients, variables)), loss, layers)
            if self.open is not None:
                self.open["way"] = "function"

    def quietly(self):
        return _Quietly(self.steps)

    def end(self):
        """Tell what the variables came to."""
        with self.quietly():
            self.finish()
            if self.steps.passes:
                self.steps.passed(self.forward.taken(0))
            rows = [[self.name(each), self.value(self.steps.number, each)] for each in self.trained.values()]
            if rows:
                self.steps.see("end", rows)


class _Quietly(object):
    """What goes wrong in watching is told, and the script goes on."""

    def __init__(self, steps):
        self.steps = steps

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is None or not isinstance(error, Exception):
            return False
        self.steps.remark("a step could not be seen: %s: %s" % (kind.__name__, str(error)[:200]))
        return True


_own_ops = {}


def _array(value):
    if hasattr(value, "indices"):
        shape = None if value.dense_shape is None else [int(each) for each in numpy.asarray(value.dense_shape)]
        return dense(value.values, value.indices, shape)
    return value.numpy() if hasattr(value, "numpy") else value


def _flat(value):
    if isinstance(value, dict):
        return [each for key in sorted(value) for each in _flat(value[key])]
    if isinstance(value, (list, tuple)):
        return [each for part in value for each in _flat(part)]
    return [value]


def watch(steps):
    """Watch all training outside of graphs from now on."""
    eager = Eager(steps)
    gradient = backprop.GradientTape.gradient

    def asked(self, target, sources, *args, **options):
        eager.forward.stop()
        found = gradient(self, target, sources, *args, **options)
        with eager.quietly():
            eager.gradient_asked(target, sources, found)
        return found

    backprop.GradientTape.gradient = asked
    watch_state.watch(lambda value: steps.reduce(-1, value))
    for kind in {resource_variable_ops.ResourceVariable, _base_variable()}:
        for name in ("assign", "assign_sub", "assign_add"):
            if name in vars(kind):
                setattr(kind, name, _assigning(vars(kind)[name], eager))
    for kind in _optimizers():
        for name in ("apply_gradients", "apply"):
            if name in vars(kind):
                setattr(kind, name, _applying(vars(kind)[name], name, eager))
    for kind in _functions():
        kind.__call__ = _calling(kind.__call__, eager)
    _leave_seeds_alone()
    _leave_uncompiled(steps)
    atexit.register(eager.end)


def _base_variable():
    return getattr(resource_variable_ops, "BaseResourceVariable", resource_variable_ops.ResourceVariable)


def _assigning(original, eager):
    def assign(self, *args, **options):
        return eager.assigned(self, lambda: original(self, *args, **options))

    return assign


def _applying(original, name, eager):
    def apply_gradients(self, grads_and_vars, *args, **options):
        pairs = list(grads_and_vars)
        return eager.applied(self, pairs, lambda: original(self, pairs, *args, **options))

    def apply(self, grads, trainable_variables=None, *args, **options):
        if not hasattr(self, "update_step"):  # of TF1 it is another method
            return original(self, grads, trainable_variables, *args, **options)
        variables = getattr(self, "_trainable_variables", ()) if trainable_variables is None else trainable_variables
        grads, variables = list(grads), list(variables)
        given = trainable_variables if trainable_variables is None else variables
        return eager.applied(self, list(zip(grads, variables)), lambda: original(self, grads, given, *args, **options))

    return apply_gradients if name == "apply_gradients" else apply


def _optimizers():
    """The classes that say how any optimizer applies gradients: of TF1, and of the Keras that are there."""
    import tensorflow as tf
    from tensorflow.python.training import optimizer

    found = {optimizer.Optimizer}
    keras = getattr(tf, "keras", None)
    spaces = [getattr(keras, "optimizers", None), getattr(getattr(keras, "optimizers", None), "legacy", None)]
    for space in spaces:
        for name in ("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam", "AdamW"):
            kind = getattr(space, name, None)
            for each in getattr(kind, "__mro__", ()):
                if "apply_gradients" in vars(each) or ("apply" in vars(each) and hasattr(each, "update_step")):
                    found.add(each)
    return found


def _functions():
    found = set()
    for name in ("def_function", "polymorphic_function.polymorphic_function"):
        try:
            module = __import__("tensorflow.python.eager." + name, fromlist=["Function"])
        except ImportError:
            continue
        if hasattr(module, "Function"):
            found.add(module.Function)
    return found


def _calling(original, eager):
    def call(self, *args, **options):
        if not context.executing_eagerly():
            return original(self, *args, **options)
        outermost = not getattr(_here, "calling", False)
        compiled = bool(getattr(self, "_jit_compile", None) or getattr(self, "_experimental_compile", None))
        was = getattr(_here, "compiled", False)
        _here.calling, _here.compiled = True, was or compiled
        try:
            return original(self, *args, **options)
        finally:
            _here.compiled = was
            if outermost:
                _here.calling = False
                if eager.open is not None:
                    with eager.quietly():
                        eager.finish()

    return call


def _leave_seeds_alone():
    """Until 2.1 the seed of an op in a function is how many ops there are: ours do not count."""
    from tensorflow.python.framework import random_seed

    if hasattr(random_seed, "_graph_to_seed_dict"):
        return
    original = random_seed.get_seed

    def get_seed(op_seed):
        graph = ops.get_default_graph()
        if op_seed is None and graph in _own_ops and graph.seed is not None and not context.executing_eagerly():
            op_seed = graph._last_id - _own_ops[graph]
        return original(op_seed)

    random_seed.get_seed = get_seed


def _leave_uncompiled(steps):
    """Keras 3 compiles the steps of ``fit`` by XLA unless it is told not to."""
    import sys

    module = sys.modules.get("keras.src.trainers.trainer")
    supports = getattr(module, "model_supports_jit", None)
    if supports is None:
        return

    def uncompiled(model):
        if supports(model):
            steps.remark("the steps of fit, which Keras compiles by XLA, are watched uncompiled: last digits may move")
        return False

    module.model_supports_jit = uncompiled
