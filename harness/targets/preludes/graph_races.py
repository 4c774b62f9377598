"""Races of what one Session.run does: a read and an update of one variable of which the graph orders neither first.

A variable that ops reach by a reference ("ref") is read where its buffer is used: an Identity hands on the buffer, and
what consumes it reads; a fetch of it is read when all is done. A resource variable is read by ops of their own, whose
results no later update changes.
"""

import re

# What hands its first input on without a copy.
_ALIASES = frozenset(
    "Identity RefIdentity Reshape ExpandDims Squeeze StopGradient PreventGradient CheckNumerics Print Snapshot "
    "Switch RefSwitch Enter RefEnter Exit RefExit NextIteration RefNextIteration Merge RefMerge IdentityN "
    "PlaceholderWithDefault".split()
)
# What asks for a variable, and not for its value.
_VALUELESS = frozenset(
    "Shape ShapeN Size Rank ZerosLike OnesLike IsVariableInitialized VarIsInitializedOp VariableShape "
    "BroadcastGradientArgs".split()
)
_VARIABLES = frozenset(["Variable", "VariableV2", "TemporaryVariable", "VarHandleOp"])
_READS = frozenset(["ReadVariableOp", "ResourceGather", "ResourceGatherNd"])
_UPDATES = re.compile(
    r"Assign(Add|Sub)?VariableOp$|Resource(Sparse)?Apply[A-Z]|ResourceScatter|ResourceStridedSliceAssign$"
)
_FIRST_REF, _RESOURCE = 100, 20
_MOST = 200


class _Graph:
    """The ops behind some fetches, those first that others need, with what each of them needs."""

    def __init__(self, elements, fed):
        self.fed = fed
        self.place, self.ops, self.data, self.control = {}, [], [], []
        roots = [getattr(each, "op", each) for each in elements]
        while roots:
            self._visit(roots.pop(0), roots)

    def _needs(self, op, roots):
        data = []
        for tensor in op.inputs:
            if id(tensor) in self.fed:
                continue
            if op.type in ("Merge", "RefMerge") and tensor.op.type.endswith("NextIteration"):
                roots.append(tensor.op)  # of the turn before: it orders nothing within one
            else:
                data.append(tensor)
        return data, list(op.control_inputs)

    def _visit(self, root, roots):
        begun = {}
        waiting = [root]
        while waiting:
            op = waiting[-1]
            if op in self.place:
                waiting.pop()
                continue
            if op not in begun:
                begun[op] = self._needs(op, roots)
                data, control = begun[op]
                before = [tensor.op for tensor in data] + control
                waiting += [each for each in before if each not in self.place and each not in begun]
                continue
            waiting.pop()
            data, control = begun[op]
            self.place[op] = len(self.ops)
            self.ops.append(op)
            self.data.append(data)
            self.control.append([self.place[each] for each in control if each in self.place])

    def before(self, place):
        """Give the places of all that an op waits for."""
        return [self.place[each.op] for each in self.data[place] if each.op in self.place] + self.control[place]


class _Roots:
    """Which variables a tensor is, or shares its buffer with."""

    def __init__(self):
        self.known = {}

    def of(self, tensor):
        return self.known.get(id(tensor), frozenset())

    def hand_on(self, op, data):
        """Note what the outputs of an op share."""
        if op.type in _VARIABLES:
            self.known[id(op.outputs[0])] = frozenset([op])
        elif op.type == "IdentityN":
            for tensor, output in zip(op.inputs, op.outputs):
                self._set(output, self.of(tensor))
        elif op.type in _ALIASES:
            taken = data if op.type in ("Merge", "RefMerge") else data[:1] if data and data[0] is op.inputs[0] else []
            shared = frozenset().union(*[self.of(tensor) for tensor in taken])
            for output in op.outputs:
                self._set(output, shared)
        elif op.outputs and _is_ref(op.outputs[0]) and data:
            self._set(op.outputs[0], self.of(data[0]))

    def _set(self, output, shared):
        if shared:
            self.known[id(output)] = shared


def _is_ref(tensor):
    return tensor.dtype.as_datatype_enum > _FIRST_REF


def _changed_inputs(op):
    """Give the inputs that an op may change, by its own definition."""
    if _UPDATES.match(op.type):
        return [tensor for tensor in op.inputs if tensor.dtype.as_datatype_enum == _RESOURCE]
    if op.type in _ALIASES or op.type in _VALUELESS or not any(_is_ref(tensor) for tensor in op.inputs):
        return []
    changed, place = [], 0
    for argument in op.op_def.input_arg:
        count = int(op.get_attr(argument.number_attr)) if argument.number_attr else 1
        if argument.type_list_attr:
            count = len(op.get_attr(argument.type_list_attr))
        if argument.is_ref:
            changed += list(op.inputs)[place : place + count]
        place += count
    return changed


def _context(op):
    find = getattr(op, "_get_control_flow_context", None)
    return find() if find is not None else None


def _first_values(graph):
    found = set()
    for name in graph.get_all_collection_keys():
        if isinstance(name, str) and name.endswith("variables"):
            for variable in graph.get_collection(name):
                try:
                    found.add(variable.initializer)
                except Exception:  # whatever a script may have put there
                    continue
    return found


def find_races(elements, fed, graph):
    """Give the races of what a Session does for fetched tensors and ops, whose values are ``fed`` (their ids), at most
    200: dicts of ``fetch``, ``variable``, ``reads`` (the op, or the fetched tensor itself where ``in_place``),
    ``updates`` (ops), ``resource``, ``elements`` (None where that is not known), and whether ``fetch`` is a ``tensor``.
    """
    elements = [each for each in elements if id(each) not in fed]
    work = _Graph(elements, fed)
    roots, readers, updates = _Roots(), [], []
    first = None
    for place, op in enumerate(work.ops):
        data = work.data[place]
        changed = _changed_inputs(op)
        targets = frozenset().union(*[roots.of(tensor) for tensor in changed])
        if targets:
            first = _first_values(graph) if first is None else first
            if op not in first and not any(op.name == each.name + "/Assign" for each in targets):
                updates.append((place, targets))
        if op.type in _READS:
            readers.append((place, roots.of(op.inputs[0])))
        elif op.type not in _ALIASES and op.type not in _VALUELESS:
            changing = set(map(id, changed))
            read = [roots.of(tensor) for tensor in data if id(tensor) not in changing and not _is_handle(tensor)]
            read = frozenset().union(*read)
            if read:
                readers.append((place, read))
        roots.hand_on(op, data)
    return _unordered(work, roots, readers, updates, elements) if updates else []


def _is_handle(tensor):
    return tensor.dtype.as_datatype_enum == _RESOURCE


def _unordered(work, roots, readers, updates, elements):
    bit = {}
    for number, (place, _) in enumerate(updates):
        bit[place] = 1 << number
    of_variable = {}
    for place, targets in updates:
        for target in targets:
            of_variable[target] = of_variable.get(target, 0) | bit[place]
    earlier, later = _reached(work, bit)
    races = []
    for place, variables in readers:
        for variable in variables:
            free = of_variable.get(variable, 0) & ~(earlier[place] | later[place] | bit.get(place, 0))
            found = _possible(work, place, free, updates, bit)
            if found:
                races.append((place, None, variable, found))
    for element in elements:
        for variable in roots.of(element):
            if _is_handle(element):
                continue
            place = work.place[element.op]
            free = of_variable.get(variable, 0) & ~(earlier[place] | bit.get(place, 0))
            found = _possible(work, place, free, updates, bit)
            if found:
                races.append((place, element, variable, found))
    return _told(work, races, elements) if races else []


def _reached(work, bit):
    """Give, for each op, which updates are done before it, and which after it; as sets of bits."""
    earlier, later = [0] * len(work.ops), [0] * len(work.ops)
    before = [work.before(place) for place in range(len(work.ops))]
    for place, needs in enumerate(before):
        for one in needs:
            earlier[place] |= earlier[one] | bit.get(one, 0)
    for place in range(len(before) - 1, -1, -1):
        for one in before[place]:
            later[one] |= later[place] | bit.get(place, 0)
    return earlier, later


def _possible(work, place, free, updates, bit):
    """Give the updates of a set that may be done in the same run: what a condition guards is done in its own branch."""
    if not free:
        return []
    own = _context(work.ops[place])
    found = [work.ops[each] for each, _ in updates if bit[each] & free]
    return [op for op in found if own is None or _context(op) is own]


def _told(work, races, elements):
    """Say which fetch each race reaches: by its value where there is one, else by what waits for it."""
    bit = {}
    for place, element, _, _ in races:
        if element is None:
            bit.setdefault(place, 1 << len(bit))
    values, waits = [0] * len(work.ops), [0] * len(work.ops)
    for place, op in enumerate(work.ops):
        needs = [work.place[each.op] for each in work.data[place] if each.op in work.place]
        for one in work.before(place):
            waits[place] |= waits[one]
        if op.type not in _VALUELESS:
            for one in needs:
                values[place] |= values[one]
        values[place] |= bit.get(place, 0)
        waits[place] |= bit.get(place, 0)
    told = []
    for place, element, variable, updates in races:
        if element is not None:
            reached = [element]
        else:
            fetched = [each for each in elements if getattr(each, "op", each) in work.place]
            reached = [each for each in fetched if _holds(work, values, each, bit[place]) and hasattr(each, "op")]
            reached = reached or [each for each in fetched if _holds(work, waits, each, bit[place])][:1]
        for each in reached:
            told.append(
                {
                    "fetch": each.name,
                    "tensor": hasattr(each, "op"),
                    "variable": variable.name,
                    "reads": element.name if element is not None else work.ops[place].name,
                    "updates": [op.name for op in updates],
                    "in_place": element is not None,
                    "resource": variable.type == "VarHandleOp",
                    "elements": _count(variable),
                }
            )
    return told[:_MOST]


def _holds(work, sets, element, bit):
    return bool(sets[work.place[getattr(element, "op", element)]] & bit)


def _count(variable):
    """How many elements a variable has; None where its shape is not known."""
    try:
        sizes = [int(each.size) for each in variable.get_attr("shape").dim]
    except Exception:  # as TensorFlow 2.21 gives a TensorShape, and others what they like
        try:
            sizes = [int(each) for each in variable.get_attr("shape")]
        except Exception:
            return None
    count = 1
    for size in sizes:
        count *= size
    return count if count >= 0 else None
