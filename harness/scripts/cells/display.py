"""The last expression of a cell, which IPython displays."""

import ast
from collections.abc import Sequence

NAME = "__display__"
# In one line, for it stands before the first cell, and in the syntax of Python 2 and 3, for a notebook is of either.
# IPython prints what is longer than a line of its pretty printer over several, as pprint does.
DEFINITION = (
    f"{NAME} = lambda value: None if value is None else __import__('sys').stdout.write("
    "(repr(value) if len(repr(value)) < 80 or type(value) not in (list, tuple, dict, set)"
    " else __import__('pprint').pformat(value, width=79)) + '\\n') and None"
)
# The function of that name, which IPython brings, for every value that it is given.
FUNCTION = f"display = lambda *values, **options: [{NAME}(value) for value in values] and None"


class CellError(Exception):
    """A cell that is no Python: what is wrong, and the line of it, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def with_display(lines: Sequence[str], *, python2: bool, print_is_function: bool) -> tuple[str, ...]:
    """Give the lines of a cell with its last statement displayed if it is an expression, and no ``;`` behind it.

    Raises CellError for what cannot be read, and for ``await`` outside of a function, which only IPython allows.
    """
    text = "\n".join(lines)
    span = _last_of_python2(text, print_is_function) if python2 else _last_of_python3(text)
    if span is None:
        return tuple(lines)
    (first, start), (last, end), brackets = span
    if lines[last - 1][end:].lstrip().startswith(";"):
        return tuple(lines)
    shown = list(lines)
    # From the back, so that the place in front of it is still right where both are in one line.
    shown[last - 1] = f"{shown[last - 1][:end]}{')' * brackets}{shown[last - 1][end:]}"
    shown[first - 1] = f"{shown[first - 1][:start]}{NAME}{'(' * brackets}{shown[first - 1][start:]}"
    return tuple(shown)


# First and last place of an expression, each a line from 1 and a column from 0; and how many brackets it takes as an
# argument, two if it is several values.
_Span = tuple[tuple[int, int], tuple[int, int], int]


def _last_of_python3(text: str) -> _Span | None:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise CellError(error.msg, error.lineno or 1) from None
    for node in _outside_functions(tree):
        if isinstance(node, ast.Await | ast.AsyncFor | ast.AsyncWith):
            raise CellError("await outside of a function, which only IPython runs", node.lineno)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or _prints(last.value):
        return None
    # The statement's own span: brackets around the whole of an expression are not the expression's.
    lines = text.split("\n")
    end, end_offset = last.end_lineno or last.lineno, last.end_col_offset or 0
    start = _column(lines[last.lineno - 1], last.col_offset)
    return (last.lineno, start), (end, _column(lines[end - 1], end_offset)), 1 + isinstance(last.value, ast.Tuple)


def _column(line: str, offset: int) -> int:
    """The place in a line that ast counts in bytes."""
    return len(line.encode()[:offset].decode())


def _outside_functions(node: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            found += [child, *_outside_functions(child)]
    return found


def _prints(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print"


def _last_of_python2(text: str, print_is_function: bool) -> _Span | None:
    # fissix takes a quarter of a second to import, and most notebooks are no Python 2.
    from harness.scripts.translation.last_expression import last_expression
    from harness.scripts.translation.tree import NotPython2

    try:
        return last_expression(text, print_is_function=print_is_function)
    except NotPython2 as error:
        raise CellError(error.message, error.line) from None
