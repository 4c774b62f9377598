"""What a piece of code defines, what it needs that it does not define itself, and whether it prints."""

import ast
import builtins
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from harness.scripts.either import python3_of

_BUILTIN = frozenset(dir(builtins)) | {
    "__name__", "__file__", "__doc__", "__display__", "display", "unicode", "xrange", "raw_input", "basestring", "long",
    "reduce", "unichr", "execfile", "reload", "__python2__", "get_ipython",
}  # fmt: skip


@dataclass(frozen=True)
class CodeNames:
    """``defined`` at its top level; ``free``: used before, or without, being defined there; ``imports`` are the
    modules, by their first names."""

    defined: frozenset[str]
    free: frozenset[str]
    imports: frozenset[str]


@lru_cache(maxsize=512)
def tree_of(text: str) -> ast.Module | None:
    """Give the tree of a text of Python 3 or, translated, of Python 2; None for what is neither."""
    with warnings.catch_warnings():
        # An old string's escapes are no matter here.
        warnings.simplefilter("ignore")
        try:
            return ast.parse(python3_of(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


@lru_cache(maxsize=512)
def names_of(text: str) -> CodeNames:
    """Give the names of a piece of code; none for what is no Python."""
    tree = tree_of(text)
    if tree is None:
        return CodeNames(frozenset(), frozenset(), frozenset())
    scope = _Scope()
    for statement in tree.body:
        scope.visit(statement)
    scope.finish()
    return CodeNames(frozenset(scope.defined), frozenset(scope.free - _BUILTIN), frozenset(_imports(tree)))


def functions_of(text: str) -> frozenset[str]:
    """Give the functions and classes that a piece of code defines at its top level."""
    tree = tree_of(text)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in (tree.body if tree is not None else ()) if isinstance(node, kinds))


def prints(text: str) -> bool:
    """Whether a code prints: a call of print, of a logger, or a value that is displayed."""
    tree = tree_of(text)
    return tree is not None and any(_is_print(node) for node in ast.walk(tree))


def _is_print(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id in ("print", "pprint", "__display__", "display")
    named = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return named in ("print_", "print", "info", "Print", "write", "pprint", "summary", "fit", "evaluate")


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


class _Scope(ast.NodeVisitor):
    """Statement by statement: what is defined so far, and what was used before that."""

    def __init__(self) -> None:
        self.defined: set[str] = set()
        self.free: set[str] = set()
        self._later: list[ast.AST] = []

    def finish(self) -> None:
        """Look into functions, which run when all of the top level is defined."""
        for function in self._later:
            bound = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
            used: set[str] = set()
            for node in ast.walk(function):
                if isinstance(node, ast.Name):
                    (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
                elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                    bound.add(node.name)
                elif isinstance(node, ast.alias):
                    bound.add((node.asname or node.name).partition(".")[0])
                elif isinstance(node, ast.ExceptHandler) and node.name:
                    bound.add(node.name)
            self.free |= used - bound - self.defined

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.defined.add(node.id)
        elif node.id not in self.defined:
            self.free.add(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if isinstance(node.target, ast.Name) and node.target.id not in self.defined:
            self.free.add(node.target.id)
        self.visit(node.target)

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        self.visit(node.target)
        for statement in (*node.body, *node.orelse):
            self.visit(statement)

    def visit_Import(self, node: ast.Import) -> None:
        self.defined |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self.defined |= {alias.asname or alias.name for alias in node.names}

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.defined.add(node.name)
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for decorator in (*node.decorator_list, *node.args.defaults):
            self.visit(decorator)
        self.defined.add(node.name)
        self._later.append(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for base in (*node.bases, *node.decorator_list):
            self.visit(base)
        self.defined.add(node.name)
        self._later.append(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._later.append(node)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        bound = {
            each.id for each in ast.walk(node) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load)
        }
        used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
        self.free |= used - bound - self.defined

    def visit_ListComp(self, node: ast.ListComp) -> None:
        self._comprehension(node)

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self._comprehension(node)

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._comprehension(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        self._comprehension(node)
