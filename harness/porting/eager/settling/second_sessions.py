"""Sessions behind others that initialize variables anew: what was trained before is forgotten there."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.flatten import as_statements, is_session
from harness.porting.eager.helpers import graph_count
from harness.porting.eager.kinds import INITS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, calls, dotted, marked, walk

REASON = "in TF1 variables begin anew in this Session; here they go on: assign their first values once more"


def with_second_sessions_marked(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which each block of a Session is marked that begins with variables of its own behind another
    block of one, all in one graph: what stands for them has them once."""
    if graph_count(module, aliases) > 1:
        return module
    changed = module.visit(_Marks(aliases, _initializers(module, aliases)))
    assert isinstance(changed, cst.Module)
    return changed


def _initializers(module: cst.Module, aliases: Aliases) -> set[str]:
    """The names that stand for initializers of variables."""
    pairs = (assigned(each) for each in walk(module))
    return {dotted(pair[0]) for pair in pairs if pair is not None and called(pair[1], aliases) in INITS} - {""}


class _Marks(cst.CSTTransformer):
    def __init__(self, aliases: Aliases, initializers: set[str]) -> None:
        self._aliases, self._initializers = aliases, initializers

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
        return updated_node.with_changes(body=self._body(original_node.body, updated_node.body))

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        return updated_node.with_changes(body=self._body(original_node.body, updated_node.body))

    def _body(
        self, before: Sequence[cst.BaseStatement], after: Sequence[cst.BaseStatement]
    ) -> Sequence[cst.BaseStatement]:
        begun = [place for place, each in enumerate(before) if self._begins(each)]
        again = set(begun[1:])
        return [self._marked(each) if place in again else each for place, each in enumerate(after)]

    def _marked(self, block: cst.BaseStatement) -> cst.BaseStatement:
        """A block with the mark above what stands behind its initializers, which go."""
        assert isinstance(block, cst.With)
        body = as_statements(block.body)
        place = next((place for place, each in enumerate(body) if not self._initializes(each)), None)
        if place is None or not isinstance(block.body, cst.IndentedBlock):
            return marked(block, [REASON])
        return block.with_changes(
            body=block.body.with_changes(body=[*body[:place], marked(body[place], [REASON]), *body[place + 1 :]])
        )

    def _begins(self, statement: cst.BaseStatement) -> bool:
        """Whether a block of a Session initializes variables, and does not restore them."""
        if not isinstance(statement, cst.With) or not any(
            isinstance(item.item, cst.Call) and is_session(item.item, self._aliases) for item in statement.items
        ):
            return False
        restores = any(dotted(call.func).endswith(".restore") for call in calls(statement))
        return not restores and self._initializes(statement)

    def _initializes(self, statement: cst.BaseStatement) -> bool:
        """Whether a statement has to do with initializers of variables."""
        if any(called(call, self._aliases) in INITS for call in calls(statement)):
            return True
        return any(dotted(each) in self._initializers for each in walk(statement))
