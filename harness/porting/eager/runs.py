"""Runs of a Session in a text: what they ask for and what they feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from harness.porting.eager.kinds import DEFERRED, Kind, Thing
from harness.porting.eager.resolve import called
from harness.porting.eager.tree import argument, calls, dotted, walk

if TYPE_CHECKING:
    from harness.porting.eager.script import Script

_NAMED = frozenset({"sess", "session", "self.sess", "self.session"})
_RUN = (*DEFERRED, Kind.INIT)


@dataclass(frozen=True)
class Run:
    """A run: the expressions that it asks for, how they stand together (``one``, ``list``, ``dict``) and its feed."""

    fetches: tuple[cst.BaseExpression, ...]
    form: str
    feed: cst.BaseExpression | None
    keys: tuple[str, ...] = ()


def run_of(call: cst.Call, things: Mapping[str, Thing], script: "Script") -> Run | None:
    """Give the run that a call is, None for any other call."""
    if not isinstance(call.func, cst.Attribute):
        return None
    owner, method = call.func.value, call.func.attr.value
    if method == "run" and is_session_name(owner, script):
        fetches = argument(call, "fetches", 0)
        if fetches is None:
            return None
        return _run(fetches, argument(call, "feed_dict", 1))
    if method not in ("run", "eval") or called(call, script.aliases):
        return None
    thing = things.get(dotted(owner))
    made = called(owner, script.aliases)
    kinds = (*_RUN, Kind.VARIABLE, Kind.SCHEDULE) if method == "eval" else _RUN
    ours = thing.kind in kinds if thing is not None else method == "eval" and dotted(owner) in script.known
    fed = argument(call, "feed_dict", 0)
    given = argument(call, "session", 1)
    if fed is not None and is_session_name(fed, script):
        fed = None
        ours = True
    if ours or (thing is None and (made or given is not None or argument(call, "feed_dict") is not None)):
        return Run((owner,), "one", fed)
    if method == "eval" and not isinstance(owner, cst.Name | cst.Attribute) and _asks_for(owner, call, things):
        return Run((owner,), "one", fed)
    return None


def _asks_for(owner: cst.BaseExpression, call: cst.Call, things: Mapping[str, Thing]) -> bool:
    """Whether an expression is made of what a graph has, as ``(w + 1).eval()``; ``table[:1].eval("a")`` is no run."""
    if any(isinstance(each.value, cst.BaseString) for each in call.args):
        return False
    named = {dotted(each) for each in walk(owner)}
    return any(name in named for name, thing in things.items() if thing.kind in (*_RUN, Kind.VARIABLE))


def _run(fetches: cst.BaseExpression, feed: cst.BaseExpression | None) -> Run:
    if isinstance(fetches, cst.List | cst.Tuple):
        return Run(tuple(element.value for element in fetches.elements), "list", feed)
    if isinstance(fetches, cst.Dict):
        elements = [each for each in fetches.elements if isinstance(each, cst.DictElement)]
        from harness.porting.eager.tree import code

        return Run(tuple(each.value for each in elements), "dict", feed, tuple(code(each.key) for each in elements))
    return Run((fetches,), "one", feed)


def is_session_name(node: cst.BaseExpression, script: "Script") -> bool:
    """Whether an expression is a Session, by what was found or by its name."""
    name = dotted(node)
    return (
        name in script.sessions
        or name in _NAMED
        or called(node, script.aliases) in ("tf.get_default_session", "tf.Session")
    )


def has_run(node: cst.CSTNode, things: Mapping[str, Thing], script: "Script") -> bool:
    """Whether a run stands anywhere in a node."""
    return any(run_of(call, things, script) is not None for call in calls(node))
