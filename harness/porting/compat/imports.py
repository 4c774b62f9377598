"""The head of a port: which imports it needs, ``disable_v2_behavior``, and the helpers that are written into it."""

import ast
import re
from collections.abc import Collection, Mapping
from pathlib import Path

import libcst as cst

from harness.porting.compat.names import names_of

_HELPERS = Path(__file__).parent / "helpers"
# Modules of which nothing is had in TensorFlow 2 under that name.
_GONE = ("tensorflow.contrib", "tensorflow.models.rnn", "tensorflow.python.ops", "tensorflow.python.framework")
_MOVED = {"tensorflow.contrib.tensorboard.plugins": "tensorboard.plugins"}
# What the upgrader makes of modules that are not below tensorflow.compat.v1.
_NOT_BELOW = re.compile(r"^(\s*(?:from|import)\s+)tensorflow\.compat\.v1\.(examples|python|core|tools|models)\b", re.M)
_BY_SCOPE = frozenset(
    {"avg_pool2d", "batch_norm", "bias_add", "conv2d", "conv2d_transpose", "dropout", "flatten", "fully_connected"}
    | {"layer_norm", "max_pool2d"}
)
_SCOPED = "add_arg_scope"
# What helpers need besides TensorFlow.
_MODULES = ("collections", "contextlib", "copy", "functools", "gzip", "numpy", "pickle", "re")


def with_moved(text: str) -> str:
    """Give a text with the imports of modules that lie elsewhere now."""
    for old, new in _MOVED.items():
        text = re.sub(rf"^(\s*(?:from|import)\s+){re.escape(old)}\b", rf"\g<1>{new}", text, flags=re.MULTILINE)
    return text


def without_unused(text: str, helpers: Collection[str] = ()) -> str:
    """Give a text without the imports from modules that are gone, as far as nothing uses them any more, or
    helpers of the same name have taken their place; without a name for TensorFlow it gets one."""
    tree = ast.parse(text)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - set(helpers)
    module = cst.parse_module(text).visit(_Unused(used))
    had = names_of(tree).tf
    if not had and "tf" in used and any(name.startswith("tensorflow") for name in _modules(tree)):
        return _with_import(module.code)
    return module.code


def as_compat(text: str) -> str:
    """Give an upgraded text with the imports that the upgrader took too far put right, in graph mode."""
    text = _NOT_BELOW.sub(r"\1tensorflow.\2", text)
    if re.search(
        r"\b(?:disable_v2_behavior|disable_eager_execution|enable_eager_execution|enable_v2_behavior)\b", text
    ):
        return text
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                if each.name in ("tensorflow.compat.v1", "tensorflow") and each.asname:
                    return _behind(text, node, f"{each.asname}.disable_v2_behavior()")
    return text


def with_helpers(text: str, helpers: Mapping[str, str], tf: str) -> str:
    """Give a text with helpers behind its imports, under the names that it calls them by, with those that they need."""
    wanted = _closed(tuple(helpers))
    if not wanted:
        return text
    tree = ast.parse(text)
    scopes = any(_file(name) == "arg_scope" for name in wanted)
    # A helper that is decorated stands below its decorator.
    files = sorted(dict.fromkeys(_file(name) for name in wanted), key=lambda name: name != "arg_scope")
    pieces = []
    for name in files:
        piece = (_HELPERS / f"{name}.py").read_text(encoding="utf-8").strip("\n")
        pieces.append(f"@{_SCOPED}\n{piece}" if scopes and name in _BY_SCOPE else piece)
    code = "\n\n\n".join(pieces)
    if tf not in ("", "tf"):
        code = re.sub(r"\btf\.(?!contrib)", f"{tf}.", code)
    for name, called in helpers.items():
        if called != name:
            code = re.sub(rf"(?<![.\w]){name}(?=\()|(?<=class ){name}\b", called, code)
    place = _end_of_imports(tree)
    numpy = _alias(tree, "numpy", place)
    if numpy:
        code = re.sub(r"\bnumpy\.", f"{numpy}.", code)
    missing = [name for name in _MODULES if re.search(rf"\b{name}\.", code) and not _imports(tree, name)]
    lines = text.split("\n")
    head = [f"import {name}" for name in missing]
    return "\n".join([*lines[:place], *head, "", "", *code.split("\n"), "", *_spaced(lines[place:])])


def _spaced(lines: list[str]) -> list[str]:
    return lines if lines and not lines[0].strip() else ["", *lines]


def _file(name: str) -> str:
    return "arg_scope" if name == _SCOPED else name


def _closed(helpers: tuple[str, ...]) -> list[str]:
    """Helpers with all that they call, what is called first."""
    found: list[str] = []
    known = {path.stem for path in _HELPERS.glob("*.py")}

    def take(name: str) -> None:
        if name in found:
            return
        text = (_HELPERS / f"{_file(name)}.py").read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Name) and node.id in known and node.id != _file(name):
                take(node.id)
        if name not in found:
            found.append(name)

    for name in helpers:
        take(name)
    return found


def _modules(tree: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found += [each.name for each in node.names]
    return found


def _imports(tree: ast.Module, name: str) -> bool:
    return any(
        isinstance(node, ast.Import) and any((each.asname or each.name) == name for each in node.names)
        for node in tree.body
    )


def _alias(tree: ast.Module, name: str, end: int) -> str:
    """The other name by which a module is imported up to a line, an empty text where it has none."""
    for node in tree.body:
        for each in node.names if isinstance(node, ast.Import) and node.lineno <= end else ():
            if each.name == name and each.asname:
                return each.asname
    return ""


def _end_of_imports(tree: ast.Module) -> int:
    """The line behind the last import of the head, and behind what the head says of TensorFlow, whose name helpers
    need."""
    end = 0
    named = next((place for place, node in enumerate(tree.body) if _names_tensorflow(node)), -1)
    for place, node in enumerate(tree.body):
        text = ast.unparse(node)
        if isinstance(node, ast.Import | ast.ImportFrom) or "disable_v2_behavior" in text:
            end = node.end_lineno or node.lineno
        elif not (place == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) and (
            end and place > named and _uses_tensorflow(node)
        ):
            break
    return end


def _names_tensorflow(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import) and any(
        each.name in ("tensorflow", "tensorflow.compat.v1") and each.asname for each in node.names
    )


def _uses_tensorflow(node: ast.stmt) -> bool:
    """Whether what stands here may need a helper already."""
    return not isinstance(node, ast.Assign | ast.Expr | ast.Try | ast.If) or any(
        isinstance(each, ast.Call) for each in ast.walk(node)
    )


def _behind(text: str, node: ast.stmt, statement: str) -> str:
    lines = text.split("\n")
    end = node.end_lineno or node.lineno
    indent = lines[node.lineno - 1][: node.col_offset]
    if lines[end - 1][node.end_col_offset or 0 :].lstrip().startswith(";") or indent.strip():
        # Statements that share the line.
        indent = indent[: len(indent) - len(indent.lstrip())]
    return "\n".join([*lines[:end], f"{indent}{statement}", *lines[end:]])


def _with_import(text: str) -> str:
    tree = ast.parse(text)
    first = next(
        (
            node
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom) and getattr(node, "module", "") != "__future__"
        ),
        None,
    )
    lines = text.split("\n")
    place = first.lineno - 1 if first is not None else _end_of_imports(tree)
    return "\n".join([*lines[:place], "import tensorflow as tf", *lines[place:]])


class _Unused(cst.CSTTransformer):
    """Takes unused names out of imports from modules that are gone."""

    def __init__(self, used: set[str]) -> None:
        super().__init__()
        self.used = used

    def leave_ImportFrom(  # noqa: N802
        self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom
    ) -> cst.ImportFrom | cst.RemovalSentinel:
        module = cst.Module([]).code_for_node(original_node.module) if original_node.module else ""
        gone = module.startswith(_GONE) or module == "tensorflow"
        if original_node.relative or not gone or isinstance(updated_node.names, cst.ImportStar):
            return updated_node
        if module == "tensorflow":
            names = [each for each in updated_node.names if _name(each) != "contrib" or self._is_used(each)]
        else:
            names = [each for each in updated_node.names if self._is_used(each)]
        return _with_names(updated_node, names)

    def leave_Import(  # noqa: N802
        self, original_node: cst.Import, updated_node: cst.Import
    ) -> cst.Import | cst.RemovalSentinel:
        del original_node
        names = [each for each in updated_node.names if not _name(each).startswith(_GONE) or self._is_used(each)]
        if len(names) == len(updated_node.names):
            return updated_node
        if not names:
            return cst.RemoveFromParent()
        return updated_node.with_changes(names=[*names[:-1], names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)])

    def _is_used(self, alias: cst.ImportAlias) -> bool:
        bound = alias.asname.name if alias.asname else None
        if isinstance(bound, cst.Name):
            return bound.value in self.used
        return _name(alias).partition(".")[0] in self.used


def _name(alias: cst.ImportAlias) -> str:
    return cst.Module([]).code_for_node(alias.name)


def _with_names(node: cst.ImportFrom, names: list[cst.ImportAlias]) -> cst.ImportFrom | cst.RemovalSentinel:
    assert not isinstance(node.names, cst.ImportStar)
    if len(names) == len(node.names):
        return node
    if not names:
        return cst.RemoveFromParent()
    return node.with_changes(names=[*names[:-1], names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)])
