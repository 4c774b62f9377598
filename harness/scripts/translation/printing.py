"""The print statement: a call of the prelude, which knows what ``print a,`` leaves to the next one."""

from harness.scripts.translation.tree import HELPER, SYMBOLS, TOKENS, Node, call, comma, name, taken


def translate_print(tree: Node) -> bool:
    """Put a call for each print statement; say whether there was any."""
    found = False
    for node in list(tree.post_order()):
        if node.type == SYMBOLS.print_stmt:
            found = True
            node.replace(call(f"{HELPER}.print_", _arguments(node), node.prefix))
        elif node.type == TOKENS.NAME and node.value == "print" and _is_bare(node):
            found = True
            node.replace(call(f"{HELPER}.print_", [], node.prefix))
    return found


def _is_bare(leaf: Node) -> bool:
    """Whether ``print`` is a whole statement, which fissix gives as a leaf."""
    parent = leaf.parent
    return parent.type in (SYMBOLS.simple_stmt, SYMBOLS.suite, SYMBOLS.file_input)


def _arguments(statement: Node) -> list[Node]:
    """The values, then the stream behind ``>>``, then whether the line goes on."""
    children = list(statement.children[1:])
    stream = None
    if children and children[0].type == TOKENS.RIGHTSHIFT:
        stream = taken(children[1])
        # Both, and the comma behind them.
        children = children[3:]
    goes_on = bool(children) and children[-1].type == TOKENS.COMMA
    if goes_on:
        children = children[:-1]
    arguments = [taken(child) for child in children]
    if arguments:
        arguments[0].prefix = arguments[0].prefix.removeprefix(" ")
    if stream is not None:
        stream.prefix = ""
        arguments += _keyword("to", stream, first=not arguments)
    if goes_on:
        arguments += _keyword("newline", name("False"), first=False)
    return arguments


def _keyword(keyword: str, value: Node, *, first: bool) -> list[Node]:
    pair = [name(f"{keyword}=", "" if first else " "), value]
    return [*([] if first else [comma()]), *pair]
