"""Tuples as parameters, ``def f(x, (a, b)):``.

The fixer of fissix takes them apart in a line of its own; here the first line of the function does. Those of ``lambda``
are left to the fixer.
"""

from harness.scripts.translation.tree import SYMBOLS, TOKENS, Node, NotPython2, name


def translate_tuple_parameters(tree: Node) -> bool:
    """Give each tuple a name, and take it apart where the function begins; say whether there was any."""
    found = False
    for function in [node for node in tree.pre_order() if node.type == SYMBOLS.funcdef]:
        parts = []
        for at, parameter in enumerate(_tuples(function.children[2]), start=1):
            plain = name(f"tuple_{at}", parameter.prefix)
            parameter.replace(plain)
            parameter.prefix = ""
            parts.append(f"{parameter} = {plain.value}; ")
        if parts:
            found = True
            _begin_with("".join(parts), function)
    return found


def _tuples(parameters: Node) -> list[Node]:
    inner = [
        each
        for child in parameters.children[1:-1]
        for each in (child.children if child.type == SYMBOLS.typedargslist else [child])
    ]
    return [each for each in inner if each.type == SYMBOLS.tfpdef]


def _begin_with(statements: str, function: Node) -> None:
    suite = function.children[-1]
    first = suite
    if suite.type == SYMBOLS.suite:
        first = next(child for child in suite.children if child.type not in (TOKENS.NEWLINE, TOKENS.INDENT))
    if first.type != SYMBOLS.simple_stmt:
        message = "cannot be translated: the first statement of a function with a tuple as parameter has a block"
        raise NotPython2(message, first.get_lineno())
    prefix, first.prefix = first.prefix, ""
    first.insert_child(0, name(statements, prefix))
