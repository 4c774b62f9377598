"""Smallest edits: those by which an expression of one script becomes what the other one has in its place."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.expressions.canonical import Script, bare, callee, canonical, is_of_library, one_name
from harness.diagnose.sources.expressions.terms import compare_terms, terms_of

# How the place is written over: all of it, something put in at its end, or taken out up to its end.
_LOOSE = ast.BinOp | ast.UnaryOp | ast.BoolOp | ast.Compare | ast.IfExp | ast.Lambda


@dataclass(frozen=True)
class Apart:
    """That ``text`` stands on the left where the right script has ``was``: from ``start`` to ``end`` of a ``line``, in
    bytes; ``piece`` is the left node that the text is made from, None where something is only taken out. In the text
    ``{}`` stands for that piece, and so it does in ``shown``, what is told in its place where that says more."""

    line: int
    start: int
    end: int
    text: str
    was: str
    piece: ast.AST | None
    shown: str = ""


def edits_between(left: ast.expr, right: ast.expr, mine: Script, theirs: Script) -> list[Apart]:
    """Give where two expressions differ, ``mine`` being the script of the left one; none for two that do not."""
    left, right = bare(left), bare(right)
    if canonical(left, mine) == canonical(right, theirs):
        return []
    parts: list[Apart] | None = None
    match left, right:
        # A name of the port's own, as of a parameter, may stand for any.
        case ast.Name(), ast.Name() if right.id not in theirs.theirs or (left.id, right.id) in mine.fed:
            parts = []
        case ast.Call(), ast.Call() if callee(left, mine) == callee(right, theirs):
            parts = list(_of_calls(left, right, mine, theirs))
        case ast.Call(), ast.Call() if _is_other_function(left, right, mine, theirs):
            parts = [*_replaced(left.func, right.func), *_of_calls(left, right, mine, theirs)]
        case ast.Call(), ast.Call() if _is_of_the_same(left, right, mine, theirs):
            kept = ast.Call(left.func, [right.args[0], *left.args[1:]], left.keywords)
            parts = list(_replaced(kept, right))
        case ast.BinOp(op=ast.Add() | ast.Mult()), ast.BinOp() if type(left.op) is type(right.op):
            parts = list(_of_terms(left, right, mine, theirs))
        case ast.BinOp(), ast.BinOp() if type(left.op) is type(right.op):
            parts = [
                *edits_between(left.left, right.left, mine, theirs),
                *edits_between(left.right, right.right, mine, theirs),
            ]
        case ast.UnaryOp(), ast.UnaryOp() if type(left.op) is type(right.op):
            parts = edits_between(left.operand, right.operand, mine, theirs)
        case ast.Compare(), ast.Compare() if list(map(type, left.ops)) == list(map(type, right.ops)):
            pairs = zip((left.left, *left.comparators), (right.left, *right.comparators), strict=True)
            parts = [each for one, two in pairs for each in edits_between(one, two, mine, theirs)]
        case ast.Subscript(), ast.Subscript() if canonical(left.slice, mine) == canonical(right.slice, theirs):
            parts = edits_between(left.value, right.value, mine, theirs)
        case ast.Subscript(), ast.Subscript() if not edits_between(left.value, right.value, mine, theirs):
            parts = list(_replaced(left.slice, right.slice))
        case ast.Attribute(attr=one), ast.Attribute(attr=two) if one == two:
            parts = edits_between(left.value, right.value, mine, theirs)
        case ((ast.Tuple() | ast.List()), (ast.Tuple() | ast.List())) if len(left.elts) == len(right.elts):
            pairs = zip(left.elts, right.elts, strict=True)
            parts = [each for one, two in pairs for each in edits_between(one, two, mine, theirs)]
        case ((ast.GeneratorExp() | ast.ListComp()), (ast.GeneratorExp() | ast.ListComp())):
            parts = list(_of_loops(left, right, mine, theirs))
    return parts if parts is not None else list(_replaced(left, right))


def _replaced(left: ast.expr, right: ast.expr) -> Iterator[Apart]:
    if right.lineno == right.end_lineno:
        text = "({})" if isinstance(left, _LOOSE) else "{}"
        yield Apart(right.lineno, right.col_offset, right.end_col_offset or 0, text, ast.unparse(right), left)


def _of_terms(left: ast.BinOp, right: ast.BinOp, mine: Script, theirs: Script) -> Iterator[Apart]:
    """A term more, which is put behind the others, or less; or terms that differ in themselves."""
    kind, sign = type(right.op), "+" if isinstance(right.op, ast.Add) else "*"
    terms = terms_of(right, kind)
    held = compare_terms(terms_of(left, kind), terms, mine, theirs)
    if not held.only_left and not held.only_right:
        for one, two in held.pairs:
            yield from edits_between(one, two, mine, theirs)
    elif right.lineno == right.end_lineno:
        was, start, end = ast.unparse(right), right.col_offset, right.end_col_offset or 0
        kept = f" {sign} ".join(_enclosed(each) for each in terms if each not in held.only_right)
        for piece in held.only_left:
            text = "({})" if isinstance(piece, _LOOSE) else "{}"
            yield Apart(right.lineno, start, end, f"({kept} {sign} {text})", was, piece)
        if not held.only_left:
            yield Apart(right.lineno, start, end, f"({kept})", was, None)


def _enclosed(node: ast.expr) -> str:
    return f"({ast.unparse(node)})" if isinstance(node, _LOOSE) else ast.unparse(node)


def _of_calls(left: ast.Call, right: ast.Call, mine: Script, theirs: Script) -> Iterator[Apart]:
    one, two = left.func, right.func
    owners = [isinstance(each, ast.Attribute) for each in (one, two)]
    of_library = [is_of_library(one, mine), is_of_library(two, theirs)]
    if all(owners) and not any(of_library):
        assert isinstance(one, ast.Attribute)
        assert isinstance(two, ast.Attribute)
        yield from edits_between(one.value, two.value, mine, theirs)
    if of_library[0] != of_library[1]:
        # ``np.mean(x, axis=0)`` and ``x.mean(axis=0)``: which argument is which is not known.
        yield from _replaced(left, right)
        return
    for first, second in zip(left.args, right.args, strict=False):
        yield from edits_between(first, second, mine, theirs)
    more, fewer = left.args[len(right.args) :], right.args[len(left.args) :]
    has = {one_name(each.arg): each.value for each in left.keywords if each.arg}
    have = {one_name(each.arg): each.value for each in right.keywords if each.arg}
    names = dict.fromkeys((*has, *have))
    lone_left, lone_right = [name for name in names if name not in have], [name for name in names if name not in has]
    # What one gives by its place the other may give by its name.
    while more and len(lone_right) == 1:
        yield from edits_between(more.pop(0), have[lone_right.pop()], mine, theirs)
    while fewer and len(lone_left) == 1:
        yield from edits_between(has[lone_left.pop()], fewer.pop(0), mine, theirs)
    for name in names:
        if name in has and name in have:
            yield from edits_between(has[name], have[name], mine, theirs)
    for name in lone_left:
        keyword = next(each for each in left.keywords if each.arg and one_name(each.arg) == name)
        yield from _put_in(right, f"{name}={{}}", keyword.value)
    if more and not right.keywords:
        yield from _put_in(right, "{}", more[0])
    if len(fewer) == 1 and not lone_left and not right.keywords:
        yield from _taken_out(right, fewer[0])


def _is_other_function(left: ast.Call, right: ast.Call, mine: Script, theirs: Script) -> bool:
    """Whether two functions of a library, no classes, are given as many things in the same way, but for an axis that
    one may give by its place."""
    if not _are_functions(left, right, mine, theirs):
        return False
    names = [{one_name(each.arg or "**") for each in call.keywords} for call in (left, right)]
    given = [len(call.args) + len(call.keywords) for call in (left, right)]
    return given[0] == given[1] and names[0] ^ names[1] <= {"axis"}


def _is_of_the_same(left: ast.Call, right: ast.Call, mine: Script, theirs: Script) -> bool:
    """Whether two functions of a library are given one thing first, and then each its own."""
    if not _are_functions(left, right, mine, theirs):
        return False
    one, two = left.args[0], right.args[0]
    return not isinstance(one, ast.Constant) and not edits_between(one, two, mine, theirs)


def _are_functions(left: ast.Call, right: ast.Call, mine: Script, theirs: Script) -> bool:
    return all(
        is_of_library(call.func, script) and callee(call, script)[:1].islower() and bool(call.args)
        for call, script in ((left, mine), (right, theirs))
    )


def _put_in(call: ast.Call, text: str, piece: ast.expr) -> Iterator[Apart]:
    """One argument more, at the end of a call."""
    at = (call.end_col_offset or 1) - 1
    comma = ", " if call.args or call.keywords else ""
    was = ast.unparse(call)
    yield Apart(call.end_lineno or call.lineno, at, at, comma + text, was, piece, f"{was[:-1]}{comma}{text})")


def _taken_out(call: ast.Call, argument: ast.expr) -> Iterator[Apart]:
    """One argument less, the last one."""
    before = call.args[-2] if len(call.args) > 1 else None
    if before is None or before.end_lineno != argument.end_lineno:
        return
    start, end = before.end_col_offset or 0, argument.end_col_offset or 0
    was = ast.unparse(call)
    now = ast.unparse(ast.Call(call.func, call.args[:-1], call.keywords))
    yield Apart(argument.lineno, start, end, "", was, None, now)


def _of_loops(
    left: ast.GeneratorExp | ast.ListComp, right: ast.GeneratorExp | ast.ListComp, mine: Script, theirs: Script
) -> Iterator[Apart]:
    """What a comprehension makes, of what, and which it leaves out."""
    if len(left.generators) != 1 or len(right.generators) != 1:
        yield from _replaced(left, right)
        return
    yield from edits_between(left.elt, right.elt, mine, theirs)
    one, two = left.generators[0], right.generators[0]
    if canonical(one.iter, mine) != canonical(two.iter, theirs) and not _are_variables(one.iter, two.iter):
        yield from edits_between(one.iter, two.iter, mine, theirs)
    if len(one.ifs) > len(two.ifs):
        last = two.ifs[-1] if two.ifs else two.iter
        at = last.end_col_offset or 0
        yield Apart(last.end_lineno or last.lineno, at, at, " if {}", "", one.ifs[len(two.ifs)])
    elif len(one.ifs) < len(two.ifs):
        yield from _replaced(ast.Constant(True), two.ifs[-1])
    else:
        for first, second in zip(one.ifs, two.ifs, strict=True):
            yield from edits_between(first, second, mine, theirs)


def _are_variables(one: ast.expr, two: ast.expr) -> bool:
    """Whether both are all trained variables: ``tf.trainable_variables()``, ``model.trainable_weights``."""
    return all("trainable" in ast.unparse(each) for each in (one, two))
