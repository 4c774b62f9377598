"""What one ``Session.run`` comes to as a step of training, read off the graph: which of its updates train, by which
loss, and which tensors tell of that when they are fetched with it."""

import re

from _harness_preludes.graphs.ops import first_values, ops_behind
from _harness_preludes.watching import gradients as watch_gradients
from _harness_preludes.watching.ahead import is_better_ahead
from _harness_preludes.watching.plan import calls_among, handle_of, in_control_flow, updates_among

_TRAINED = ("trainable_variables",)
# As optimizers of TensorFlow 1 are called, which name their slots.
_SLOT = re.compile(r"(Adam|AdaMax|Nadam|LazyAdam|Momentum|RMSProp|Adagrad|Adadelta|Ftrl)(Optimizer)?(_\d+)?$")
# What the first optimizers of Keras keep, as if it were trained.
_OF_KERAS = re.compile(r"training(_\d+)?/")


class Plan(object):
    """What a run of these fetches comes to. ``updates`` are those of trained variables, ``state`` those of others that
    count, ``touched`` all variables that it may change; ``extra`` are tensors fetched with it, by what they tell; those
    ``ahead`` are better fetched before it.
    ``moved`` are those that a run moves which trains nothing, ``sets`` trained ones that it sets. ``trained`` are those
    that a step updates, ``by_hand`` without a gradient that was asked for; ``is_unclear`` where not just once."""

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
        # An average may be kept in a variable that could be trained, as every one can by default.
        hidden = slots | (asked or trained) | {update.handle for update in self.updates}
        others = [u for u in found if u.handle not in hidden and u.op not in first]
        others = [u for u in others if not _is_optimizers_own(u.handle) and not _is_slot(u.handle, trained)]
        others = [u for u in others if u.handle not in trained or not _OF_KERAS.match(u.handle.name)]
        # What conditions and loops of control flow v2 are handed may move there, as averages in training do.
        handed = set(calls_among(self.ops)) - trained - hidden - {update.handle for update in others}
        self.handed = {each for each in handed if not _is_optimizers_own(each) and not _is_slot(each, trained)}
        state = [update.handle for update in others] + sorted(self.handed, key=lambda op: op.name)
        self.state = state if self.trains else []
        self.trainable = trained
        self.moved = set() if self.trains else {update.handle for update in others}
        own_updates = [u for u in found if u.handle in trained and u.op not in first]
        self.sets = set() if self.trains else {update.handle for update in own_updates}
        self.trained = {update.handle for update in self.updates} | set(self.called)
        self.by_hand = not any(u.by_optimizer for u in self.updates) and not list(self._calls())
        self.groups = self._groups() if self.trains else []
        self.is_unclear = bool(self.called) or any(map(_is_unclear, self.groups))
        self.extra = self._extra() if self.trains else {}
        self.ahead = [
            name for name, tensor in self.extra.items() if name[0] == "loss" and is_better_ahead(tensor, self)
        ]
        self.readers = {}

    def mark(self, handle):
        """Give the mark of a variable that could be trained and is not: it may be an average, or a velocity."""
        return [True] if handle in self.trainable else []

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
        """The updates, loss by loss: a run that trains by two of them makes two steps, as two tapes do. Gradients that
        come of several losses, as of towers, have no one loss."""
        calls = list(self._calls())
        found = {}
        for update in self.updates:
            at = next((at for at, (_, by_handle) in enumerate(calls) if update.handle in by_handle), 0)
            # Of one loss, of which gradients were asked for several times, it is one step.
            at = next(
                (first for first, (loss, _) in enumerate(calls[:at]) if loss is not None and loss is calls[at][0]), at
            )
            found.setdefault(at, []).append(update)
        losses = {at: loss for at, (loss, _) in enumerate(calls) if not _is_one_of_several(at, calls)}
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
        return list(dict.fromkeys(found + self.state))


def _is_one_of_several(at, calls):
    """Whether a variable of one loss has gradients of another loss, too."""
    loss, by_handle = calls[at]
    return any(other is not loss and set(more) & set(by_handle) for other, more in calls)


def _is_unclear(group):
    """Whether a run applies some of these updates perhaps not at all, or several times."""
    updates = [update for update in group[1] if update.by_optimizer]
    twice = len({update.handle for update in updates}) < len(updates)
    return twice or any(in_control_flow(update.op) for update in group[1])


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


def _is_slot(handle, trained):
    """Whether a variable is a slot by its name: where an update is sparse, Adam moves its slots by ops of their own."""
    owner, _, last = handle.name.rpartition("/")
    return bool(_SLOT.match(last)) and any(each.name == owner for each in trained)
