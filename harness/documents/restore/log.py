"""Logs as a document shows them, made what was printed."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line
from harness.documents.example import RecordedLog, Source
from harness.documents.restore.array_rows import rows
from harness.documents.restore.elision import is_elision
from harness.documents.restore.entities import has_entities, without_entities
from harness.documents.restore.fitting import fits, is_row
from harness.documents.restore.joined_log import alike, records
from harness.documents.restore.margin import without_margin
from harness.documents.restore.page_text import is_page_text
from harness.documents.restore.templates import PrintTemplate
from harness.documents.restore.typography import visible
from harness.logs.documented import ELISION

ENTITIES, NUMBERS, COMMENTS, BREAKS, PAGE = (
    "entities",
    "line numbers",
    "comment signs",
    "line breaks",
    "text of the page",
)
# So many lines and fewer may each be a whole log.
_FEW = 3
_COUNT = re.compile(r"\s*(?:\[(\d{1,5})\]|(\d{1,5})[.:|)]?)(?:\s|$)\s?")
_COMMENT = re.compile(r"\s*#+ ?")
_QUOTES = re.compile(r"\s*(?:'''|\"\"\")\s*")
# What a terminal or an editor writes around a run.
_AROUND = re.compile(
    r"\s*(?:Process finished with exit code -?\d+|\[Finished in [\d.]+s\]|[Press any key.]{10,}|请按任意键继续.*"
    r"|(?:[\w@:~/.\\()-]*\s*)?[$>]\s*python\S*\s.*"
    r"|(?:输出|运行|打印|训练)?(?:结果|日志)?(?:如下|为|是)?[:：]|(?:the )?(?:output|result|log)s?(?: is)?:)\s*",
    re.IGNORECASE,
)


def restore_log(
    lines: Sequence[Line], templates: Sequence[PrintTemplate] = (), source: Source = Source.BLOCK
) -> RecordedLog:
    """Give a log as it was printed: one record a line, ``...`` where the document leaves lines out, without signs in
    front of the lines and what a page shows around it. ``templates`` are those of the code that printed it.

    No number is touched, and no line that a template fits is left out. Numbers in front of the lines are taken away
    only where the templates fit without them, and not with them. A record keeps the number of its document's line.
    """
    restored: list[str] = []
    here = _trimmed(visible(lines))
    if has_entities("\n".join(line.text for line in here)) and not _all_fit(here, templates):
        here = _noted(without_entities(here), here, ENTITIES, restored)
    here = _noted(_without_comments(here), here, COMMENTS, restored)
    here = _noted(_without_surroundings(here, templates), here, PAGE, restored)
    if not templates or not all(_begins_with_space(template) for template in templates):
        here = without_margin(here)
    here = _noted(_without_counts(here, templates), here, NUMBERS, restored)
    split = _all_split(here, templates)
    here = _noted(split, here, BREAKS, restored)
    shown = tuple(replace(line, text=ELISION if is_elision(line.text) else line.text.rstrip()) for line in here)
    return RecordedLog(_trimmed(shown), source, tuple(restored))


def _noted(now: tuple[Line, ...], before: tuple[Line, ...], word: str, restored: list[str]) -> tuple[Line, ...]:
    if now != before:
        restored.append(word)
    return now


def _trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()


def _all_fit(lines: Sequence[Line], templates: Sequence[PrintTemplate]) -> bool:
    return all(fits(line.text, templates) for line in lines if line.text.strip() and not is_elision(line.text))


def _begins_with_space(template: PrintTemplate) -> bool:
    first = template.lines[0][0] if template.lines[0] else ""
    return isinstance(first, str) and first.startswith((" ", "\t"))


def _without_comments(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if not lines or not all(_COMMENT.match(line.text) for line in lines if line.text.strip()):
        quoted = len(lines) > 2 and _QUOTES.fullmatch(lines[0].text) and _QUOTES.fullmatch(lines[-1].text)
        return _trimmed(lines[1:-1]) if quoted else lines
    return _trimmed([replace(line, text=_COMMENT.sub("", line.text, count=1)) for line in lines])


def _without_surroundings(lines: tuple[Line, ...], templates: Sequence[PrintTemplate]) -> tuple[Line, ...]:
    first, end = 0, len(lines)
    while first < end and _is_around(lines[first].text, templates):
        first += 1
    fitting = [number for number in range(first, end) if _is_record(lines[number].text, templates)]
    while end > first and end - 1 > max(fitting, default=-1):
        text = lines[end - 1].text
        if not (_is_around(text, templates) or (fitting and _is_prose(text))):
            break
        end -= 1
    return lines[first:end] if end > first else lines


def _is_around(text: str, templates: Sequence[PrintTemplate]) -> bool:
    if fits(text, templates):
        return False
    return not text.strip() or is_page_text(text) or _AROUND.fullmatch(text) is not None


def _is_record(text: str, templates: Sequence[PrintTemplate]) -> bool:
    return bool(text.strip()) and (fits(text, templates) or is_row(text) or bool(records(text.strip(), templates)))


def _is_prose(text: str) -> bool:
    """Whether a line behind a log whose records the templates know is none: it has no number and no elision, or it is a
    sentence."""
    bare = text.strip()
    if is_elision(bare):
        return False
    return not re.search(r"\d", bare) or re.search(r"[。!！?？]$|[，。；].*[，。；]", bare) is not None


def _without_counts(lines: tuple[Line, ...], templates: Sequence[PrintTemplate]) -> tuple[Line, ...]:
    filled = [line for line in lines if line.text.strip()]
    matches = [_COUNT.match(line.text) for line in filled]
    counts = [int(match[1] or match[2]) for match in matches if match]
    if len(filled) < 2 or len(counts) < len(filled) or any(b - a != 1 for a, b in itertools.pairwise(counts)):
        return lines
    bare = {line.number: line.text[match.end() :] for line, match in zip(filled, matches, strict=True) if match}
    stripped = tuple(replace(line, text=bare.get(line.number, line.text)) for line in lines)
    with_counts = sum(fits(line.text, templates) for line in filled)
    without = sum(fits(line.text, templates) for line in stripped if line.text.strip())
    return stripped if without > with_counts else lines


def _all_split(lines: tuple[Line, ...], templates: Sequence[PrintTemplate]) -> tuple[Line, ...]:
    """The lines, each with several records as these. What stands within an array that goes on over lines stays."""
    found: list[Line] = []
    depth = 0
    for line in lines:
        opened = line.text.count("[") - line.text.count("]")
        found += _split(line, templates, len(lines)) if depth == 0 and opened == 0 else [line]
        depth = max(0, depth + opened)
    return tuple(found)


def _split(line: Line, templates: Sequence[PrintTemplate], of: int) -> tuple[Line, ...]:
    text = line.text.strip()
    if not text or is_elision(text) or (fits(text, templates) and not _is_joined(text, templates)):
        parted = rows(text) if text else ()
        return tuple(Line(line.number, row) for row in parted) if len(parted) > 1 else (line,)
    found = records(text, templates) or alike(text)
    # In a log of many lines one that no template fits is rather a line of another code than two records.
    if found is None or (len(found) < (2 if of <= _FEW else 3) and not _named(found, templates)):
        return (line,)
    return tuple(Line(line.number, row) for record in found for row in rows(record))


def _named(records_found: Sequence[str], templates: Sequence[PrintTemplate]) -> bool:
    """Whether each record has a word by which a template knows it."""
    named = [template for template in templates if not template.bare]
    return len(records_found) > 1 and all(fits(record, named) or is_elision(record) for record in records_found)


def _is_joined(text: str, templates: Sequence[PrintTemplate]) -> bool:
    """Whether a line that fits as it stands does so only because a value took the records behind it."""
    found = records(text, templates)
    return found is not None and len(found) > 1
