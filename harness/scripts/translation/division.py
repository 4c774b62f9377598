"""Division as Python 2 does it: ``/`` becomes a call of the prelude, which looks at what is divided.

Which ``/`` divides integers, no text shows: ``n / 2`` depends on ``n``. The call takes the place of the operator within
its line, and every operand is evaluated once, in its old order.
"""

from harness.scripts.translation.tree import HELPER, SYMBOLS, TOKENS, Node, call, comma, group, is_free, name, taken


def translate_division(tree: Node) -> bool:
    """Put a call for each ``/`` and ``/=`` whose operands may be integers; say whether there was any."""
    plain_floats = not any(leaf.value in ("__div__", "__rdiv__", "__idiv__") for leaf in tree.leaves())
    found = False
    for node in list(tree.post_order()):
        if node.type == SYMBOLS.term and any(child.type == TOKENS.SLASH for child in node.children):
            found |= _in_term(node, plain_floats)
        elif node.type == TOKENS.SLASHEQUAL and node.parent.type == SYMBOLS.expr_stmt:
            _in_place(node)
            found = True
    return found


def _in_term(term: Node, plain_floats: bool) -> bool:
    """Fold ``a * b / c % d`` from the left into ``divide(a * b, c) % d``."""
    children = list(term.children)
    if not any(_is_asked(children, place, plain_floats) for place in range(1, len(children), 2)):
        return False
    asked = [_is_asked(children, place, plain_floats) for place in range(len(children))]
    prefix, parent_place = term.prefix, term
    replacement = term.__class__(SYMBOLS.term, [])
    parent_place.replace(replacement)
    folded = [taken(children[0])]
    for place in range(1, len(children), 2):
        operator, right = taken(children[place]), taken(children[place + 1])
        if not asked[place]:
            folded += [operator, right]
            continue
        left = group(SYMBOLS.term, folded)
        left.prefix = ""
        right.prefix = right.prefix or " "
        folded = [call(f"{HELPER}.divide", [left, comma(_breaks(operator.prefix)), right], prefix)]
    folded[0].prefix = prefix
    replacement.replace(group(SYMBOLS.term, folded))
    return True


def _is_asked(children: list[Node], place: int, plain_floats: bool) -> bool:
    """Whether an operator is a ``/`` that may divide integers: not one beside ``2.0`` or ``float(n)``."""
    if place % 2 == 0 or children[place].type != TOKENS.SLASH:
        return False
    # What is left of it is one operand only if the term begins there.
    left = [children[0]] if place == 1 else []
    return not (plain_floats and any(_is_float(each) for each in [*left, children[place + 1]]))


def _is_float(operand: Node) -> bool:
    if operand.type == TOKENS.NUMBER:
        text = operand.value.lower()
        return not text.startswith("0x") and any(mark in text for mark in ".ej")
    return (
        operand.type == SYMBOLS.power
        and len(operand.children) == 2
        and operand.children[0].type == TOKENS.NAME
        and operand.children[0].value == "float"
        and operand.children[1].children[0].value == "("
        and is_free(operand.children[0])
    )


def _in_place(operator: Node) -> None:
    """``x /= y`` becomes ``x = divide_in_place(x, y)``; the object and index of ``a[i] /= y`` are evaluated once."""
    statement = operator.parent
    target, _, value = statement.children
    prefix = statement.prefix
    if target.type == TOKENS.NAME:
        arguments = [name(target.value), comma(_breaks(operator.prefix)), _argument(value)]
        right = call(f"{HELPER}.divide_in_place", arguments, " ")
        operator.replace(operator.__class__(TOKENS.EQUAL, "=", prefix=" "))
        statement.append_child(right)
        return
    last = taken(target.children[-1])
    holder = group(SYMBOLS.power, [taken(child) for child in list(target.children)])
    holder.prefix = ""
    if last.children[0].value == ".":
        function, key = "divide_attribute", name(repr(last.children[1].value), " ")
    else:
        function, key = "divide_item", last.__class__(SYMBOLS.power, [name(f"{HELPER}.index", " "), last])
    arguments = [holder, comma(), key, comma(_breaks(operator.prefix)), _argument(value)]
    statement.replace(call(f"{HELPER}.{function}", arguments, prefix))


def _argument(value: Node) -> Node:
    """The right side as an argument; it may be several values, which are a tuple."""
    value = taken(value)
    if value.type in (SYMBOLS.testlist, SYMBOLS.testlist_star_expr, SYMBOLS.yield_expr):
        prefix, value.prefix = value.prefix, ""
        left, right = value_brackets(prefix or " ")
        return value.__class__(SYMBOLS.atom, [left, value, right])
    value.prefix = value.prefix or " "
    return value


def value_brackets(prefix: str) -> tuple[Node, Node]:
    """Give a pair of round brackets."""
    leaf = comma().__class__
    return leaf(TOKENS.LPAR, "(", prefix=prefix), leaf(TOKENS.RPAR, ")")


def _breaks(prefix: str) -> str:
    """White space before an operator, as it is before the comma in its place: kept where it has a line break."""
    return prefix if "\n" in prefix else ""
