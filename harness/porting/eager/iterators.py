"""Iterators that a Session starts anew: made where it does, and given to the functions that ask them for elements."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, code, dotted, expression

_MAKES = "make_initializable_iterator"
_STARTS = "make_initializer"
STARTS_ANEW = "an iterator that starts anew: give a function the elements of iter(dataset), made for each pass"


def starts_anew(call: cst.CSTNode, aliases: Aliases) -> bool:
    """Whether a call makes an iterator that has elements only once its initializer has run."""
    if not isinstance(call, cst.Call):
        return False
    name = called(call, aliases) or dotted(call.func)
    method = call.func.attr.value if isinstance(call.func, cst.Attribute) else ""
    return method == _MAKES or name.endswith(("Iterator.from_structure", f".{_MAKES}"))


def elements_of(call: cst.Call, aliases: Aliases) -> str:
    """Give the data set that an iterator goes through, as text; none for one that is told when it starts."""
    if called(call, aliases).endswith(_MAKES):
        data = argument(call, "dataset", 0)
        return code(data) if data is not None else ""
    func = call.func
    return code(func.value) if isinstance(func, cst.Attribute) and func.attr.value == _MAKES else ""


def started(node: cst.BaseExpression, things: Mapping[str, Thing]) -> tuple[str, str] | None:
    """Give the iterator that a fetch starts and the data set that it starts with, None for any other fetch."""
    thing = things.get(dotted(node))
    if thing is not None and thing.kind is Kind.START:
        iterator, _, elements = thing.counter.partition(" ")
        return iterator, elements
    call = node if isinstance(node, cst.Call) else None
    asked = call.func if call is not None else node
    if not isinstance(asked, cst.Attribute):
        return None
    owner = things.get(dotted(asked.value))
    if owner is None or owner.kind is not Kind.INPUT:
        return None
    if call is None and asked.attr.value == "initializer" and owner.counter:
        return dotted(asked.value), owner.counter
    if call is not None and asked.attr.value == _STARTS:
        data = argument(call, "dataset", 0)
        return (dotted(asked.value), code(data)) if data is not None else None
    return None


def once_through(call: cst.Call, aliases: Aliases) -> cst.BaseExpression | None:
    """Give an iterator that goes through its data set once as one of Python; None for one that starts anew."""
    if not isinstance(call.func, cst.Attribute) or call.func.attr.value != "make_one_shot_iterator":
        return None
    data = call.args[0].value if called(call, aliases) else call.func.value
    return expression(f"iter({code(data)})")
