"""What names in a script stand for: a symbol of TensorFlow under the name that ``import tensorflow as tf`` gives it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from harness.lint.names import dotted, imported


@dataclass(frozen=True)
class Names:
    """``symbols`` is what each name stands for, ``tf`` what the script calls TensorFlow itself (empty: nothing);
    ``bound`` are names that it gives to things of its own."""

    symbols: Mapping[str, str] = field(default_factory=dict)
    tf: str = ""
    bound: frozenset[str] = frozenset()

    def of(self, name: str) -> str | None:
        """Give the symbol that a dotted name stands for, None for another name."""
        first, dot, rest = name.partition(".")
        symbol = self.symbols.get(first)
        return None if symbol is None else f"{symbol}{dot}{rest}"

    def called(self, symbol: str) -> str:
        """Give what the script calls a symbol, ``tf.X``."""
        return f"{self.tf or 'tf'}{symbol.removeprefix('tf')}"


def names_of(tree: ast.Module) -> Names:
    """Read the imports of a script, wherever they stand, and names that are given to modules of TensorFlow once."""
    symbols: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            symbols |= {name: _plain(ref.names[0]) for name, ref in imported(node).items()}
    # `import tensorflow.python.platform` gives it a name as well, and no more than that.
    tf = next(_directly(tree), next((name for name, symbol in symbols.items() if symbol == "tf"), ""))
    bound = list(_bound(tree))
    names = Names({name: symbol for name, symbol in symbols.items() if name not in bound}, tf, frozenset(bound))
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute() as value) if bound.count(name) == 1:
                symbol = names.of(dotted(value) or "")
                # A function or class under a short name is one, too; a tensor's attribute is not.
                if symbol is not None:
                    names = Names({**names.symbols, name: symbol}, tf, frozenset(bound))
    return names


def _directly(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        for each in node.names if isinstance(node, ast.Import) else ():
            if each.name in ("tensorflow", "tensorflow.compat.v1") and (each.asname or "." not in each.name):
                yield each.asname or each.name


def _plain(symbol: str) -> str:
    for compat in ("tf.compat.v1", "tf.compat.v2"):
        if symbol == compat or symbol.startswith(f"{compat}."):
            return f"tf{symbol.removeprefix(compat)}"
    return symbol


def _bound(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
