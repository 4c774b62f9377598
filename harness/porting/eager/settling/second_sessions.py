"""Initializers that are run behind others, in one Session or in another: what was trained before is forgotten there."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.helpers import graph_count
from harness.porting.eager.kinds import INITS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.settling.made_between import goes_on, makers_of, makes_variables
from harness.porting.eager.tree import assigned, calls, dotted, marked, walk

REASON = "in TF1 variables begin anew in this Session; here they go on: assign their first values once more"
_ALL = frozenset({"tf.global_variables_initializer", "tf.initialize_all_variables"})
_BLOCKS = (cst.With, cst.If, cst.Try, cst.For, cst.While)


def with_second_sessions_marked(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which each place is marked where variables that were there before begin anew, all in one graph:
    behind a second run of their initializer, and one in a loop, or in a function that is called again. What stands for
    them in a draft has them once."""
    if graph_count(module, aliases) > 1:
        return module
    seeker = _Seeker(module, aliases)
    seeker.look(module.body)
    changed = module.visit(_Marks(seeker.begun)) if seeker.begun else module
    assert isinstance(changed, cst.Module)
    return changed


class _Seeker:
    """Finds the statements that begin what was begun before: ``begun`` are those behind their initializers. A scope is
    the body of the module, or of a function that makes its variables itself."""

    def __init__(self, module: cst.Module, aliases: Aliases) -> None:
        self._aliases, self._makers = aliases, makers_of(module, aliases)
        pairs = [pair for each in walk(module) if (pair := assigned(each)) is not None]
        self._all, self._any = (
            {dotted(pair[0]) for pair in pairs if called(pair[1], aliases) in symbols} - {""}
            for symbols in (_ALL, INITS)
        )
        self._functions = {each.name.value: each for each in module.body if isinstance(each, cst.FunctionDef)}
        self._scope: Sequence[cst.BaseStatement] = module.body
        self._last: int | None = None
        self._inside: list[str] = []
        self.begun: set[cst.BaseStatement] = set()

    def look(self, body: Sequence[cst.BaseStatement], outer: int | None = None, again: bool = False) -> None:
        """Go through statements in their order; ``outer`` is the place in the scope of the statement in which they
        stand, None where they are the scope, and ``again`` says that they are done again and again, with variables
        that are made outside."""
        for place, each in enumerate(body):
            here = place if outer is None else outer
            if isinstance(each, cst.FunctionDef | cst.ClassDef):
                continue
            if isinstance(each, cst.If):
                self._branches(each, here, again)
            elif isinstance(each, _BLOCKS):
                repeats = isinstance(each, cst.For | cst.While) and not self._builds(each)
                self.look(as_statements(each.body), here, again or repeats)
            else:
                self._simple(each, body[place + 1 :], here, again)

    def _branches(self, node: cst.If, here: int, again: bool) -> None:
        """Of branches one is taken."""
        before, after = self._last, self._last
        branch: cst.If | cst.Else | None = node
        while branch is not None:
            self._last = before
            self.look(as_statements(branch.body), here, again)
            after = self._last if self._last is not None else after
            branch = branch.orelse if isinstance(branch, cst.If) else None
        self._last = after

    def _simple(self, each: cst.BaseStatement, rest: Sequence[cst.BaseStatement], here: int, again: bool) -> None:
        if self._initializes(each):
            before, kept = (
                self._last,
                any(dotted(call.func).endswith(".restore") for one in rest for call in calls(one)),
            )
            known = (self._scope, here, before or 0, self._aliases, self._makers)
            if not kept and (again or (before is not None and goes_on(rest, *known))):
                self.begun.add(next((one for one in rest if not self._is_of_initializers(one)), each))
            self._last = here
        for call in calls(each):
            node = self._functions.get(dotted(call.func))
            if node is not None and node.name.value not in self._inside:
                self._called(node, here, again)

    def _called(self, node: cst.FunctionDef, here: int, again: bool) -> None:
        """Go through a function where it is called; one that makes its variables begins with them each time."""
        self._inside.append(node.name.value)
        if self._builds(node):
            kept, self._scope, self._last = (self._scope, self._last), as_statements(node.body), None
            self.look(self._scope)
            self._scope, self._last = kept
        elif self._initializes(node):
            self.look(as_statements(node.body), here, again or self._last is not None)
        self._inside.pop()

    def _initializes(self, node: cst.CSTNode) -> bool:
        """Whether all variables are initialized in a piece of code."""
        runs = (each for each in calls(node) if isinstance(each.func, cst.Attribute) and each.func.attr.value == "run")
        return any(self._names(each, _ALL, self._all) for each in runs)

    def _is_of_initializers(self, node: cst.CSTNode) -> bool:
        """Whether a statement has to do with initializers of variables, and goes."""
        return self._names(node, INITS, self._any)

    def _names(self, node: cst.CSTNode, symbols: frozenset[str], names: set[str]) -> bool:
        found = any(called(call, self._aliases) in symbols for call in calls(node))
        return found or any(dotted(each) in names for each in walk(node))

    def _builds(self, node: cst.CSTNode) -> bool:
        return makes_variables(node, self._aliases, self._makers)


class _Marks(cst.CSTTransformer):
    def __init__(self, begun: set[cst.BaseStatement]) -> None:
        self._begun = begun

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode:  # type: ignore[override]
        if original_node in self._begun:
            assert isinstance(updated_node, cst.BaseStatement)
            return marked(updated_node, [REASON])
        return updated_node
