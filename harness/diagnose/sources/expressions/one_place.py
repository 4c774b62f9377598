"""One place: what two scripts compute alike but for one place, in whatever number of statements each does it."""

import ast
import itertools
from collections import Counter
from dataclasses import dataclass

from harness.diagnose.sources.expressions.canonical import Script, callee, canonical, is_of_library
from harness.diagnose.sources.expressions.smallest_edits import Apart, edits_between
from harness.diagnose.sources.expressions.written_out import values_set_once, written_out

_MOST_EXPRESSIONS = 60


@dataclass(frozen=True)
class _Expression:
    """A call of a library, or an operation of two operands: its node, and the same with what stands for each name that
    is set once, their canonical forms, and what it calls or its operator."""

    node: ast.expr
    whole: ast.expr
    form: str
    form_of_whole: str
    function: str


def one_place_apart(mine: Script, theirs: Script) -> list[Apart]:
    """Give where an expression of the right script, ``theirs``, becomes one of the left by a single edit, those of
    which the two have most in common first.

    What stands for each name that is set once may be written out, so that the two may be split into statements in other
    ways; what both have is no other. A call may be of another function where one script calls the one more often, and
    the other script the other.
    """
    left, right = _expressions(mine), _expressions(theirs)
    calls_left, calls_right = (Counter(function for _, function, _ in found) for found in (left, right))
    more_left, more_right = calls_left - calls_right, calls_right - calls_left
    lone_left, lone_right = _lone(left, right, mine, theirs)
    found: list[tuple[int, Apart]] = []
    for two in lone_right:
        for one in lone_left:
            if type(one.node) is not type(two.node):
                continue
            if one.function == two.function or (one.function in more_left and two.function in more_right):
                found += [
                    (min(len(one.form_of_whole), len(two.form_of_whole)), place)
                    for place in _places(one, two, mine, theirs)
                ]
    return list(dict.fromkeys(place for _, place in sorted(found, key=lambda each: -each[0])))


def _places(one: _Expression, two: _Expression, mine: Script, theirs: Script) -> list[Apart]:
    """The single place in which two expressions differ, in each way of writing them out that leaves one."""
    found = []
    for left, right in dict.fromkeys(itertools.product((one.whole, one.node), (two.whole, two.node))):
        places = list(dict.fromkeys(edits_between(left, right, mine, theirs)))
        if len(places) == 1 and _is_within(places[0], right, mine):
            found += places
    return found


def _expressions(script: Script) -> list[tuple[ast.expr, str, str]]:
    """Each with what it calls or its operator, and its canonical form."""
    found: list[tuple[ast.expr, str, str]] = []
    for node in ast.walk(script.tree):
        if isinstance(node, ast.BinOp):
            found.append((node, type(node.op).__name__, canonical(node, script)))
        elif isinstance(node, ast.Call) and is_of_library(node.func, script):
            found.append((node, callee(node, script), canonical(node, script)))
    return found


def _lone(
    left: list[tuple[ast.expr, str, str]], right: list[tuple[ast.expr, str, str]], mine: Script, theirs: Script
) -> tuple[list[_Expression], list[_Expression]]:
    """Those that the other script has not, as they stand or written out."""
    both = {form for _, _, form in left} & {form for _, _, form in right}
    of_left, of_right = (
        [
            _Expression(node, whole, form, canonical(whole, script), function)
            for node, function, form in [each for each in found if each[2] not in both][:_MOST_EXPRESSIONS]
            for whole in [written_out(node, once)]
        ]
        for found, script, once in (
            (left, mine, values_set_once(mine.tree)),
            (right, theirs, values_set_once(theirs.tree)),
        )
    )
    wholes = {each.form_of_whole for each in of_left} & {each.form_of_whole for each in of_right}
    return (
        [each for each in of_left if each.form_of_whole not in wholes],
        [each for each in of_right if each.form_of_whole not in wholes],
    )


def _is_within(place: Apart, whole: ast.expr, mine: Script) -> bool:
    """Whether a place is the lesser part of the whole, or a call of another function of the same, and no name of the
    right script alone, as of a parameter, which may stand for anything."""
    if place.was.isidentifier() and place.was not in mine.bound:
        return False
    text = ast.unparse(whole)
    if place.was != text:
        return place.start == place.end or isinstance(whole, ast.Call) or 2 * len(place.was) <= len(text)
    match place.piece, whole:
        case ast.Call(args=[one, *_]), ast.Call(args=[two, *_]):
            return one is two
    return place.start == place.end or place.piece is None
