"""Plain text with neither fences nor indentation, as notes are when they were copied from a page: parted into prose,
code and logs by what its lines look like.

Lines of code keep what indentation they have. Where all line breaks are lost, a block of code is one long line, and so
is a log; where prose runs into code in one line, the line is parted there and both parts have its number.
"""

import re
from collections.abc import Container, Iterator, Sequence, Set
from itertools import pairwise

from harness.documents.counted_lines import without_counts, without_quotes
from harness.documents.document import SESSION, Block, Kind, Line
from harness.documents.looks import (
    Look,
    has_numbers,
    is_left_out,
    is_mostly_numbers,
    is_output,
    is_run_together,
    is_statement,
    look,
    shape,
)
from harness.scripts.cells.statements import Unfinished

# A text in three quotes or a bracket that is open for longer is not open, but damaged.
_LONGEST_OPEN = 60
_NEAR = 5
_BEGINS_CODE = re.compile(r"(?<![\w'\"`(（“])(?:#\s*-?\*?-?\s*coding|import\s+tensorflow\b|from\s+__future__\s+import)")
_VALUE = re.compile(r"\w+\s*=\s*\[*[-+\d.,eE\s]+\]*")
_ANNOUNCES = re.compile(r"[:：]\s*$")


def blocks_of_plain(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Give the blocks of a plain text: prose, code with its comments, and logs as ``PREFORMATTED``."""
    parts = [part for line in without_counts(without_quotes(lines)) for part in _parted(line)]
    looks = _looks([part.text for part in parts])
    return tuple(_blocks(parts, looks))


def _parted(line: Line) -> Iterator[Line]:
    """A line, in two where prose runs into code."""
    match = _BEGINS_CODE.search(line.text)
    before = "" if match is None else line.text[: match.start()]
    if match is not None and before.strip() and look(before) is Look.PROSE and len(line.text) - match.start() > 60:
        yield Line(line.number, before)
        yield Line(line.number, line.text[match.start() :])
    else:
        yield line


def _looks(texts: Sequence[str]) -> list[Look]:
    looks = [look(text) for text in texts]
    sessions = _see_sessions(texts, looks)
    held = _see_what_is_open(texts, looks)
    _see_logs(texts, looks, held)
    _see_indented(texts, looks)
    _see_comments(texts, looks)
    _see_between_logs(texts, looks)
    for at in sessions:
        looks[at] = Look.CODE
    return looks


def _see_sessions(texts: Sequence[str], looks: list[Look]) -> list[int]:
    """The lines of a session with prompts, and what it answered, are one, up to a blank line."""
    found, inside = [], False
    for at, text in enumerate(texts):
        inside = text.lstrip().startswith(">>>") or (inside and looks[at] is not Look.BLANK)
        if inside:
            found.append(at)
    for at in found:
        looks[at] = Look.PROSE
    return found


def _see_what_is_open(texts: Sequence[str], looks: list[Look]) -> set[int]:
    """What stands in an open bracket or text of code is code, whatever it looks like. Gives the lines held so."""
    at, held = 0, set[int]()
    while at < len(texts):
        begins = looks[at] is Look.CODE or _begins_text(texts, looks, at)
        if begins and (end := _end_of_open(texts, at)) is not None:
            looks[at : end + 1] = [Look.CODE] * (end + 1 - at)
            held.update(range(at, end + 1))
            at = end
        at += 1
    return held


def _begins_text(texts: Sequence[str], looks: Sequence[Look], at: int) -> bool:
    """Whether a text in three quotes begins here that stands by itself above or below code, as docstrings do."""
    if not re.match(r"\s*[rub]?(?:\"{3}|'{3})", texts[at]) or (end := _end_of_open(texts, at)) is None:
        return False
    before = next((each for each in looks[max(0, at - 2) : at][::-1] if each is not Look.BLANK), None)
    after = next((each for each in looks[end + 1 : end + 3] if each is not Look.BLANK), None)
    return Look.CODE in (before, after)


def _end_of_open(texts: Sequence[str], start: int) -> int | None:
    """The line in which what a line leaves open is closed, None where it leaves nothing open, or it never is."""
    unfinished = Unfinished().after(texts[start])
    if not unfinished:
        return None
    for at in range(start + 1, min(start + _LONGEST_OPEN, len(texts))):
        # A statement at the left inside of a bracket: the bracket was never closed.
        if not unfinished.quote and re.match(r"(?:import|from|with|for|def|class)\s", texts[at]):
            return None
        unfinished = unfinished.after(texts[at])
        if not unfinished:
            return at
    return None


def _see_logs(texts: Sequence[str], looks: list[Look], held: Set[int]) -> None:
    """Lines of one shape with numbers that stand together, and a line of numbers where a log is announced."""
    filled = [at for at, each in enumerate(looks) if each is not Look.BLANK and at not in held]
    shapes = {at: shape(texts[at]) for at in filled if has_numbers(texts[at])}
    told = [at for at in filled if not is_left_out(texts[at])]
    # Between two lines of one shape may stand what else is printed in each step.
    apart = ((before, at) for place, at in enumerate(told) for before in told[max(0, place - _NEAR) : place])
    near = ((before, at) for before, at in apart if "." in texts[at] and looks[at] is looks[before] is Look.PROSE)
    for before, at in (*pairwise(told), *near):
        if (
            shapes.get(before) is not None
            and shapes.get(before) == shapes.get(at)
            and _may_be_log(texts[at], looks[at])
        ):
            looks[before] = looks[at] = Look.LOG
    for before, at in pairwise(filled):
        announced = looks[before] in (Look.CODE, Look.LOG) or bool(_ANNOUNCES.search(texts[before]))
        if looks[at] is Look.PROSE and announced and is_mostly_numbers(texts[at]):
            looks[at] = Look.LOG


def _may_be_log(text: str, seen: Look) -> bool:
    if seen is Look.COMMENT:
        return False
    # Layers of one shape follow each other in code: x = tf.layers.dense(x, 10).
    return not is_statement(text) or is_output(text) or (seen is not Look.CODE)


def _see_indented(texts: Sequence[str], looks: list[Look]) -> None:
    """An indented line between lines of code is code."""
    following = _following(looks, (Look.BLANK, Look.COMMENT))
    for at in range(1, len(texts)):
        between = looks[at] is Look.PROSE and looks[at - 1] is Look.CODE and following[at] is Look.CODE
        if between and re.match(r"\s+(?![•*-]\s)\S", texts[at]):
            looks[at] = Look.CODE


def _see_comments(texts: Sequence[str], looks: list[Look]) -> None:
    """Comments are code where code stands next to them, and prose, as headings are, elsewhere."""
    at = 0
    while at < len(looks):
        if looks[at] is not Look.COMMENT:
            at += 1
            continue
        end = at
        while end < len(looks) and looks[end] is Look.COMMENT:
            end += 1
        before = looks[at - 1] if at else Look.BLANK
        over_a_blank = looks[at - 2] if at > 1 and before is Look.BLANK else before
        after = next((each for each in looks[end : end + 3] if each is not Look.BLANK), Look.PROSE)
        indented = texts[at][:1] in (" ", "\t")
        is_code = after in (Look.CODE, Look.COMMENT) or before is Look.CODE or (over_a_blank is Look.CODE and indented)
        looks[at:end] = [Look.CODE if is_code else Look.PROSE] * (end - at)
        at = end


def _see_between_logs(texts: Sequence[str], looks: list[Look]) -> None:
    """``...`` between lines of a log, or at its end, belongs to it, and so does ``w1:`` before one."""
    following = _following(looks)
    before = Look.PROSE
    for at, seen in enumerate(looks):
        if seen is Look.PROSE and is_left_out(texts[at]):
            announces = texts[at].strip().endswith((":", "："))
            if following[at] is Look.LOG or (before is Look.LOG and not announces):
                looks[at] = Look.LOG
        elif seen is Look.CODE and before is Look.LOG and _VALUE.fullmatch(texts[at].strip()):
            # In a log it is what was printed, be it Python.
            looks[at] = Look.LOG if following[at] is Look.LOG or is_mostly_numbers(texts[at]) else Look.CODE
        if looks[at] is not Look.BLANK:
            before = looks[at]


def _following(looks: Sequence[Look], passed: Container[Look] = (Look.BLANK,)) -> list[Look]:
    """What each line is followed by, the looks that are ``passed`` over left out."""
    found, after = [], Look.PROSE
    for seen in reversed(looks):
        found.append(after)
        if seen not in passed:
            after = seen
    return found[::-1]


def _blocks(parts: Sequence[Line], looks: Sequence[Look]) -> Iterator[Block]:
    """Neighbours of one look as a block. Blank lines stay inside of code and logs, and part paragraphs."""
    held: list[Line] = []
    kind: Kind | None = None
    blanks: list[Line] = []
    for part, seen in zip(parts, looks, strict=True):
        if seen is Look.BLANK:
            if kind is Kind.PROSE:
                yield _block(kind, held)
                held, kind = [], None
            elif kind is not None:
                blanks.append(part)
            continue
        this = {Look.CODE: Kind.CODE, Look.LOG: Kind.PREFORMATTED}.get(seen, Kind.PROSE)
        # What runs together on one line is a log, or code, of its own.
        parted = this is Kind.PREFORMATTED and is_run_together(part.text)
        if this is kind and not parted:
            held += blanks
        elif kind is not None:
            yield _block(kind, held)
            held = []
        blanks = []
        held.append(part)
        kind = this
    if kind is not None:
        yield _block(kind, held)


def _block(kind: Kind, lines: Sequence[Line]) -> Block:
    session = kind is Kind.CODE and any(line.text.lstrip().startswith(">>>") for line in lines)
    return Block(kind, tuple(lines), SESSION if session else "")
