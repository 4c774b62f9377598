"""A text that calls layers where products stood, without the variables that the layers have now."""

from collections.abc import Mapping, Sequence

import libcst as cst

from harness.porting.eager.tree import assigned, code, statements, with_lead
from harness.porting.keras.affine import Affine
from harness.porting.keras.gone import gone
from harness.porting.keras.layer import Layer, place_of
from harness.porting.keras.names import key_of, reading
from harness.porting.keras.weights import blocks


def rewritten(module: cst.Module, calls: Mapping[int, tuple[Affine, Layer]], layers: Sequence[Layer]) -> cst.Module:
    """Give the text with ``layers`` for their variables; ``calls`` has, by identity, the products they stand for."""
    parts = {layer.kernel.key: f"{layer.name}.kernel" for layer in layers}
    parts |= {layer.bias.key: f"{layer.name}.bias" for layer in layers if layer.bias is not None}
    parts |= _whole(layers, parts)
    readings = {id(node) for node in reading(module)}
    numbered = list(blocks(module))
    instead: dict[int, list[cst.BaseStatement]] = {}
    gone: dict[int, cst.BaseStatement] = {}
    for layer in layers:
        for weight in (layer.kernel, layer.bias):
            if weight is not None:
                gone[id(weight.statement)] = weight.statement
    for layer in sorted(layers, key=place_of):
        own = [layer.kernel, *([layer.bias] if layer.bias is not None else [])]
        last = numbered[layer.kernel.block][place_of(layer)[1]]
        made = statements(f"{layer.name} = {layer.makes}")[0]
        lead = [cst.EmptyLine(comment=cst.Comment(each)) for weight in own for each in weight.comments]
        instead.setdefault(id(last), []).append(with_lead(made, lead))
    changed = module.visit(_Layered(calls, parts, readings, gone, instead))
    assert isinstance(changed, cst.Module)
    return changed


def _whole(layers: Sequence[Layer], parts: Mapping[str, str]) -> dict[str, str]:
    """What stands for a dictionary that is asked for as a whole, as by a Checkpoint."""
    found: dict[str, str] = {}
    for layer in layers:
        for weight in (layer.kernel, layer.bias):
            pair = assigned(weight.statement) if weight is not None else None
            if pair is None or not isinstance(pair[1], cst.Dict):
                continue
            name = key_of(pair[0])
            keys = [_literal(each.key) for each in pair[1].elements if isinstance(each, cst.DictElement)]
            ours = [key for key in keys if f"{name}[{key!r}]" in parts]
            words = [f"{key!r}: {parts[f'{name}[{key!r}]']}" for key in ours]
            rest = [] if len(ours) == len(pair[1].elements) else [f"**{name}"]
            found[name] = f"{{{', '.join([*rest, *words])}}}"
    return found


class _Layered(cst.CSTTransformer):
    """Calls layers where products stood, and leaves out the variables that they have now."""

    def __init__(
        self,
        calls: Mapping[int, tuple[Affine, Layer]],
        parts: Mapping[str, str],
        readings: set[int],
        gone: Mapping[int, cst.BaseStatement],
        instead: Mapping[int, list[cst.BaseStatement]],
    ) -> None:
        super().__init__()
        self.calls, self.parts, self.readings, self.gone, self.instead = calls, parts, readings, gone, instead

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self.calls and not self._is_part(node)

    def _is_part(self, node: cst.CSTNode) -> bool:
        if key_of(node) not in self.parts:
            return False
        name = node.value if isinstance(node, cst.Subscript) else node
        return id(name) in self.readings

    def on_leave(self, original_node, updated_node):  # type: ignore[no-untyped-def]
        if id(original_node) in self.calls:
            affine, layer = self.calls[id(original_node)]
            inputs = affine.inputs.visit(self)
            assert isinstance(inputs, cst.BaseExpression)
            call = f"{layer.name}({code(inputs)})"
            return cst.parse_expression(
                f"{affine.activation}({call})" if affine.activation and not layer.activation else call
            )
        if self._is_part(original_node):
            return cst.parse_expression(self.parts[key_of(original_node)])
        if id(original_node) in self.gone:
            return self._instead(original_node, updated_node)
        return updated_node

    def _instead(self, original: cst.SimpleStatementLine, updated: cst.SimpleStatementLine):  # type: ignore[no-untyped-def]
        lead = list(original.leading_lines)
        if original.trailing_whitespace.comment is not None:
            lead.append(cst.EmptyLine(comment=original.trailing_whitespace.comment))
        kept = self._rest(updated)
        found = [*kept, *self.instead.get(id(original), [])]
        if not found:
            return gone(lead)
        first = found[0].with_changes(leading_lines=[*lead, *_leads(found[0], kept)])
        return cst.FlattenSentinel([first, *found[1:]])

    def _rest(self, statement: cst.SimpleStatementLine) -> list[cst.BaseStatement]:
        """A dictionary with what of it is no part of a layer."""
        pair = assigned(statement)
        if pair is None or not isinstance(pair[1], cst.Dict):
            return []
        name = key_of(pair[0])
        left = [
            each
            for each in pair[1].elements
            if not isinstance(each, cst.DictElement) or f"{name}[{_literal(each.key)!r}]" not in self.parts
        ]
        if not left:
            return []
        small = statement.body[0]
        assert isinstance(small, cst.Assign)
        return [statement.with_changes(body=[small.with_changes(value=pair[1].with_changes(elements=left))])]


def _literal(key: cst.BaseExpression) -> object:
    return key.evaluated_value if isinstance(key, cst.SimpleString) else None


def _leads(statement: cst.BaseStatement, kept: Sequence[cst.BaseStatement]) -> list[cst.EmptyLine]:
    return [] if statement in kept else list(getattr(statement, "leading_lines", ()))
