"""What a statement says about the block that it stands in: names, calls, kinds of work."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from harness.documents.restore.statement import Statement

_WORK = re.compile(r"\.run\([^)]*(train|optimi|step|_op)|\.append\(|apply_gradients|assign|train_on_batch|minimize\(")
_EVALUATES = re.compile(r"\.(run|eval|numpy|evaluate|predict|next_batch|assign\w*)\(|\bnext\(|random")
_SEPARATES = re.compile(r"print\s*\(?\s*(?:['\"](?:\\n|\W)*['\"][\s*\d]*)?\)?")
_MADE = re.compile(r"tf\.(compat\.v1\.)?(Variable|placeholder|get_variable|Session|global_variables_init)\w*\(")
_ENDING = re.compile(r"\.close\(|\.join\(|request_stop|plt\.show|\.save\(|(tf\.app\.run|^main)\(")
_MAIN = re.compile(r"if\s+__name__\s*==")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9_]+\s*=\s*[^=]")


@dataclass(frozen=True)
class Facts:
    """Facts of one statement, as they stand in its text."""

    statement: Statement
    prints: bool
    works: bool
    makes: bool
    ends: bool
    main: bool
    imports: bool
    constant: bool
    returns: bool
    loops_out: bool
    method: bool
    static: bool
    gradient: bool
    tape: bool
    document: bool
    forever: bool
    evaluates: bool
    # A print of signs that part what was printed from what follows.
    separates: bool
    counts: bool
    # Names of objects that a call of a method may change.
    touched: frozenset[str]


@lru_cache(maxsize=8192)
def facts(statement: Statement) -> Facts:
    """Give the facts of a statement."""
    text, node = statement.text, statement.node
    first = _first_argument(node) if statement.kind == "def" else ""
    return Facts(
        statement,
        prints=bool(re.match(r"(tf\.)?print\b|(tf\.)?logging\.|sys\.stdout", text)),
        works=bool(_WORK.search(text)),
        makes=bool(_MADE.search(text)),
        ends=bool(_ENDING.search(text)),
        main=bool(_MAIN.match(text)),
        imports=isinstance(node, ast.Import | ast.ImportFrom),
        constant=bool(_CONSTANT.match(text)),
        returns=statement.kind == "" and bool(re.match(r"(return|yield)\b|.*=\s*yield\b", text)),
        loops_out=bool(re.match(r"(break|continue)\b", text)),
        method=first in ("self", "cls"),
        static=bool(re.match(r"@(staticmethod|classmethod)", text)),
        gradient=".gradient(" in text or ".jacobian(" in text,
        tape="GradientTape" in text,
        document=isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant),
        forever=bool(re.match(r"while\s*\(?\s*(True|1)\s*\)?\s*:", text)),
        evaluates=bool(_EVALUATES.search(text)),
        separates=bool(_SEPARATES.fullmatch(text)),
        counts=isinstance(node, ast.AugAssign) or bool(statement.kind == "" and statement.reads & statement.binds),
        touched=frozenset(_touched(node)),
    )


def _touched(node: ast.stmt) -> Iterator[str]:
    call = node.value if isinstance(node, ast.Expr) else None
    function = call.func if isinstance(call, ast.Call) else None
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        yield function.value.id


def _first_argument(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.args.args:
        return node.args.args[0].arg
    return ""
