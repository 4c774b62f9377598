"""Hand-written layers as layers of Keras, each in the place of its kernel and its bias."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.tree import assigned, code, only, statements, walk, with_lead
from harness.porting.keras.affine import Affine, affine_of
from harness.porting.keras.gone import gone
from harness.porting.keras.names import key_of, reading
from harness.porting.keras.weights import Weight, blocks, weights_of

_WIDTH = 100


@dataclass(frozen=True)
class Layer:
    """A layer by its name in the text: ``makes`` is the text that makes it, ``inputs`` the shape of one input, without
    the batch."""

    name: str
    kernel: Weight
    bias: Weight | None
    makes: str
    inputs: str
    activation: str


@dataclass(frozen=True)
class Layers:
    """A text with layers, and the layers in the order in which they are made."""

    module: cst.Module
    layers: tuple[Layer, ...] = ()


@dataclass(frozen=True)
class _Site:
    node: cst.CSTNode
    affine: Affine
    target: str


def with_layers(module: cst.Module, tf: str) -> Layers:
    """Give a text in which variables that are kernels are those of layers."""
    weights = weights_of(module, tf)
    taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
    sites = [site for site in _sites(module, tf) if site.affine.kernel in weights]
    by_kernel: dict[str, list[_Site]] = {}
    for site in sites:
        by_kernel.setdefault(site.affine.kernel, []).append(site)
    biases = [key for key in {(site.affine.kernel, site.affine.bias) for site in sites} if key[1]]
    made: dict[str, Layer] = {}
    for kernel, its in by_kernel.items():
        first = its[0].affine
        shared = sum(bias == first.bias for _, bias in biases) > 1
        alike = {(site.affine.kind, site.affine.bias, site.affine.more) for site in its}
        if len(alike) == 1 and not shared and _fits(weights, first):
            made[kernel] = _layer(its, weights, taken, tf)
    if not made:
        return Layers(module)
    calls = {id(site.node): (site.affine, made[site.affine.kernel]) for site in sites if site.affine.kernel in made}
    return Layers(_rewritten(module, calls, list(made.values())), _in_order(made.values()))


def _sites(module: cst.Module, tf: str) -> Iterator[_Site]:
    """The largest products of a text, with the names that they are given."""
    for node in walk(module):
        if not isinstance(node, cst.FunctionDef) or not isinstance(node.body, cst.IndentedBlock):
            continue
        for statement in node.body.body:
            if isinstance(statement, cst.FunctionDef):
                continue
            pair = assigned(statement)
            small = only(statement)
            target = key_of(pair[0]) if pair is not None else ""
            if isinstance(small, cst.Return):
                target = node.name.value.removeprefix("compute_").removeprefix("evaluate_")
            yield from _sites_in(statement, target, tf)


def _sites_in(node: cst.CSTNode, target: str, tf: str) -> Iterator[_Site]:
    affine = affine_of(node, tf)
    if affine is not None:
        yield _Site(node, affine, target)
        yield from _sites_in(affine.inputs, "", tf)
        return
    for child in node.children:
        if not isinstance(child, cst.FunctionDef):
            yield from _sites_in(child, target, tf)


def _fits(weights: Mapping[str, Weight], affine: Affine) -> bool:
    """Whether kernel and bias have the ranks and lengths of the layer's."""
    kernel = weights[affine.kernel]
    if len(kernel.initial.shape) != (2 if affine.kind == "Dense" else 4):
        return False
    if not affine.bias:
        return True
    bias = weights.get(affine.bias)
    if bias is None or bias.block != kernel.block or len(bias.initial.shape) != 1:
        return False
    return _plain(bias.initial.shape[0]) == _plain(kernel.initial.shape[-1])


def _plain(text: str) -> str:
    return "".join(text.split())


def _layer(sites: Sequence[_Site], weights: Mapping[str, Weight], taken: set[str], tf: str) -> Layer:
    affine = sites[0].affine
    kernel, bias = weights[affine.kernel], weights.get(affine.bias)
    activation = affine.activation if len({site.affine.activation for site in sites}) == 1 else ""
    shape = kernel.initial.shape
    wanted = sites[0].target or affine.kernel
    wanted = "".join(each if each.isalnum() else "_" for each in wanted).strip("_")
    wanted = affine.kernel if wanted in ("", "apply") else wanted
    ending = "_layer" if "layer" not in wanted else "_dense" if affine.kind == "Dense" else "_conv"
    name = free_name(f"{wanted}{ending}", taken)
    words = [shape[-1], *affine.more]
    if affine.kind == "Conv2D":
        size = shape[0] if shape[0] == shape[1] else f"({shape[0]}, {shape[1]})"
        words = [shape[-1], size, *affine.more]
    if activation:
        words.append(f"activation={activation}")
    if bias is None:
        words.append("use_bias=False")
    words.append(f"kernel_initializer={kernel.initial.initializer}")
    if bias is not None and bias.initial.initializer != '"zeros"':
        words.append(f"bias_initializer={bias.initial.initializer}")
    words.append(f'name="{name.removesuffix("_layer").lstrip("_") or name}"')
    inputs = f"[{shape[0]}]" if affine.kind == "Dense" else f"[None, None, {shape[2]}]"
    makes = f"{tf}.keras.layers.{affine.kind}({', '.join(words)})"
    if len(name) + 3 + len(makes) > _WIDTH:
        makes = f"{tf}.keras.layers.{affine.kind}(\n{''.join(f'    {word},{chr(10)}' for word in words)})"
    return Layer(name, kernel, bias, makes, inputs, activation)


def free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that nothing else has, and take it."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    taken.add(name)
    return name


def _in_order(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(sorted(layers, key=_place))


def _place(layer: Layer) -> tuple[int, int]:
    bias = layer.bias.place if layer.bias is not None else 0
    return layer.kernel.block, max(layer.kernel.place, bias)


def _rewritten(module: cst.Module, calls: Mapping[int, tuple[Affine, Layer]], layers: Sequence[Layer]) -> cst.Module:
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
    for layer in sorted(layers, key=_place):
        own = [layer.kernel, *([layer.bias] if layer.bias is not None else [])]
        last = numbered[layer.kernel.block][_place(layer)[1]]
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
