"""Constants: the numbers in two scripts, of which those that only one of them has may stand for one another."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, last_name, tree_of

_WORDS = re.compile(r"[a-z]+|\d+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Names of one thing in different years.
_SAME = {"lr": "rate", "tau": "decay", "momentum": "decay", "mu": "momentum", "coef": "weight", "coeff": "weight"}
_TRIVIAL = frozenset({0.0, 1.0, 2.0})
# Less alike are numbers of which one stands everywhere and that have no word in common.
_LEAST = -0.5
# Of so many numbers the pairs would be guessed.
_MOST = 400


@dataclass(frozen=True)
class Constant:
    """A number, True or False as it stands in a script, without a sign: its ``value`` and ``text``, its place in bytes
    of its line, the ``name`` that it is given to (a variable, a parameter, a keyword; empty for none) and the
    ``words`` of all names beside it."""

    value: float
    text: str
    line: int
    start: int
    end: int
    name: str = ""
    words: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[bool, float]:
        """What two constants share that are the same."""
        return self.text in ("True", "False"), self.value

    def as_text(self, text: str) -> Edit:
        """Give the edit that writes another text in its place."""
        return Edit(self.line, self.start, self.end, text)


@dataclass(frozen=True)
class Swap:
    """That some numbers of the right script are others on the left: one after the other, the text for each of them."""

    places: tuple[Constant, ...]
    others: tuple[Constant, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that write the left ones in their places."""
        return tuple(mine.as_text(other.text) for mine, other in zip(self.places, self.others, strict=True))


def constants_in(source: str) -> tuple[Constant, ...]:
    """Give the numbers of a script in the order of its text; none of a text that is not today's Python."""
    tree = tree_of(source)
    if tree is None:
        return ()
    try:
        found = list(_below(tree, "", frozenset()))
    except RecursionError:
        return ()
    lines = source.encode().split(b"\n")
    read = [_constant(node, name, words, lines) for node, name, words in found]
    return tuple(sorted((each for each in read if each is not None), key=lambda each: (each.line, each.start)))


def swaps(left: str, right: str) -> tuple[Swap, ...]:
    """Give what may stand for one another of the numbers that only one of two scripts has, the likeliest first: all
    places of one number together, then each; of two shares that add up to one both; of lists of the same numbers
    those in another order."""
    mine, theirs = constants_in(left), constants_in(right)
    if not mine or not theirs or max(len(mine), len(theirs)) > _MOST:
        return ()
    of_left, of_right = _alone(mine, theirs), _alone(theirs, mine)
    found = [*_in_another_order(left, right)]
    scored = [
        (_likeness(one, two), at, one, two) for at, two in enumerate(of_right) for one in of_left if _fits(one, two)
    ]
    ranked = sorted((each for each in scored if each[0] > _LEAST), key=lambda each: (-each[0], each[1]))
    known: set[tuple[object, ...]] = set()
    for _, _, one, two in ranked:
        same = tuple(each for each in of_right if each.key == two.key)
        rest = tuple(each for each in of_right if 0 < two.value < 1 and abs(each.value + two.value - 1) < 1e-9)
        options = [Swap(same, (one,) * len(same))]
        if rest and 0 < one.value < 1:
            share = _complement(one)
            options.insert(0, Swap((*same, *rest), (*(one,) * len(same), *(share,) * len(rest))))
        options += [Swap((each,), (one,)) for each in same] if len(same) > 1 else []
        for each in options:
            key = tuple(
                (place.line, place.start, other.text) for place, other in zip(each.places, each.others, strict=True)
            )
            if key not in known:
                known.add(key)
                found.append(each)
    return (*found, *_all_of(of_left, of_right))


def _all_of(left: Sequence[Constant], right: Sequence[Constant]) -> Iterator[Swap]:
    """All of them at once, where each has one of the same name."""
    pairs = [(two, one) for two in right for one in left if _is_same_name(one, two) and two.key != one.key]
    if 1 < len(pairs) <= len(right) and len({id(two) for two, _ in pairs}) == len(pairs):
        yield Swap(tuple(two for two, _ in pairs), tuple(one for _, one in pairs))


def _fits(one: Constant, two: Constant) -> bool:
    return one.key[0] == two.key[0] and one.key != two.key


def _complement(one: Constant) -> Constant:
    return Constant(1 - one.value, f"(1 - {one.text})", one.line, one.start, one.end, one.name, one.words)


def _alone(mine: Sequence[Constant], theirs: Sequence[Constant]) -> list[Constant]:
    """Those of which the other script has fewer: of several the least like any there."""
    found: list[Constant] = []
    for key in dict.fromkeys(each.key for each in mine):
        here = [each for each in mine if each.key == key]
        there = [each for each in theirs if each.key == key]
        if len(here) > len(there):
            here.sort(key=lambda each: -max((_likeness(other, each) for other in there), default=0.0))
            found += here[len(there) :]
    return sorted(found, key=lambda each: (each.line, each.start))


def _likeness(one: Constant, two: Constant) -> float:
    score = 3.0 * _is_same_name(one, two) + len(_words(one.name) & _words(two.name))
    score += len(one.words & two.words) / (1 + len(one.words | two.words))
    score += 0.5 * (("." in one.text or "e" in one.text) == ("." in two.text or "e" in two.text))
    return score - (two.value in _TRIVIAL) - (one.value in _TRIVIAL)


def _is_same_name(one: Constant, two: Constant) -> bool:
    return bool(one.name) and one.name.lower() == two.name.lower()


def _in_another_order(left: str, right: str) -> Iterator[Swap]:
    """Lists that hold the same numbers on both sides, in another order."""
    mine, theirs = list(_lists(left)), list(_lists(right))
    for two in theirs:
        values = [each.value for each in two]
        for one in mine:
            others = [each.value for each in one]
            known = any([each.value for each in listed] == values for listed in mine)
            if sorted(others) == sorted(values) and others != values and not known:
                yield Swap(tuple(two), tuple(one))
                break


def _lists(source: str) -> Iterator[list[Constant]]:
    by_place = {(each.line, each.start): each for each in constants_in(source)}
    tree = tree_of(source)
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.List | ast.Tuple | ast.Dict):
            elements = node.values if isinstance(node, ast.Dict) else node.elts
            found = [by_place.get((each.lineno, each.col_offset)) for each in elements]
            known = [each for each in found if each is not None]
            if len(known) == len(found) > 1:
                yield known


def _below(node: ast.AST, name: str, words: frozenset[str]) -> Iterator[tuple[ast.Constant, str, frozenset[str]]]:
    """The numbers below a node, each with the name that it is given to and the words beside it."""
    if isinstance(node, ast.JoinedStr):  # before 3.12 the places in it are wrong
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool | int | float):
            yield node, name, words
        return
    if isinstance(node, ast.stmt) and not isinstance(
        node, ast.FunctionDef | ast.ClassDef | ast.For | ast.With | ast.If
    ):
        words = frozenset(word for text in _names_in(node) for word in _words(text))
    for child, its in _children(node, name):
        yield from _below(child, its, words)


def _children(node: ast.AST, name: str) -> Iterator[tuple[ast.AST, str]]:
    if isinstance(node, ast.Assign):
        yield node.value, last_name(node.targets[0])
    elif isinstance(node, ast.keyword):
        yield node.value, node.arg or ""
    elif isinstance(node, ast.Call):
        yield node.func, ""
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        yield from ((each, called) for each in node.args)
        yield from ((each, "") for each in node.keywords)
    elif isinstance(node, ast.arguments):
        given = [*node.posonlyargs, *node.args]
        yield from zip(node.defaults, (each.arg for each in given[len(given) - len(node.defaults) :]), strict=True)
        for default, each in zip(node.kw_defaults, node.kwonlyargs, strict=True):
            if default is not None:
                yield default, each.arg
    elif isinstance(node, ast.BinOp):
        yield from ((node.left, name or _beside(node.right)), (node.right, name or _beside(node.left)))
    else:
        keeps = isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.UnaryOp | ast.BinOp | ast.IfExp)
        yield from ((child, name if keeps else "") for child in ast.iter_child_nodes(node))


def _beside(node: ast.expr) -> str:
    return next(iter(_names_in(node)), "")


def _names_in(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Attribute):
            yield each.attr
        elif isinstance(each, ast.keyword) and each.arg:
            yield each.arg


def _words(name: str) -> frozenset[str]:
    found = _WORDS.findall(_HUMPS.sub("_", name).lower())
    return frozenset(_SAME.get(word, word) for word in found)


def _constant(node: ast.Constant, name: str, words: frozenset[str], lines: Sequence[bytes]) -> Constant | None:
    assert isinstance(node.value, bool | int | float)
    if node.end_lineno != node.lineno or node.end_col_offset is None:
        return None
    text = lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode(errors="replace")
    try:
        value = float(node.value)
    except OverflowError:
        return None
    return Constant(value, text, node.lineno, node.col_offset, node.end_col_offset, name, words)
