"""Names that only Python 2 has, or that mean something else there: another name, or one of the prelude."""

from collections.abc import Callable

from harness.scripts.translation.tree import (
    HELPER,
    SYMBOLS,
    TOKENS,
    Node,
    call,
    comma,
    group,
    is_free,
    name,
    names,
    taken,
)

# What a name is called today, wherever it is looked up.
_RENAMED = {
    "unicode": "str",
    "basestring": "str",
    "long": "int",
    "unichr": "chr",
    "buffer": "memoryview",
    "reduce": f"{HELPER}.reduce",
    "reload": f"{HELPER}.reload",
    "cmp": f"{HELPER}.cmp",
    "execfile": f"{HELPER}.execfile",
    "file": f"{HELPER}.open",
    "open": f"{HELPER}.open",
    "intern": f"{HELPER}.intern",
    "round": f"{HELPER}.round",
}
# What fixers of fissix put in the place of these names, unless the script binds them.
BUILTINS = frozenset({"xrange", "raw_input", "input", "map", "filter", "zip", "range", "apply", "next"})
NAMES = BUILTINS | frozenset(_RENAMED)

_WORDS = {"open": "open", "file": "open", "round": "round"}
_ENCODINGS = ("utf", "ascii", "latin", "iso", "gb", "big5", "cp", "euc", "shift")


def translate_names(tree: Node, bound: frozenset[str]) -> set[str]:
    """Put today's names for those of Python 2 that the script does not bind itself; give what was translated."""
    changes = set()
    for leaf in list(names(tree)):
        if leaf.value in _RENAMED and leaf.value not in bound and is_free(leaf):
            changes.add(_WORDS.get(leaf.value, f"name {leaf.value}"))
            leaf.value = _RENAMED[leaf.value]
            leaf.changed()
    return changes


def translate_decode(tree: Node) -> bool:
    """``text.decode("utf-8")`` becomes a call that leaves a text as it is, for today's texts are decoded."""
    return _translate_method(tree, "decode", f"{HELPER}.decode", _is_encoding)


def translate_next(tree: Node, bound: frozenset[str]) -> bool:
    """``reader.next()`` becomes ``next(reader)``. The fixer of fissix overlooks ``reader.next()[0]``."""
    if "next" in bound:
        return False
    return _translate_method(tree, "next", "next", lambda brackets: str(brackets) == "()")


def _translate_method(tree: Node, method: str, function: str, is_meant: Callable[[Node], bool]) -> bool:
    """Put a function in the place of the method of a value, wherever it stands in a chain, if its brackets say so."""
    found = False
    for node in list(tree.post_order()):
        if node.type != SYMBOLS.trailer or str(node).strip() != f".{method}":
            continue
        power, brackets = node.parent, node.next_sibling
        if power.type != SYMBOLS.power or brackets is None or not is_meant(brackets):
            continue
        prefix = power.prefix
        place = next(at for at, child in enumerate(power.children) if child is node)
        before = [taken(child) for child in power.children[:place]]
        before[0].prefix = ""
        taken(node)
        inner = [taken(child) for child in brackets.children[1:-1]]
        taken(brackets)
        arguments = [group(SYMBOLS.power, before), *([comma(), *_spaced(inner)] if inner else [])]
        power.insert_child(0, call(function, arguments, prefix))
        found = True
    return found


def _spaced(inner: list[Node]) -> list[Node]:
    inner[0].prefix = inner[0].prefix or " "
    return inner


def _is_encoding(brackets: Node) -> bool:
    """Whether a call names an encoding of texts, or nothing: ``hex`` and ``base64`` are no such."""
    if brackets.type != SYMBOLS.trailer or brackets.children[0].value != "(":
        return False
    inner = str(brackets)[1:-1].strip() if not brackets.prefix else ""
    return inner == "" or inner.lstrip("uU").strip("'\"").lower().startswith(_ENCODINGS)


def translate_sorting(tree: Node) -> bool:
    """``sorted(x, cmp)``, ``x.sort(cmp)`` and ``cmp=``: Python 3 sorts by keys only."""
    functions = {leaf.value for leaf in names(tree) if getattr(leaf.prev_sibling, "value", None) == "def"} | {"cmp"}
    found = False
    for leaf in list(names(tree)):
        if leaf.value == "sorted" and is_free(leaf):
            brackets, place = leaf.next_sibling, 1
        elif leaf.value == "sort" and leaf.parent.type == SYMBOLS.trailer:
            brackets, place = leaf.parent.next_sibling, 0
        else:
            continue
        if brackets is not None and brackets.type == SYMBOLS.trailer and brackets.children[0].value == "(":
            found |= _by_key(brackets, place, functions)
    return found


def _by_key(brackets: Node, place: int, functions: set[str]) -> bool:
    arguments = [each for child in brackets.children[1:-1] for each in _arguments(child)]
    for at, argument in enumerate(arguments):
        if argument.type == SYMBOLS.argument and argument.children[0].value == "cmp":
            value = argument.children[2]
        elif at == place and (argument.type == SYMBOLS.lambdef or getattr(argument, "value", None) in functions):
            value = argument
        else:
            continue
        prefix = argument.prefix
        spot = name("")
        argument.replace(spot)
        value = value if value is argument else taken(value)
        value.prefix = ""
        spot.replace(call(f"key={HELPER}.cmp_to_key", [value], prefix))
        return True
    return False


def _arguments(node: Node) -> list[Node]:
    children = node.children if node.type == SYMBOLS.arglist else [node]
    return [child for child in children if child.type != TOKENS.COMMA]


def translate_raw_texts(tree: Node) -> bool:
    """``ur"..."`` is no text of Python 3."""
    found = False
    for leaf in tree.leaves():
        if leaf.type == TOKENS.STRING and leaf.value[:2].lower() == "ur":
            leaf.value = leaf.value[1:]
            leaf.changed()
            found = True
    return found
