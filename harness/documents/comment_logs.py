"""Logs in the code itself: comments behind a print or below it, and strings that nobody uses, as

print(sess.run(w))      # 3.8
# 0.099 1 3.8 23.04
'''
0 2.82329 [ 2.12867713]
'''
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence

from harness.documents.document import Line
from harness.documents.restore.elision import is_elision
from harness.documents.restore.fitting import fits
from harness.documents.restore.templates import PrintTemplate
from harness.documents.syntax import tree_of
from harness.logs.documented import ELISION

_MARK = re.compile(
    r"^(?:(?:=+|-+)>|>{2,}|(?:the )?(?:outputs?|out|prints?|printed|results?|returns?|输出|结果|打印|运行结果)"
    r"(?: is| will be| should be| would be)?\s*(?:[:：=]|=?>|==>)?(?=[\s\[\d:：-]|$))\s*",
    re.IGNORECASE,
)
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:nan|inf)|True|False|None"
_STRING = r"b?'[^']*'|b?\"[^\"]*\""
# Numbers and nothing else, arrays of them, tuples.
_DIGIT = re.compile(r"\d")
_VALUE = re.compile(rf"^[\[({{]*\s*(?:{_NUMBER}|{_STRING})(?:[\s,;\])}}\[({{]+(?:{_NUMBER}|{_STRING}))*[\s,\])}}]*$")


def comment_log(text: str, numbers: Sequence[int], templates: Sequence[PrintTemplate]) -> tuple[Line, ...]:
    """Give the lines of a log that a code's comments and unused strings show, without their signs, in the order in
    which they stand; each comment run is set apart from the next by ``...``. None where there is no such log, and where
    no print stands above it."""
    first = min((template.number for template in templates), default=0)
    if not first:
        return ()
    pieces = [*_in_comments(text, templates), *_in_strings(text, templates)]
    found: list[Line] = []
    for place, piece in sorted(pieces):
        if place + 1 < first:
            continue
        found += [Line(0, ELISION), *(Line(numbers[place], line) for place, line in piece)]
    return (*found, Line(0, ELISION)) if found else ()


def _in_comments(text: str, templates: Sequence[PrintTemplate]) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    run: list[tuple[int, str]] = []
    printing = _printing_lines(text)
    telling = [template for template in templates if not template.bare]
    for place, comment, alone in _comments(text):
        if not alone:
            yield from _run(run, templates)
            run = []
            said = _without_mark(comment)
            known = said != comment or _VALUE.match(said) or fits(said, telling)
            if place in printing and known and said and not is_elision(said):
                yield place, [(place, said)]
            continue
        if (
            run
            and run[-1][0] + 1 < place
            and any(text.split("\n")[each].strip() for each in range(run[-1][0] + 1, place))
        ):
            yield from _run(run, templates)
            run = []
        run.append((place, comment))
    yield from _run(run, templates)


def _run(
    run: Sequence[tuple[int, str]], templates: Sequence[PrintTemplate]
) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The part of a run of comment lines that is a log: below a mark all of it, else what a print could have
    printed."""
    kept: list[tuple[int, str]] = []
    marked = False
    for place, comment in run:
        said = _without_mark(comment)
        if said != comment:
            marked = True
            kept = []
        is_log = bool(_VALUE.match(said)) or fits(said, templates)
        if is_elision(said):
            kept.append((place, ELISION))
        elif said and (is_log or (marked and not _is_code(said) and _DIGIT.search(said))):
            kept.append((place, said))
        elif said:
            if marked or len(_lines(kept)) > 1:
                break
            kept = []
    if _lines(kept):
        yield kept[0][0], kept


def _lines(kept: Sequence[tuple[int, str]]) -> list[str]:
    return [line for _, line in kept if line != ELISION]


def _is_code(text: str) -> bool:
    """Whether a comment is a statement that was taken out."""
    try:
        tree = ast.parse(text.strip())
    except (SyntaxError, ValueError):
        return text.rstrip().endswith(":")
    return any(not isinstance(node, ast.Expr) or isinstance(node.value, ast.Call) for node in tree.body)


def _without_mark(comment: str) -> str:
    match = _MARK.match(comment)
    return comment[match.end() :].strip() if match else comment


def _comments(text: str) -> Iterator[tuple[int, str, bool]]:
    """Comments by the place of their line, from 0, without their sign; and whether they stand alone."""
    lines = text.split("\n")
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                place = token.start[0] - 1
                yield place, token.string.lstrip("#").strip(), not lines[place][: token.start[1]].strip()
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return


def _printing_lines(text: str) -> set[int]:
    """The lines, from 0, in which a statement ends that prints or shows a value."""
    tree = tree_of(text)
    if tree is None:
        return set()
    return {
        (node.end_lineno or node.lineno) - 1
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    }


def _in_strings(text: str, templates: Sequence[PrintTemplate]) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Strings as statements, which scripts keep their output in."""
    tree = tree_of(text)
    for node in ast.walk(tree) if tree is not None else ():
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            continue
        if not isinstance(node.value.value, str) or "\n" not in node.value.value:
            continue
        first = node.lineno - 1
        kept = []
        for at, line in enumerate(node.value.value.split("\n")):
            said = line.strip()
            if is_elision(said):
                kept.append((first + at, ELISION))
            elif said and (_VALUE.match(said) or fits(said, templates)):
                kept.append((first + at, line.rstrip()))
        said_lines = [line for line in node.value.value.split("\n") if line.strip()]
        if _lines(kept) and 2 * len(kept) >= len(said_lines):
            yield first, kept
