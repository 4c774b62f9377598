"""Steps of training in a Session: what a run updates is read off the graph, and what tells of it is fetched with it.

Nothing is added to the graph, for before 2.2 the seed of an op depends on how many there are. Variables are read in
runs of their own, for read with the update it is left open which value comes out.
"""

import atexit
import threading
import weakref

import watch_gradients
from graph_ops import ops_behind
from watch_forward import chain, forward_of
from watch_plan import calls_among, handle_of, in_control_flow, updates_among
from watch_reduce import dense

_inside = threading.local()
_SMALL = 1 << 16
_TRAINED = ("trainable_variables",)


class Plan(object):
    """What a run of these fetches comes to. ``updates`` are those of trained variables, ``state`` those of others that
    count, ``touched`` all variables that it may change; ``extra`` are tensors fetched with it, by what they tell."""

    def __init__(self, graph, elements, fed):
        self.ops = ops_behind(elements, fed)
        self.fed = fed
        self.graph = graph
        found = updates_among(self.ops)
        trained = trained_in(graph)
        slots = {handle for update in found for handle in update.slots.values()}
        first = first_values(graph)
        self.touched = {update.handle for update in found} | set(calls_among(self.ops))
        # The first optimizers of Keras keep variables of their own among the trained ones.
        asked = {handle for _, by_handle in watch_gradients.calls_in(graph) for handle in by_handle}
        own = trained & asked if asked else trained
        own = own if not asked or self._trains_by_gradients() else set()
        self.updates = [u for u in found if u.by_optimizer or (u.handle in own and u.op not in first and _moves(u))]
        known = set(calls_among(self.ops)) & trained if not self.updates else set()
        self.called = sorted(known, key=lambda op: op.name)
        self.trains = bool(self.updates or (self.called and watch_gradients.calls_in(graph)))
        hidden = slots | trained | {update.handle for update in self.updates}
        self.state = [u for u in found if u.handle not in hidden and u.op not in first] if self.trains else []
        self.state = [u for u in self.state if not _is_optimizers_own(u.handle)]
        self.groups = self._groups() if self.trains else []
        self.extra = self._extra() if self.trains else {}
        self.readers = {}

    def _trains_by_gradients(self):
        """Whether a gradient is behind the fetches: a restore, a clipping of weights, a copy is no step."""
        found = [each for _, given in watch_gradients.calls_in(self.graph) for each in given.values()]
        return any(_tensor(gradient).op in self.ops for gradient in found)

    def _calls(self):
        """The losses whose gradients are behind the fetches, each with its gradients."""
        for loss, by_handle in watch_gradients.calls_in(self.graph):
            if any(gradient is not None and _tensor(gradient).op in self.ops for gradient in by_handle.values()):
                yield loss, by_handle

    def _groups(self):
        """The updates, loss by loss: a run that trains by two of them makes two steps, as two tapes do."""
        calls = list(self._calls())
        found = {}
        for update in self.updates:
            at = next((at for at, (_, by_handle) in enumerate(calls) if update.handle in by_handle), 0)
            found.setdefault(at, []).append(update)
        losses = dict(enumerate(loss for loss, _ in calls))
        return [(losses.get(at), updates) for at, updates in sorted(found.items())] or [(None, [])]

    def _extra(self):
        found, gradients = {}, {}
        for at, (loss, _) in enumerate(self.groups):
            if loss is not None and self._can_be_fetched(loss) and loss.dtype.is_floating:
                found["loss", at] = loss
        for _, by_handle in self._calls():
            gradients.update(by_handle)
        for update in self.updates:
            name = update.handle.name
            gradient = update.gradient
            if gradient is None and not update.by_optimizer:
                gradient = gradients.get(update.handle)
                if hasattr(gradient, "indices"):
                    gradient = None
            if gradient is not None and self._can_be_fetched(gradient):
                found["gradient", name] = gradient
                if update.indices is not None and self._can_be_fetched(update.indices):
                    found["indices", name] = update.indices
            if update.rate is not None and self._can_be_fetched(update.rate):
                found["rate", name] = update.rate
        return found

    def _can_be_fetched(self, tensor):
        """Whether fetching a tensor changes nothing: it is there anyway, or comes of that by ops without a state."""
        if in_control_flow(tensor.op) or tensor.name in self.fed:
            return False
        for op in ops_behind([tensor], self.fed) - self.ops:
            if op.type == "Const":
                continue  # has no definition at hand until 1.4
            if op.op_def is None or op.op_def.is_stateful:
                return False
            # What reads a variable in place would read it before the update or after it.
            if any(handle_of(each) is not None for each in op.inputs):
                return False
        return True

    def handles(self):
        """Give the variables whose values a step is told with, in the order of the updates."""
        found = [update.handle for update in self.updates] + self.called
        for update in self.updates:
            found += [update.slots[name] for name in sorted(update.slots)]
        return list(dict.fromkeys(found + [update.handle for update in self.state]))


def _moves(update):
    """Whether a variable is set to what is made of its own value, as a step does that a script writes itself."""
    return update.handle in ops_behind(list(update.op.inputs)[1:], frozenset())


def _tensor(gradient):
    return gradient.values if hasattr(gradient, "values") else gradient


def _is_optimizers_own(handle):
    """The powers of beta that Adam counts its steps by."""
    return "beta" in handle.name and "power" in handle.name


def handle_of_variable(variable):
    handle = getattr(variable, "handle", None)
    handle = handle if hasattr(handle, "op") else getattr(variable, "_variable", None)
    return getattr(handle, "op", None)


def trained_in(graph):
    found = [handle_of_variable(each) for key in _TRAINED for each in graph.get_collection(key)]
    return {handle for handle in found if handle is not None}


def first_values(graph):
    """Give the ops that set what variables start from."""
    names = ("variables", "local_variables", "trainable_variables", "model_variables")
    found = [variable for name in names for variable in graph.get_collection(name)]
    return {getattr(variable, "initializer", None) for variable in found}


def reader(handle):
    """Give a tensor that is the value of a variable and waits for nothing, None where the graph has none."""
    if "resource" not in str(handle.outputs[0].dtype):
        return handle.outputs[0]
    for op in handle.outputs[0].consumers():
        if op.type == "ReadVariableOp" and not op.control_inputs and not in_control_flow(op):
            return op.outputs[0]
    return None


class Watch(object):
    """Watches all sessions of a run."""

    def __init__(self, steps, run):
        self.steps = steps
        self.run = run
        self.plans = weakref.WeakKeyDictionary()
        self.known = weakref.WeakKeyDictionary()
        self.last = weakref.WeakKeyDictionary()
        self.thread = None
        self.is_shared = False

    def plan_of(self, graph, key, elements, fed):
        """The plan for fetches that are the same by ``key``; ``elements`` gives their tensors and ops."""
        plans = self.plans.setdefault(graph, {})
        if key not in plans:
            try:
                plans[key] = Plan(graph, elements(), fed)
            except Exception as error:
                self.steps.remark("a run of a Session cannot be read: %s: %s" % (type(error).__name__, error))
                plans[key] = None
        return plans[key]

    def around(self, session, plan, plainly, with_extra, feeds):
        """Run what a plan is of, and tell of the step if it is one. ``with_extra`` runs it with further tensors, and
        gives its result and theirs."""
        if plan is None:
            return plainly()
        known = self.known.setdefault(session, {})
        if not plan.trains:
            for handle in plan.touched:
                known.pop(handle, None)
            return self._pass(plan, plainly, with_extra) if self.steps.passes else plainly()
        self.thread = self.thread or threading.current_thread()
        if self.is_shared or self.thread is not threading.current_thread():
            self.is_shared = True
            self.steps.begin()
            self.steps.remark("several threads train: whose step is seen when is left open, so no further one is told")
            return plainly()
        number = self.steps.begin()
        self.last[session] = plan
        for _ in plan.groups[1:]:
            self.steps.begin()
        try:
            if not self.steps.wanted(number):
                known.clear()
                return plainly()
            return self._step(session, plan, with_extra, feeds, number, known)
        except Exception:
            known.clear()
            for _ in plan.groups:
                self.steps.take_back()
            raise

    def _step(self, session, plan, with_extra, feeds, number, known):
        handles = plan.handles()
        # What is known of the step before is a sample, and not the whole array.
        kept = {} if any(number + at in self.steps.apart for at in range(len(plan.groups))) else known
        before = {handle: kept[handle] for handle in handles if handle in kept}
        before.update(self.read(session, plan, [handle for handle in handles if handle not in before], number))
        names = sorted(plan.extra, key=str)
        apart = [at for at in range(len(plan.groups)) if number + at in self.steps.apart]
        forward = forward_of(plan.extra.get(("loss", apart[0])), plan) if apart else []
        extra = [plan.extra[name] for name in names] + [tensor for each in forward for tensor in each.tensors()]
        result, values = with_extra(extra)
        given = dict(zip(names, values))
        after = self.read(session, plan, handles, number)
        known.update(after)
        self._tell(number, plan, given, before, after, feeds, forward, values[len(names) :])
        return result

    def _tell(self, number, plan, given, before, after, feeds, forward, put_out):
        for at in range(len(plan.groups)):
            is_apart = number + at in self.steps.apart or len(plan.groups) == 1
            layers = (forward, put_out) if is_apart else ([], [])
            self._tell_group(number + at, plan, at, given, before, after, feeds, *layers)

    def _tell_group(self, number, plan, at, given, before, after, feeds, forward, put_out):
        reduce = self.steps.reduce
        variables = []
        updates = plan.groups[at][1]
        for update in updates:
            name = update.handle.name
            gradient = given.get(("gradient", name))
            if ("indices", name) in given and gradient is not None:
                shape = (after.get(update.handle) or [None, None])[1]
                gradient = dense(gradient, given["indices", name], shape)
            slots = {slot: after.get(handle) for slot, handle in update.slots.items()}
            variables.append(
                [name, before.get(update.handle), reduce(number, gradient), after.get(update.handle), slots]
            )
        variables += [[each.name, before.get(each), None, after.get(each), {}] for each in plan.called]
        state = [[u.handle.name, before.get(u.handle), after.get(u.handle)] for u in plan.state]
        rate = next((given["rate", u.handle.name] for u in updates if ("rate", u.handle.name) in given), None)
        told, place = [], 0
        for each in forward:
            count = len(each.tensors())
            told.append(each.told([reduce(number, value) for value in put_out[place : place + count]]))
            place += count
        self.steps.tell(
            number,
            way="session",
            optimizer=next((u.op.type for u in updates if u.by_optimizer), "assign"),
            loss=reduce(number, given.get(("loss", at))),
            rate=None if rate is None else float(rate),
            fed={name: reduce(number, value) for name, value in feeds().items()},
            variables=_once(variables),
            state=_once(state) if at == 0 else [],
            layers=told,
        )

    def _pass(self, plan, plainly, with_extra):
        """A run that trains nothing, of a script that is watched for what it computes."""
        ops = sorted(plan.ops, key=lambda op: op._id)
        forward = [] if plan.touched else chain(ops, lambda op: not in_control_flow(op), plan.fed)
        if not forward:
            return plainly()
        result, values = with_extra([tensor for each in forward for tensor in each.tensors()])
        self.steps.passed([each.told([self.steps.reduce(0, value)]) for each, value in zip(forward, values)])
        return result

    def read(self, session, plan, handles, number):
        """Give the values of variables, reduced. One that has none yet has no value here either."""
        for handle in handles:
            if handle not in plan.readers:
                plan.readers[handle] = reader(handle)
        found, small, large = {}, [], []
        for handle in handles:
            if plan.readers[handle] is None:
                self.steps.remark("%s cannot be read without adding to the graph" % handle.name)
            else:
                (small if _is_small(plan.readers[handle]) else large).append(handle)
        try:
            values = self.run(session, [plan.readers[handle] for handle in small]) if small else []
            found.update((handle, self.steps.reduce(number, value)) for handle, value in zip(small, values))
        except Exception:  # one of them is not initialized yet
            large = small + large
        for handle in large:
            try:
                found[handle] = self.steps.reduce(number, self.run(session, plan.readers[handle]))
            except Exception:  # not initialized yet: it has no value
                found[handle] = None
        return found

    def close(self, session):
        """Tell what the variables came to."""
        plan = self.last.pop(session, None)
        if plan is not None:
            handles = [update.handle for update in plan.updates] + plan.called
            values = self.read(session, plan, handles, self.steps.number)
            self.steps.see("end", [[handle.name, values.get(handle)] for handle in handles])


def _is_small(tensor):
    """Whether a variable may be read together with others, without much memory for all of them."""
    count = tensor.get_shape().num_elements()
    return count is not None and count <= _SMALL


def _once(rows):
    """The last row of each name: a variable may be updated by several ops of one run."""
    return list({row[0]: row for row in rows}.values())


def _key(fetches):
    if isinstance(fetches, dict):
        return tuple((key, _key(value)) for key, value in sorted(fetches.items(), key=lambda item: str(item[0])))
    if isinstance(fetches, (list, tuple)):
        return tuple(map(_key, fetches))
    return fetches if isinstance(fetches, str) else id(fetches)


def watch(steps):
    """Watch every Session from now on."""
    from tensorflow.python.client import session as module

    base = module.BaseSession
    run, close = base.run, base.close
    watching = Watch(steps, run)
    kept = []  # so that no id in a key is given twice

    def elements_of(graph, fetches):
        handler = module._FetchHandler(graph, fetches, {})
        names = list(handler.fetches()) + list(handler.targets())
        return [graph.as_graph_element(each) for each in names]

    def watched(self, fetches, feed_dict=None, options=None, run_metadata=None):
        if getattr(_inside, "own", False):
            return run(self, fetches, feed_dict, options, run_metadata)
        fed = frozenset(_fed_name(each, self.graph) for each in feed_dict or ())
        key = (_key(fetches), fed)
        if key not in watching.plans.get(self.graph, ()):
            kept.append(fetches)
        plan = watching.plan_of(self.graph, key, lambda: elements_of(self.graph, fetches), fed)

        def with_extra(extra):
            # A run within this one, as hooks make it, is part of it.
            _inside.own = True
            try:
                return run(self, [fetches, extra], feed_dict, options, run_metadata)
            finally:
                _inside.own = False

        def feeds():
            return {_fed_name(each, self.graph): value for each, value in (feed_dict or {}).items()}

        return watching.around(
            self, plan, lambda: run(self, fetches, feed_dict, options, run_metadata), with_extra, feeds
        )

    def closed(self):
        watching.close(self)
        return close(self)

    base.run, base.close = watched, closed
    _watch_callables(base, watching, watched, run)

    @atexit.register
    def told():
        for session in list(watching.last):
            watching.close(session)

    return watching


def _fed_name(key, graph):
    if isinstance(key, str):
        return key
    name = getattr(key, "name", None)
    return str(key) if name is None else name


def _watch_callables(base, watching, watched, run):
    """What ``make_callable`` gives, and what Keras makes for itself, are runs, too."""
    ready, from_options = getattr(base, "make_callable", None), getattr(base, "_make_callable_from_options", None)

    def make_callable(self, fetches, feed_list=None, accept_options=False):
        made = ready(self, fetches, feed_list, accept_options)
        return lambda *args, **options: (
            made(*args, **options)
            if options or not _trains(self, fetches, feed_list)
            else watched(self, fetches, dict(zip(feed_list or (), args)))
        )

    def _trains(self, fetches, feed_list):
        names = frozenset(_fed_name(each, self.graph) for each in feed_list or ())
        elements = fetches if isinstance(fetches, (list, tuple)) else [fetches]
        plan = watching.plan_of(
            self.graph, (_key(fetches), names), lambda: [self.graph.as_graph_element(each) for each in elements], names
        )
        return plan is not None and plan.trains

    def make_from_options(self, given):
        made, wider = from_options(self, given), {}
        fed = frozenset(given.feed) | frozenset(each.to_tensor for each in given.tensor_connection)
        graph = self.graph
        plan = watching.plan_of(
            graph,
            ("callable", given.SerializeToString()),
            lambda: [graph.as_graph_element(name) for name in list(given.fetch) + list(given.target)],
            fed,
        )
        if plan is None or not (plan.trains or plan.touched):
            return made

        def call(*args, **options):
            def with_extra(extra):
                names = tuple(tensor.name for tensor in extra)
                if names not in wider:
                    more = type(given)()
                    more.CopyFrom(given)
                    more.fetch.extend(names)
                    wider[names] = from_options(self, more)
                values = wider[names](*args, **options)
                return values[: len(given.fetch)], values[len(given.fetch) :]

            return watching.around(
                self, plan, lambda: made(*args, **options), with_extra, lambda: dict(zip(given.feed, args))
            )

        return call

    if ready is not None:
        base.make_callable = make_callable
    if from_options is not None:
        base._make_callable_from_options = make_from_options
