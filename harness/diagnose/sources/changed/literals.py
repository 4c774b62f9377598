"""Literals: where a script says its learning rate, and the script with another one."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.shape import is_rate
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of
from harness.diagnose.sources.text.tensorflow import DECAYS, OPTIMIZERS, decay_names

# What is a learning rate wherever it stands; a bare `rate` may be that of a dropout, `decay_rate` is none.
_NAME = re.compile(r"(?:\w*_)?(?:lr|learning_?rate)", re.IGNORECASE)
_OTHER = re.compile(r"decay|drop|keep|sampl|growth|momentum", re.IGNORECASE)
_KEYWORDS = ("learning_rate", "lr", "initial_learning_rate")
_MAKERS = (
    *(names.keras for names in OPTIMIZERS if names.keras),
    *decay_names(tuple(decay for decay in DECAYS if decay.from_rate)),
)
_FLAGS = ("add_argument", "DEFINE_float", "DEFINE_string", "DEFINE_integer")
# What tf.keras takes where it is given none.
_DEFAULTS = {names.keras: names.keras_rate for names in OPTIMIZERS if names.keras_rate is not None}


@dataclass(frozen=True)
class Rate:
    """A rate that a script names: its value, and the parameter that it is (empty: it is a literal of the text)."""

    value: float
    parameter: str = ""


@dataclass(frozen=True)
class _Place:
    """Where a rate stands, in bytes of its line; ``before`` is what has to be written in front of another one."""

    value: float
    line: int
    start: int
    end: int
    before: str = ""


def rate_of(side: Side) -> Rate | None:
    """Give the rate that a side's script was run with: a parameter, or the one literal that stands where rates do."""
    if side.origin is not None:
        for name, value in side.origin.request.parameters.items():
            if is_rate(name) and isinstance(value, float):
                return Rate(value, name)
    tree = tree_of(side.source) or ast.Module([], [])
    for name, value in _defaults(tree):
        return Rate(value, name if side.origin is not None else "")
    found = {place.value for place in _places(tree)}
    return Rate(found.pop()) if len(found) == 1 else None


def with_rate(source: str, new: float) -> str | None:
    """Give a script with another literal wherever its rate stands, and nowhere else; None where it has none."""
    tree = tree_of(source)
    if tree is None:
        return None
    return edited(source, {Edit(at.line, at.start, at.end, f"{at.before}{new!r}") for at in _places(tree)})


def _defaults(tree: ast.Module) -> Iterator[tuple[str, float]]:
    """Parameters of ``trace`` that are a rate, with their defaults."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "trace":
            for name, default in _parameters(node):
                value = _number(default)
                if value is not None and is_rate(name):
                    yield name, value


def _parameters(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """The parameters of a function that have a default."""
    arguments = function.args
    if arguments.defaults:
        last = [*arguments.posonlyargs, *arguments.args][-len(arguments.defaults) :]
        yield from ((word.arg, default) for word, default in zip(last, arguments.defaults, strict=True))
    for word, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            yield word.arg, default


def _places(tree: ast.Module) -> Iterator[_Place]:
    for node in _literals(tree):
        value = _number(node)
        if value is not None and node.lineno == node.end_lineno:
            yield _Place(value, node.lineno, node.col_offset, node.end_col_offset or 0)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (left := _left_out(call)) is not None:
            yield left


def _left_out(call: ast.Call) -> _Place | None:
    """Keras' own rate, of an optimizer that is given none: in front of the bracket that ends its call."""
    module, _, name = ast.unparse(call.func).rpartition(".")
    given = {keyword.arg for keyword in call.keywords}
    if name not in _DEFAULTS or call.args or given & {*_KEYWORDS, None} or not f".{module}".endswith(".optimizers"):
        return None
    end = call.end_col_offset or 0
    return _Place(_DEFAULTS[name], call.end_lineno or 0, end - 1, end - 1, f"{', ' if given else ''}learning_rate=")


def _literals(tree: ast.Module) -> Iterator[ast.expr]:
    """Where a rate may stand; not all of it are numbers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _rate_arguments(node)
        elif isinstance(node, ast.Assign) and any(_is_rate_name(target) for target in node.targets):
            yield node.value
        elif isinstance(node, ast.FunctionDef):
            yield from (default for name, default in _parameters(node) if _is_learning_rate(name))
        elif isinstance(node, ast.Dict):
            yield from (
                value
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and _is_learning_rate(key.value)
            )


def _is_rate_name(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and is_rate(target.id) and _OTHER.search(target.id) is None


def _is_learning_rate(name: object) -> bool:
    """Whether this is the name of a learning rate: as a parameter, a key, or an option ``--learning-rate``."""
    if not isinstance(name, str):
        return False
    return _NAME.fullmatch(name.lstrip("-").replace("-", "_")) is not None and _OTHER.search(name) is None


def _rate_arguments(call: ast.Call) -> Iterator[ast.expr]:
    name = ast.unparse(call.func).rpartition(".")[2]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in _KEYWORDS)
    if (name.endswith("Optimizer") or name in _MAKERS) and call.args:
        yield call.args[0]
    if name in _FLAGS:
        yield from _flag(call, name)
    if name == "assign_sub" and call.args and isinstance(call.args[0], ast.BinOp):
        product = call.args[0]
        if isinstance(product.op, ast.Mult):
            yield from (product.left, product.right)


def _flag(call: ast.Call, maker: str) -> Iterator[ast.expr]:
    """The default of an option of the command line that is a learning rate."""
    words = {keyword.arg: keyword.value for keyword in call.keywords}
    names = [*call.args, words["name"]] if "name" in words else call.args
    if any(isinstance(name, ast.Constant) and _is_learning_rate(name.value) for name in names):
        yield from (words[word] for word in ("default", "default_value") if word in words)
        if maker != "add_argument" and len(call.args) > 1:
            yield call.args[1]


def _number(node: ast.expr) -> float | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    return None
