"""How much a piece of text looks like a statement that somebody wrote, rather than like words of a comment."""

import ast
import re

from harness.documents.restore.statement import Statement

_DOES = re.compile(
    r"(^|\.)(print|run|append|extend|add|update|insert|assign\w*|apply_gradients|close|save|restore|show|plot|figure"
    r"|compile|fit|evaluate|predict|write|seed|set_\w+|enable_\w+|disable_\w+|init\w*|start\w*|join|request_stop|sleep"
    r"|main|train\w*|test\w*|exit|title|legend|xlabel|ylabel|scatter|savefig|imshow|summary|scalar|histogram|shuffle"
    r"|info|warn\w*|debug|add_\w+|build|call|makedirs|mkdir|step|reset\w*|watch|__init__)\($"
)
_START = re.compile(
    r"(import|from|for|with|while|if|elif|except|def|class|return|raise|assert|del|global|yield|lambda|async)\s+\S"
    r"|(else|try|finally|except)\s*:|(break|continue|pass|return)(\s|$)|print\b|exec\b|@\w|[rRuU]?\"\"\"|[rRuU]?'''"
    r"|[^\W\d][\w.]*(\[[^\]\n]*\])*\s*([-+*/%&|^@]|\*\*|//)?=(?!=)"
    r"|[^\W\d][\w.]*(\[[^\]\n]*\])*\("
    r"|\(?[^\W\d][\w.]*(\s*,\s*[^\W\d_][\w.]*)+\s*\)?\s*=(?!=)"
)


def may_start(text: str, place: int) -> bool:
    """Whether a statement may begin at a place: with a keyword, an assignment or a call."""
    return _START.match(text, place) is not None


def oddness(statement: Statement, first: bool) -> float:
    """What it costs to take a text for a statement; ``first`` where it is the first, or behind a header."""
    node, text = statement.node, statement.text
    # Chinese prose without spaces parses as names.
    foreign = sum(1.5 for name in statement.reads | statement.binds if not name.isascii())
    if isinstance(node, ast.AnnAssign):
        return 3.0 + foreign
    if not isinstance(node, ast.Expr) or statement.kind:
        return 0.05 + foreign
    value = node.value
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return (0.1 if first else 1.0) if text.lstrip("rRuUbB").startswith(('"""', "'''")) else 2.0 if first else 5.0
    if isinstance(value, ast.Name):
        return 1.5 if value.id == "print" else 6.0
    if isinstance(value, ast.Call):
        return _oddness_of_call(text, value)
    if isinstance(value, ast.Yield | ast.YieldFrom | ast.Await | ast.ListComp):
        return 0.3
    if isinstance(value, ast.Tuple | ast.BinOp) and text.startswith("print"):
        return 0.1
    return 4.5


def _oddness_of_call(text: str, call: ast.Call) -> float:
    name = text.partition("(")[0]
    if name != name.rstrip() and name.strip() != "print":
        return 3.0
    function = call.func
    last = (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )
    return 0.05 if _DOES.search(f"{last}(") else 0.4
