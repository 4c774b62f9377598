"""Expressions: a script that computes something as the other one writes it, for an experiment."""

import ast
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.diagnose.sources.expressions.axes import with_other_axis
from harness.diagnose.sources.expressions.canonical import Script, canonical, scripts_of
from harness.diagnose.sources.expressions.one_place import one_place_apart
from harness.diagnose.sources.expressions.renamed import Renaming, renaming_of
from harness.diagnose.sources.expressions.smallest_edits import Apart, edits_between
from harness.diagnose.sources.expressions.written_out import values_set_once, written_out
from harness.diagnose.sources.text.bound import names_asked
from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# Of how many words in common two statements do the same, one name that both set being worth some, and in how many
# places they may differ then.
_LIKE, _SAME_TARGET, _MOST_APART = 0.3, 0.2, 4
_MOST_STATEMENTS = 400
_SHOWN = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr)


@dataclass(frozen=True)
class _Statement:
    """A statement that computes something: its node, what it computes, its canonical form, the ``whole`` one with what
    stands for each name that is set once, its words, the names that it sets, and whether it reads any of the script's
    own; ``before`` is the statement that stands before it in its block."""

    node: ast.stmt
    value: ast.expr
    form: str
    whole: str
    words: frozenset[tuple[str, int]]
    targets: tuple[str, ...]
    reads: bool
    before: ast.stmt | None


@dataclass(frozen=True)
class _Written:
    """A place, the edit that writes it as the left script has it, and what is told of it."""

    place: Apart
    edit: Edit
    shown: str


def with_other_expression(source: str, other: str, lines: frozenset[int], release: str) -> Iterator[Rewritten]:
    """Give the script with one statement as its likeliest one in the ``other`` script has it, and then with each place
    in which the two differ alone: an argument more or less, another operand, another array; or with what that script
    does before it and this one does not. Statements that both have are no others. Then each expression that differs
    from one of the other script in a single place, however the two are split into statements. What stands in these
    ``lines`` comes first, and last what works along axes, along those that the other script names.
    What asks for a name that the script does not have, or of TensorFlow that its ``release`` has not, is left out."""
    right, left = tree_of(source), tree_of(other)
    if left is None or right is None:
        return
    try:
        mine, theirs = scripts_of(left, right)
        pairs = _pairs(_statements(mine), _statements(theirs), lines)
        renaming = renaming_of(mine, theirs, [(one.node, two.node) for one, two in pairs], release)
        known = {source}
        statements = (each for one, two in pairs for each in _texts(source, one, two, mine, theirs, renaming))
        single = [(each, _made(each, renaming)) for each in one_place_apart(mine, theirs) if not _is_nothing(each)]
        places = [_Written(each, *made) for each, made in single if made is not None]
        at_lines = _alone(source, [each for each in places if each.place.line in lines])
        others = _alone(source, [each for each in places if each.place.line not in lines])
        for each in itertools.chain(at_lines, statements, others, with_other_axis(source, mine, theirs)):
            if each.source not in known and tree_of(each.source) is not None:
                known.add(each.source)
                yield each
    except RecursionError:
        return


def _statements(script: Script) -> list[_Statement]:
    found = []
    once = values_set_once(script.tree)
    own = script.bound - set(script.aliases)
    for block in _blocks(script.tree):
        for number, node in enumerate(block):
            value = getattr(node, "value", None)
            if isinstance(node, _SHOWN) and isinstance(value, ast.expr) and not _is_shown(value):
                before = block[number - 1] if number else None
                form = f"{type(node).__name__ if isinstance(node, ast.AugAssign) else ''}{canonical(value, script)}"
                whole = canonical(written_out(value, once), script)
                reads = not own.isdisjoint(names_asked(value))
                found.append(_Statement(node, value, form, whole, _words(node, script), _targets(node), reads, before))
    return found[:_MOST_STATEMENTS]


def _blocks(tree: ast.Module) -> Iterator[Sequence[ast.stmt]]:
    for node in ast.walk(tree):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                yield block


def _is_shown(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) or (
        isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "print"
    )


def _words(node: ast.AST, script: Script) -> frozenset[tuple[str, int]]:
    """The names, attributes and numbers of a statement, those of one thing alike, counted among the same."""
    counts: Counter[str] = Counter()
    found = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name | ast.Attribute | ast.Constant):
            word = canonical(each, script).rpartition("(")[2]
            counts[word] += 1
            found.add((word, counts[word]))
    return frozenset(found)


def _pairs(
    left: Sequence[_Statement], right: Sequence[_Statement], lines: frozenset[int]
) -> list[tuple[_Statement, _Statement]]:
    """Each statement that only the right script has, with the likeliest of those that only the left one has."""
    forms_left, forms_right = Counter(each.form for each in left), Counter(each.form for each in right)
    lone_left = [each for each in left if forms_right[each.form] < forms_left[each.form]]
    lone_right = [each for each in right if forms_left[each.form] < forms_right[each.form]]
    lone_left, lone_right = _without_split(lone_left, lone_right)
    found = []
    for two in lone_right:
        scored = [
            (_likeness(one, two), -number, one) for number, one in enumerate(lone_left) if _may_stand_for(one, two)
        ]
        if scored:
            score, _, one = max(scored, key=lambda each: each[:2])
            if score >= _LIKE:
                at_line = any(two.node.lineno <= line <= (two.node.end_lineno or 0) for line in lines)
                found.append((not at_line, -score, one, two))
    return [(one, two) for _, _, one, two in sorted(found, key=lambda each: each[:2])]


def _without_split(
    left: Sequence[_Statement], right: Sequence[_Statement]
) -> tuple[list[_Statement], list[_Statement]]:
    """The same without those that compute one thing in another number of statements."""
    both = {each.whole for each in left} & {each.whole for each in right}
    return [each for each in left if each.whole not in both], [each for each in right if each.whole not in both]


def _may_stand_for(one: _Statement, two: _Statement) -> bool:
    """Whether a left statement may be what a right one should be: what reads nothing, as a variable that is made, is no
    other form of what is computed, unless both set one name."""
    return one.reads or not two.reads or bool(one.targets and one.targets == two.targets)


def _likeness(one: _Statement, two: _Statement) -> float:
    shared = len(one.words & two.words)
    alike = shared / max(1, len(one.words) + len(two.words) - shared)
    return alike + _SAME_TARGET * (bool(one.targets) and one.targets == two.targets)


def _targets(node: ast.stmt) -> tuple[str, ...]:
    return tuple(map(ast.unparse, node.targets)) if isinstance(node, ast.Assign) else ()


def _texts(
    source: str, one: _Statement, two: _Statement, mine: Script, theirs: Script, renaming: Renaming
) -> Iterator[Rewritten]:
    """The right statement as the left one, first whole and then place by place."""
    places = [each for each in edits_between(one.value, two.value, mine, theirs) if not _is_nothing(each)]
    if not 0 < len(places) <= _MOST_APART:
        return
    written = [_Written(each, *made) for each in places if (made := _made(each, renaming)) is not None]
    before = _before(one, two, renaming)
    choices = [[each] for each in written]
    if len(written) > 1:
        choices.insert(0, written)
    for chosen in choices:
        text = edited(source, [each.edit for each in chosen])
        if text is not None:
            now, was = _told([each.shown for each in chosen]), _told([each.place.was for each in chosen])
            yield Rewritten(text, two.node.lineno, now, was)
    if before is not None:
        put_in = Edit(two.node.lineno, two.node.col_offset, two.node.col_offset, f"{before}; ")
        for chosen in (written, []):
            text = edited(source, [put_in, *(each.edit for each in chosen)])
            if text is not None:
                now = _told([before, *(each.shown for each in chosen)])
                yield Rewritten(text, two.node.lineno, now, _told([each.place.was for each in chosen]))


def _alone(source: str, places: Sequence[_Written]) -> Iterator[Rewritten]:
    for each in places:
        text = edited(source, [each.edit])
        if text is not None:
            yield Rewritten(text, each.place.line, _told([each.shown]), _told([each.place.was]))


def _told(texts: Sequence[str]) -> str:
    return " and ".join(dict.fromkeys(stripped for each in texts if (stripped := each.strip(" ,"))))


def _is_nothing(place: Apart) -> bool:
    return place.piece is not None and place.text.strip("()") == "{}" and ast.unparse(place.piece) == place.was


def _made(place: Apart, renaming: Renaming) -> tuple[Edit, str] | None:
    """The edit of a place, and what is told of it; None where what the left script has there cannot stand in the right
    one."""
    text = "" if place.piece is None else renaming.text_of(place.piece)
    if text is None:
        return None
    now = place.text.replace("{}", text)
    return Edit(place.line, place.start, place.end, now), place.shown.replace("{}", text) or now


def _before(one: _Statement, two: _Statement, renaming: Renaming) -> str | None:
    """What the left script sets before its statement that the right one reads as it is: of names that both have."""
    node = one.before
    if not isinstance(node, ast.Assign | ast.AugAssign) or isinstance(two.before, type(node)):
        return None
    return renaming.statement(node)
