"""Functions that make variables, put where they stood as they were taken apart."""

import libcst as cst

from harness.porting.eager.script import Script


class Factories(cst.CSTTransformer):
    """Puts functions that make variables as they were taken apart in their places."""

    def __init__(self, script: Script) -> None:
        self._script = script

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        made = self._script.factories.get(original_node.name.value)
        return updated_node if made is None else made.with_changes(leading_lines=updated_node.leading_lines)
