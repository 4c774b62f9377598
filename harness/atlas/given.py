"""What a probe computes, in its own words, and which arguments it gives its symbol by name: a difference that needs
them shows in no call without them."""

import ast
from pathlib import Path

# What a call may leave out, or give by place, without being about something else.
_NEUTRAL = (
    "activation",
    "axis",
    "dtype",
    "filters",
    "inputs",
    "kernel_initializer",
    "kernel_size",
    "labels",
    "learning_rate",
    "logits",
    "name",
    "num_classes",
    "predictions",
    "seed",
    "shape",
    "training",
    "units",
    "weights",
)


def keywords_given(probe: Path, symbol: str) -> tuple[str, ...]:
    """Give the names of the arguments that every call of a symbol in a probe gives by name, without those that say
    nothing of what is computed; none for a probe that is not there."""
    calls = [{keyword.arg for keyword in call.keywords if keyword.arg is not None} for call in _calls_of(probe, symbol)]
    common = set.intersection(*calls) if calls else set()
    return tuple(sorted(common - set(_NEUTRAL)))


def fewest_arguments(probe: Path, symbol: str) -> int:
    """Give how many arguments the call of a symbol with the fewest of them has in a probe; 0 where there is none."""
    return min((len(call.args) + len(call.keywords) for call in _calls_of(probe, symbol)), default=0)


def what_it_shows(probe: Path) -> str:
    """Give the docstring of a probe's ``trace`` in one line: what is computed, on what; empty where there is none."""
    if not probe.is_file():
        return ""
    for node in ast.parse(probe.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "trace":
            return " ".join((ast.get_docstring(node) or "").split())
    return ""


def _calls_of(probe: Path, symbol: str) -> list[ast.Call]:
    if not probe.is_file():
        return []
    word = symbol.rpartition(".")[2]
    tree = ast.parse(probe.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _last_word(node.func) == word]


def _last_word(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
