"""The syntax tree that translations change, and what they ask of it.

fissix is a fork of lib2to3, which left Python with 3.13. It has no types, so this file is where its own end.
"""

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

from fissix import pygram, pytree
from fissix.fixer_util import is_probably_builtin
from fissix.pgen2 import driver, parse, token, tokenize
from fissix.pygram import python_symbols as symbols

# A node or leaf of fissix.
Node: TypeAlias = Any

SYMBOLS: Any = symbols
TOKENS: Any = token

# The builtin under which a prelude offers what Python 2 did: the only name that a translation takes from a script.
HELPER = "__python2__"

_GRAMMARS = (pygram.python_grammar, pygram.python_grammar_no_print_statement)


class NotPython2(ValueError):  # noqa: N818  (what it says of a text is its name)
    """A text that Python 2 would refuse, and the line at which it would."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.message = message
        self.line = line


def parse_python2(text: str, *, print_is_function: bool) -> Node:
    """Give the tree of a text that ends in a newline; raise NotPython2 where it has none.

    A text that calls ``print`` with keywords, without the import from ``__future__``, is read as it is meant.
    """
    grammars = _GRAMMARS[1:] if print_is_function else _GRAMMARS
    errors = []
    for grammar in grammars:
        try:
            return driver.Driver(grammar, convert=pytree.convert).parse_string(text)
        except parse.ParseError as error:
            errors.append(NotPython2("cannot be read by Python 2 either", error.context[1][0]))
        except tokenize.TokenError as error:
            errors.append(NotPython2(str(error.args[0]), error.args[1][0]))
        except IndentationError as error:
            errors.append(NotPython2(error.msg, error.lineno or 1))
    raise errors[0]


def names(tree: Node) -> Iterator[Node]:
    """Give the leaves that are names."""
    return (leaf for leaf in tree.leaves() if leaf.type == token.NAME)


def is_free(leaf: Node) -> bool:
    """Whether a name is looked up, neither an attribute, nor the name of an argument, nor being bound."""
    return bool(is_probably_builtin(leaf)) and not _is_keyword(leaf) and not _binds(leaf)


def bound_names(tree: Node, among: Collection[str]) -> frozenset[str]:
    """Give those of some names that a script binds anywhere itself, so that they are no longer Python's."""
    return frozenset(leaf.value for leaf in names(tree) if leaf.value in among and _binds(leaf))


def call(function: str, arguments: list[Node], prefix: str) -> Node:
    """Give a call; the arguments bring their own commas and white space."""
    inner = [pytree.Node(symbols.arglist, arguments)] if arguments else []
    brackets = [pytree.Leaf(token.LPAR, "("), *inner, pytree.Leaf(token.RPAR, ")")]
    return pytree.Node(symbols.power, [name(function, prefix), pytree.Node(symbols.trailer, brackets)])


def name(text: str, prefix: str = "") -> Node:
    """Give a leaf that is a name."""
    return pytree.Leaf(token.NAME, text, prefix=prefix)


def comma(prefix: str = "") -> Node:
    """Give a comma."""
    return pytree.Leaf(token.COMMA, ",", prefix=prefix)


def group(symbol: int, children: list[Node]) -> Node:
    """Give a node of some children, or the only one itself."""
    return children[0] if len(children) == 1 else pytree.Node(symbol, children)


def taken(node: Node) -> Node:
    """Take a node from its parent, to put it elsewhere."""
    node.remove()
    return node


def _is_keyword(leaf: Node) -> bool:
    parent = leaf.parent
    return parent is not None and parent.type == symbols.argument and parent.children[0] is leaf and _is(parent, 1, "=")


def _is(node: Node, place: int, text: str) -> bool:
    return len(node.children) > place and getattr(node.children[place], "value", None) == text


_IMPORTS = (symbols.import_name, symbols.import_from, symbols.import_as_names, symbols.import_as_name)
_MORE_IMPORTS = (symbols.dotted_as_name, symbols.dotted_as_names)
_PARAMETERS = (symbols.parameters, symbols.typedargslist, symbols.varargslist, symbols.tname)
_LISTS = (symbols.exprlist, symbols.testlist, symbols.testlist_gexp, symbols.listmaker, symbols.atom, symbols.tfpdef)


def _binds(leaf: Node) -> bool:
    node, parent = leaf, leaf.parent
    if parent is None:
        return False
    if parent.type in _IMPORTS or parent.type in _MORE_IMPORTS:
        return True
    if parent.type in (symbols.funcdef, symbols.classdef):
        return parent.children[1] is leaf and not _is_in_class(parent)
    if parent.type == symbols.lambdef:
        return parent.children[1] is leaf and len(parent.children) > 3
    if parent.type in _PARAMETERS:
        return not _is_value(leaf)
    while parent is not None and parent.type in _LISTS:
        node, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == symbols.expr_stmt:
        return getattr(node.next_sibling, "value", None) == "="
    if parent.type in (symbols.for_stmt, symbols.comp_for):
        return getattr(node.next_sibling, "value", None) == "in"
    if parent.type in (symbols.with_stmt, symbols.except_clause, symbols.with_item):
        before = getattr(node.prev_sibling, "value", None)
        return before == "as" or (parent.type == symbols.except_clause and before == ",")
    return bool(parent.type == symbols.global_stmt)


def _is_in_class(definition: Node) -> bool:
    """Whether it defines a method, which is no name of its module."""
    parent = definition.parent
    while parent is not None and parent.type in (symbols.suite, symbols.decorated, symbols.if_stmt):
        parent = parent.parent
    return parent is not None and bool(parent.type == symbols.classdef)


def _is_value(leaf: Node) -> bool:
    """Whether a name in a list of parameters is the default of one."""
    return getattr(leaf.prev_sibling, "value", None) == "="
