"""Modules that a script imports and never uses: where nobody has them, it runs without them as well."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from harness.targets.scene import Prelude

# What such an import asks of them is for the run to tell.
_NEVER = frozenset(["tensorflow", "keras", "__future__"])


@dataclass(frozen=True)
class _Import:
    module: str
    bound: frozenset[str]


def without_unused(texts: Mapping[Path, str]) -> Prelude | None:
    """Give what has the files of a script, by path, find an empty module for one that they import, never use, and do
    not find; None where all are used. What stands in a ``try`` is left to that."""
    trees = [tree for text in texts.values() if (tree := _tree(text)) is not None]
    if len(trees) < len(texts):
        return None
    found: list[_Import] = []
    kept = set[str]()
    for tree in trees:
        own = [*_imports(tree, guarded=False)]
        used = {name for node in ast.walk(tree) for name in _names(node)}
        used |= {name for other in trees if other is not tree for node in ast.walk(other) for name in _taken(node)}
        kept |= {each.module for each in own if not each.bound or each.bound & used}
        found += own
    modules = sorted({each.module for each in found if each.module.partition(".")[0] not in _NEVER} - kept)
    return Prelude("unused_imports", {"modules": modules, "files": sorted(map(str, texts))}) if modules else None


def _tree(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _imports(node: ast.AST, *, guarded: bool) -> Iterator[_Import]:
    """The imports below a node; one that is guarded binds nothing that could go unused."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield _bound(alias.name, alias.asname or alias.name.partition(".")[0], guarded=guarded)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            for alias in child.names:
                yield _bound(child.module, alias.asname or alias.name, guarded=guarded or alias.name == "*")
        else:
            yield from _imports(child, guarded=guarded or isinstance(child, ast.Try))


def _bound(module: str, name: str, *, guarded: bool) -> _Import:
    return _Import(module, frozenset() if guarded else frozenset([name]))


def _names(node: ast.AST) -> Iterator[str]:
    """What a node may use a name by that its own file imports: itself, or a text that is run."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
        yield node.value


def _taken(node: ast.AST) -> Iterator[str]:
    """What a node may use a name by that another file has imported: of its module, or out of it."""
    if isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.ImportFrom):
        yield from (alias.name for alias in node.names)
