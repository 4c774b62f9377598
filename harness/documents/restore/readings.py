"""Code as a document shows it, in all plausible ways to read it."""

import ast
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harness.documents.document import Line
from harness.documents.example import Reading
from harness.documents.restore.entities import entities_are_damage, has_entities, without_entities
from harness.documents.restore.indentation import NARROW, WIDTH, arrangements
from harness.documents.restore.layout import laid_out
from harness.documents.restore.line_breaks import hides_code
from harness.documents.restore.line_numbers import without_line_numbers
from harness.documents.restore.logical import Logical
from harness.documents.restore.margin import has_tabs, untabbed, without_margin
from harness.documents.restore.page_text import without_page_text
from harness.documents.restore.parts import PAGE, Parts, parts
from harness.documents.restore.prompts import without_prompts
from harness.documents.restore.typography import straight, visible
from harness.documents.restore.whole import a_python_reads, tree_of

MOST = 24
INDENTATION, TABS, NUMBERS, ENTITIES = "indentation", "tabs", "line numbers", "entities"
# Of this process' own time, so that a busy machine finds as much.
_SECONDS = 2.0
_TAB_WIDTHS = (4, 8, 2)


class NoReadingError(ValueError):
    """No Python reads a piece of code, however it is restored; the message says why, in one sentence."""


@dataclass(frozen=True)
class _Text:
    lines: tuple[Line, ...]
    restored: tuple[str, ...]


def readings(lines: Sequence[Line], seconds: float = _SECONDS) -> tuple[Reading, ...]:
    """Give the plausible readings of code, Python 2 or 3, the likeliest first, no more than 24, each another program.

    Code that some Python reads as it stands has this one reading, without prompts, a common indent, and spaces that
    nobody sees; nothing of that counts as restored. Raises NoReadingError where there is no reading, or where
    ``seconds`` were too few to find one; after that time no further readings are looked for.
    """
    deadline = time.process_time() + seconds
    if not any(line.text.strip() for line in lines):
        raise NoReadingError("there is no code in it")
    found: dict[str, Reading] = {}
    why_not = ""
    for text in _cleaned(lines):
        known = list(found)
        why_not = _read(text, found, deadline) or why_not
        if len(found) > len(known) and not text.restored:
            break
    if not found:
        raise NoReadingError(why_not or "no Python reads it")
    return tuple(found.values())[:MOST]


def _cleaned(lines: Sequence[Line]) -> Iterator[_Text]:
    """The lines without what stands around code and in front of it; in two ways where entities may be meant."""
    plain = without_prompts(visible(lines))
    bare = without_page_text(plain)
    restored: tuple[str, ...] = (PAGE,) if bare != plain else ()
    counted = without_page_text(without_line_numbers(bare))
    if counted != bare:
        restored += (NUMBERS,)
    if not has_entities("\n".join(line.text for line in counted)):
        yield _Text(without_margin(without_prompts(counted)), restored)
        return
    damage = entities_are_damage(counted)
    if damage is not False:
        yield _Text(without_margin(without_prompts(visible(without_entities(counted)))), (*restored, ENTITIES))
    if not damage:
        yield _Text(without_margin(counted), restored)


def _read(text: _Text, found: dict[str, Reading], deadline: float) -> str:
    """Add the readings of a text to those that were found; say why there are none."""
    if any("#" in line.text and hides_code(line.text) for line in text.lines):
        return _with_hidden_code(text, found, deadline)
    if _add(text, found):
        return ""
    if has_tabs(text.lines):
        for width in _TAB_WIDTHS:
            if _add(_Text(without_margin(untabbed(text.lines, width)), (*text.restored, TABS)), found):
                return ""
    why_not = ""
    candidates = list(_straightened(text, code_hidden=False))
    if any(_add(candidate, found) for candidate in candidates):
        return ""
    for candidate in candidates:
        reason = _rebuild(candidate, found, deadline)
        if not reason:
            return ""
        why_not = why_not or reason
    return why_not


def _with_hidden_code(text: _Text, found: dict[str, Reading], deadline: float) -> str:
    """A text that parses, because the code at the end of a line is a comment now, or does not parse."""
    why_not = ""
    for candidate in _straightened(text, code_hidden=True):
        why_not = _rebuild(candidate, found, deadline)
        if not why_not:
            break
    if why_not and time.process_time() > deadline:
        return why_not
    return "" if _add(text, found) or found else why_not


def _straightened(text: _Text, *, code_hidden: bool) -> Iterator[_Text]:
    """The text with straight quotes; those within comments as well where nothing else is read, for code may stand
    behind a comment in its line."""
    for comments in (True, False, None) if code_hidden else (False, None, True):
        if comments is None:
            yield text
            continue
        lines, words = straight(text.lines, comments)
        if words:
            yield _Text(lines, (*text.restored, *words))


def _add(text: _Text, found: dict[str, Reading]) -> bool:
    """Add a text that some Python reads, unless it is a program that was found already; whether it is read."""
    written = "".join(f"{line.text}\n" for line in text.lines)
    tree = tree_of(written)
    if tree is None or not tree.body or not (found or a_python_reads(written)):
        return False
    found.setdefault(ast.dump(tree), Reading(written, tuple(line.number for line in text.lines), text.restored))
    return True


def _rebuild(text: _Text, found: dict[str, Reading], deadline: float) -> str:
    """Cut a text into statements and put them into blocks, in all likely ways."""
    ways, stuck = parts(text.lines, deadline)
    if not ways:
        return _stuck(stuck, deadline)
    arranged: list[tuple[float, Parts, tuple[int, ...]]] = []
    complete = True
    for way in ways:
        depths, done = arrangements(_hinted(way), MOST, deadline, WIDTH if way is ways[0] else NARROW)
        complete &= done
        arranged += [(way.cost + one.cost, way, one.depths) for one in depths]
    arranged.sort(key=lambda one: one[0])
    before = len(found)
    for _, way, depths_found in arranged:
        if len(found) >= MOST or (time.process_time() > deadline and len(found) > before):
            break
        lines = laid_out(way.logicals, depths_found, way.tail)
        indented = (INDENTATION,) if _indented(way, depths_found) else ()
        _add(_Text(lines, (*text.restored, *way.restored, *indented)), found)
    if len(found) > before:
        return ""
    if not complete:
        return "its indentation was not found in the time that there was"
    return "no indentation makes Python of it"


def _stuck(line: Line | None, deadline: float) -> str:
    if time.process_time() > deadline:
        return "its statements were not found in the time that there was"
    return f"line {line.number} is no Python: {line.text.strip()[:80]}" if line else "no Python reads it"


def _hinted(way: Parts) -> tuple[Logical, ...]:
    """The statements, with the white space in front of them where that tells them apart."""
    widths = {logical.hint for logical in way.logicals if logical.hint is not None}
    return way.logicals if len(widths) > 1 else tuple(replace(logical, hint=None) for logical in way.logicals)


def _indented(way: Parts, depths: Sequence[int]) -> bool:
    """Whether the depths are others than those that the white space shows."""
    levels = [0]
    for logical, depth in zip(way.logicals, depths, strict=True):
        width = logical.hint or 0
        while levels[-1] > width:
            levels.pop()
        if levels[-1] < width:
            levels.append(width)
        if len(levels) - 1 != depth:
            return True
    return False
