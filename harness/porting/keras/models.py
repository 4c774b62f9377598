"""Chains of layers as models of Keras: ``tf.keras.Sequential``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.names import parameters
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, statements, walk
from harness.porting.keras.chains import Called, Made, called_chains, made_layers
from harness.porting.keras.layer import Layer, free_name
from harness.porting.keras.links import Link


@dataclass(frozen=True)
class Models:
    """A text with models: their names, and the names of layers that stand alone."""

    module: cst.Module
    models: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Model:
    name: str
    links: tuple[Link, ...]
    calls: tuple[Called, ...]
    inputs: str
    last: cst.BaseStatement


def with_models(module: cst.Module, layers: Sequence[Layer], tf: str) -> Models:
    """Give a text in which layers that are called one behind the other are a model. Hand-written ones that are in none
    are built where they are made, for nothing else gives them variables before they are called."""
    known = made_layers(module, tf)
    found = [each for each in called_chains(module, known, tf) if any(link.named for link in each.chain.links)]
    groups: dict[tuple[str, ...], list[Called]] = {}
    for each in found:
        groups.setdefault(tuple(link.text for link in each.chain.links), []).append(each)
    used = _used(module, known)
    fitting = [its for its in groups.values() if _alone(its, used, known)]
    taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
    own = {layer.name: layer for layer in layers}
    models = [_model(its, len(fitting), known, own, taken, module, tf) for its in fitting]
    within = {link.text for model in models if model.inputs for link in model.links}
    building = [layer for layer in layers if layer.name not in within]
    changed = module.visit(_Modelled(models, building, known, tf))
    assert isinstance(changed, cst.Module)
    held = {link.text for model in models for link in model.links}
    return Models(changed, tuple(model.name for model in models), tuple(name for name in known if name not in held))


def _used(module: cst.Module, known: Mapping[str, Made]) -> dict[str, int]:
    """How often each layer is called."""
    used: dict[str, int] = {}
    for call in calls(module):
        name = dotted(call.func)
        if name in known:
            used[name] = used.get(name, 0) + 1
    return used


def _alone(its: Sequence[Called], used: Mapping[str, int], known: Mapping[str, Made]) -> bool:
    """Whether layers are called in these chains only, are made in one place, and are enough for a model."""
    links = its[0].chain.links
    named = [link.text for link in links if link.named]
    if any(used[name] != len(its) for name in named) or len({known[name].block for name in named}) != 1:
        return False
    if len(set(named)) != len(named) or len({bool(each.training) for each in its}) != 1:
        return False
    begins = all(each.chain.source in parameters(each.function.params) for each in its)
    return len(links) > 1 or begins


def _model(
    its: Sequence[Called],
    count: int,
    known: Mapping[str, Made],
    own: Mapping[str, Layer],
    taken: set[str],
    module: cst.Module,
    tf: str,
) -> _Model:
    target = its[0].target or its[0].function.name.value.removeprefix("compute_").removeprefix("evaluate_")
    wanted = "model" if count == 1 and "model" not in taken else "net" if count == 1 and "net" not in taken else ""
    name = free_name(wanted or f"{target}_model", taken)
    links = its[0].chain.links
    last = max((known[link.text] for link in links if link.named), key=lambda made: made.place)
    inputs = _spec(its, module, tf)
    if not inputs and links[0].text in own:
        inputs = own[links[0].text].inputs
    return _Model(name, links, tuple(its), inputs, last.statement)


def _spec(its: Iterable[Called], module: cst.Module, tf: str) -> str:
    """The shape of one input, where it is a placeholder of a shape that is known."""
    sources = {each.chain.source for each in its if each.chain.source in parameters(each.function.params)}
    names = {f"{source.rstrip('_')}_spec" for source in sources}
    shapes = set()
    for node in walk(module):
        pair = assigned(node)
        if pair is None or code(pair[0]) not in names or not isinstance(pair[1], cst.Call):
            continue
        shape = argument(pair[1], "shape", 0)
        if dotted(pair[1].func) == f"{tf}.TensorSpec" and isinstance(shape, cst.List | cst.Tuple) and shape.elements:
            shapes.add(f"[{', '.join(code(each.value) for each in shape.elements[1:])}]")
    return shapes.pop() if len(shapes) == 1 and len(sources) == 1 else ""


class _Modelled(cst.CSTTransformer):
    """Makes models behind their last layers, and calls them where chains stood."""

    def __init__(self, models: Sequence[_Model], building: Sequence[Layer], known: Mapping[str, Made], tf: str) -> None:
        super().__init__()
        self.tf = tf
        self.calls = {id(each.statements[0]): (model, each) for model in models for each in model.calls}
        self.gone = {id(line) for model in models for each in model.calls for line in each.statements[1:]}
        self.behind: dict[int, list[str]] = {}
        for layer in building:
            place = id(known[layer.name].statement)
            shape = layer.inputs.strip("[]")
            self.behind.setdefault(place, []).append(f"{layer.name}.build([None, {shape}])")
        for model in models:
            self.behind.setdefault(id(model.last), []).append(_text(model, tf))

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        if id(original_node) in self.gone:
            return cst.RemoveFromParent()
        if id(original_node) in self.calls:
            return _call(*self.calls[id(original_node)], updated_node)
        behind = self.behind.get(id(original_node), [])
        if behind:
            return cst.FlattenSentinel([updated_node, *(each for text in behind for each in statements(text))])
        return updated_node


def _call(model: _Model, called: Called, statement: cst.SimpleStatementLine) -> cst.BaseStatement:
    training = f", training={called.training}" if called.training else ""
    text = f"{model.name}({called.chain.source}{training})"
    made = statements(f"{called.target} = {text}" if called.target else f"return {text}")[0]
    empty = []
    for line in statement.leading_lines:
        if line.comment is not None:
            break
        empty.append(line)
    return made.with_changes(leading_lines=empty)


def _text(model: _Model, tf: str) -> str:
    """What makes a model, with the comments of its calls beside its layers."""
    lines = [f"    {tf}.keras.Input({model.inputs}),"] if model.inputs else []
    called = model.calls[0]
    done = 0
    for statement, end in zip(called.statements, called.ends, strict=True):
        lines += [f"    {line.comment.value}" for line in statement.leading_lines if line.comment is not None]
        for link in model.links[done:end]:
            lines.append(f"    {link.text},")
        done = end
        comment = statement.trailing_whitespace.comment
        if comment is not None:
            lines[-1] += f"  {comment.value}"
    if not any("#" in line for line in lines):
        short = f"{model.name} = {tf}.keras.Sequential([{', '.join(line.strip().rstrip(',') for line in lines)}])"
        if len(short) <= 100:
            return short
    return "\n".join([f"{model.name} = {tf}.keras.Sequential([", *lines, "])"])
