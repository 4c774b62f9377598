"""The last statement of a text of Python 2, if it is an expression."""

from harness.scripts.translation.tree import SYMBOLS, TOKENS, Node, parse_python2

_STATEMENTS = frozenset(
    (
        *(SYMBOLS.expr_stmt, SYMBOLS.print_stmt, SYMBOLS.del_stmt, SYMBOLS.return_stmt, SYMBOLS.raise_stmt),
        *(SYMBOLS.import_name, SYMBOLS.import_from, SYMBOLS.global_stmt, SYMBOLS.exec_stmt, SYMBOLS.assert_stmt),
    )
)
_WORDS = frozenset({"print", "pass", "break", "continue", "return", "raise"})


def last_expression(text: str, *, print_is_function: bool) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """Give where it begins and ends, each a line from 1 and a column from 0, and the brackets it takes as an argument.

    Raises NotPython2 for what has no tree.
    """
    tree = parse_python2(text + "\n", print_is_function=print_is_function)
    statements = [child for child in tree.children if child.type != TOKENS.ENDMARKER]
    if not statements or statements[-1].type != SYMBOLS.simple_stmt:
        return None
    small = statements[-1].children[0:-1]
    # `a; b;` shows nothing.
    if small[-1].type == TOKENS.SEMI or small[-1].type in _STATEMENTS:
        return None
    if getattr(small[-1], "value", None) in _WORDS:
        return None
    return _span(small[-1])


def _span(node: Node) -> tuple[tuple[int, int], tuple[int, int], int]:
    leaves = list(node.leaves())
    lines = leaves[-1].value.split("\n")
    first, last = leaves[0], leaves[-1]
    end = last.column + len(last.value) if len(lines) == 1 else len(lines[-1])
    return (
        (first.lineno, first.column),
        (last.lineno + len(lines) - 1, end),
        1 + (node.type in (SYMBOLS.testlist, SYMBOLS.testlist_star_expr)),
    )
