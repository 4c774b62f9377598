"""A script that prints its log, as a ``trace()`` that yields what is printed: the form in which a case keeps it.

print("After %s steps: w is %f" % (i, w_val))     becomes     yield {"i": i, "w_val": w_val}
"""

import ast
import io
import tokenize
from collections.abc import Sequence
from dataclasses import dataclass

from harness.logs.template import LogTemplate, TemplateError, parse_template

_INDENT = "    "


@dataclass(frozen=True)
class TraceScript:
    """The text of a script with a ``trace``, and the template that prints its records as the script printed them."""

    text: str
    template: str


def as_trace(text: str, template: str, title: str) -> TraceScript | None:
    """Give a script of Python 3 as a ``trace``; ``template`` is what its one call of print prints, with a field for
    each value. None where that is not all it prints, or where it prints in a function of its own, which has to come
    back."""
    tree = ast.parse(text)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_print(node)]
    if len(calls) != 1 or _in_function(tree, calls[0]):
        return None
    try:
        fields = parse_template(template)
    except TemplateError:
        return None
    values = _values(calls[0])
    if len(values) != len(fields.fields):
        return None
    pairs = ", ".join(f'"{name}": {ast.unparse(value)}' for name, value in zip(fields.fields, values, strict=True))
    lines = text.split("\n")
    first, last = calls[0].lineno - 1, (calls[0].end_lineno or calls[0].lineno) - 1
    if lines[first][: calls[0].col_offset].strip() or _after(lines[last], calls[0].end_col_offset or 0):
        return None
    indent = lines[first][: calls[0].col_offset]
    lines[first : last + 1] = [f"{indent}yield {{{pairs}}}"]
    head = _head(tree)
    body = _indented("\n".join(lines[head:]))
    if body is None:
        return None
    parts = [
        "\n".join(lines[:head]).rstrip("\n"),
        "",
        "",
        "def trace():",
        f'{_INDENT}"""{_quoted(title)}"""',
        body,
        "",
        "",
    ]
    return TraceScript("\n".join([*parts, *_main(fields)]).lstrip("\n") + "\n", template)


def _main(template: LogTemplate) -> list[str]:
    return [
        'if __name__ == "__main__":',
        f"{_INDENT}for record in trace():",
        f"{_INDENT * 2}print({template.text!r} % record)",
    ]


def _is_print(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "print"


def _in_function(tree: ast.Module, call: ast.AST) -> bool:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
    return any(call in ast.walk(node) for node in ast.walk(tree) if isinstance(node, functions))


def _values(call: ast.Call) -> Sequence[ast.expr]:
    """The values that a call of print shows, in their order."""
    if any(isinstance(each, ast.Starred) for each in call.args):
        return ()
    found: list[ast.expr] = []
    for value in call.args:
        match value:
            case ast.Constant():
                continue
            case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=ast.Tuple(elts=elements)):
                found += elements
            case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=right):
                found.append(right)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="format"), args=args, keywords=[]):
                found += args
            case ast.JoinedStr(values=values):
                found += [each.value for each in values if isinstance(each, ast.FormattedValue)]
            case _:
                found.append(value)
    return found


def _after(line: str, column: int) -> str:
    """What stands behind a call but for a comment."""
    rest = line.encode()[column:].decode().strip()
    return "" if rest.startswith("#") else rest


def _head(tree: ast.Module) -> int:
    """How many lines the imports at the head of a script take, with its docstring."""
    last = 0
    for node in tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        switches = isinstance(node, ast.Expr) and ast.unparse(node).startswith("tf.disable_")
        if not isinstance(node, ast.Import | ast.ImportFrom) and not is_text and not switches:
            break
        last = node.end_lineno or node.lineno
    return last


def _indented(text: str) -> str | None:
    """A text one level deeper, but for the lines inside its long strings; None where a line cannot be told."""
    inside: set[int] = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.STRING:
                inside |= set(range(token.start[0] + 1, token.end[0] + 1))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return None
    lines = text.strip("\n").split("\n")
    skipped = len(text) - len(text.lstrip("\n"))
    return "\n".join(
        line if not line.strip() or number + skipped in inside else _INDENT + line
        for number, line in enumerate(lines, start=1)
    )


def _quoted(title: str) -> str:
    words = title.replace("\\", "\\\\").replace('"', "'").strip()
    return words if words.endswith((".", "。", "!", "?")) else f"{words}."
