"""Races of what one Session.run does: a read and an update of one variable of which the graph orders neither first.

What consumes the buffer of a variable reads it; a fetch of it is read when all is done. A resource variable is read by
ops of their own, whose results no later update changes.
"""

from _harness_preludes.graphs.buffers import ALIASES, VALUELESS, Buffers, changed_inputs, is_handle, unread_inputs
from _harness_preludes.graphs.ops import first_values
from _harness_preludes.graphs.order import Order

_READS = frozenset(["ReadVariableOp", "ResourceGather", "ResourceGatherNd"])
_MOST = 200


def find_races(elements, fed, graph):
    """Give the races of what a Session does for fetched tensors and ops, whose values are ``fed`` (their ids), at most
    200: dicts of ``fetch``, ``variable``, ``reads`` (the op, or the fetched tensor itself where ``in_place``),
    ``updates`` (ops), ``resource``, ``elements`` (None where that is not known), and whether ``fetch`` is a ``tensor``.
    """
    elements = [each for each in elements if id(each) not in fed]
    work = Order(elements, fed)
    roots, readers, updates = Buffers(), [], []
    first = None
    for place, op in enumerate(work.ops):
        data = work.data[place]
        changed = changed_inputs(op)
        targets = frozenset().union(*[roots.of(tensor) for tensor in changed])
        if targets:
            first = first_values(graph) if first is None else first
            if op not in first and not any(op.name == each.name + "/Assign" for each in targets):
                updates.append((place, targets))
        if op.type in _READS:
            readers.append((place, roots.of(op.inputs[0])))
        elif op.type not in ALIASES and op.type not in VALUELESS:
            changing = set(map(id, changed)) | set(map(id, unread_inputs(op)))
            read = [roots.of(tensor) for tensor in data if id(tensor) not in changing and not is_handle(tensor)]
            read = frozenset().union(*read)
            if read:
                readers.append((place, read))
        roots.hand_on(op, data)
    return _unordered(work, roots, readers, updates, elements) if updates else []


def _context(op):
    find = getattr(op, "_get_control_flow_context", None)
    return find() if find is not None else None


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
            if is_handle(element):
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
        unread = set(map(id, unread_inputs(op)))
        needs = [work.place[each.op] for each in work.data[place] if each.op in work.place and id(each) not in unread]
        for one in work.before(place):
            waits[place] |= waits[one]
        if op.type not in VALUELESS:
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
            if not reached and _is_stored(work, values, place, bit[place]):
                reached = [each for each in fetched if _holds(work, waits, each, bit[place])][:1]
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


def _is_stored(work, values, place, bit):
    """Whether what an op reads reaches one that keeps it, as an update does."""
    others = [op for at, op in enumerate(work.ops) if at != place and values[at] & bit]
    return any(op.op_def is not None and (op.op_def.is_stateful or changed_inputs(op)) for op in others)


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
