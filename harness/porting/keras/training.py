"""The variables of a step that are all of one model's: ``model.trainable_variables``."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.tree import argument, assigned, code, dotted, expression


def with_model_variables(module: cst.Module, models: Sequence[str]) -> cst.Module:
    """Give a text in which a list of all variables of a model asks the model for them."""
    lists = {}
    for model in models:
        found = _Variables(model)
        module.visit(found)
        if found.parts:
            lists[tuple(found.parts)] = f"{model}.trainable_variables"
    changed = module.visit(_Asking(lists))
    assert isinstance(changed, cst.Module)
    return changed


class _Variables(cst.CSTVisitor):
    """Finds what a model of hand-written layers is made of, and in which order."""

    def __init__(self, model: str) -> None:
        super().__init__()
        self.model = model
        self.made: dict[str, list[str]] = {}
        self.parts: list[str] = []

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> bool:
        pair = assigned(node)
        if pair is None or not isinstance(pair[1], cst.Call):
            return False
        name, made = code(pair[0]), dotted(pair[1].func)
        if made.rpartition(".")[2] in ("Dense", "Conv2D"):
            bias = argument(pair[1], "use_bias")
            self.made[name] = [f"{name}.kernel"] + ([f"{name}.bias"] if bias is None else [])
        elif name == self.model and isinstance(pair[1].args[0].value, cst.List):
            names = [code(each.value) for each in pair[1].args[0].value.elements]
            self.parts = [part for name in names for part in self.made.get(name, [])]
            # One without a known input has no variables before it is called.
            if ".keras.Input(" not in names[0] or any("." not in name and name not in self.made for name in names):
                self.parts = []
        return False


class _Asking(cst.CSTTransformer):
    def __init__(self, lists: dict[tuple[str, ...], str]) -> None:
        super().__init__()
        self.lists = lists

    def leave_List(self, original_node: cst.List, updated_node: cst.List) -> cst.BaseExpression:
        del original_node
        words = [code(each.value) for each in updated_node.elements]
        asked = self.lists.get(tuple(words)) or next(
            (text for parts, text in self.lists.items() if sorted(parts) == sorted(words)), None
        )
        return expression(asked) if asked else updated_node
