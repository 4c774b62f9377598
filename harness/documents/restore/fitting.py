"""Which lines of a log a code can have printed, by the templates of its print statements."""

import re
from collections.abc import Sequence

from harness.documents.document import Line
from harness.documents.restore.elision import is_elision
from harness.documents.restore.joined_log import records
from harness.documents.restore.printed_parts import Field
from harness.documents.restore.templates import PrintTemplate, matches
from harness.words.printed import NUMBER

# A row of an array as NumPy prints it, or its beginning behind a text.
_ROW = re.compile(r"\s*\[*[-+\d.eE,\s'a-z]*(?:\.\.\.)?[-+\d.eE,\s]*\]*,?\s*(?:dtype=\w+\))?")
_COMMENT = re.compile(r"\s*#\s?")


def fits(text: str, templates: Sequence[PrintTemplate]) -> bool:
    """Whether one print statement prints such a line. White space at its ends does not count."""
    bare = text.strip()
    return any(matches(pattern, bare) for template in templates for pattern in template.patterns if pattern.pattern)


def is_row(text: str) -> bool:
    """Whether a line may be a row of a printed array: numbers and brackets."""
    return bool(text.strip()) and NUMBER.search(text) is not None and _ROW.fullmatch(text) is not None


def is_log_of(lines: Sequence[Line], templates: Sequence[PrintTemplate]) -> float:
    """Give the share, from 0 to 1, of lines that the print statements of a code can have printed: one by one, several
    in a line that lost its breaks, or as rows of an array that one of them prints. Blank lines and elisions do not
    count, nor does a comment sign in front of all lines; no line and no template make 0."""
    shown = [line.text for line in lines if line.text.strip()]
    if shown and all(_COMMENT.match(text) for text in shown):
        shown = [_COMMENT.sub("", text, count=1) for text in shown]
    shown = [text for text in shown if text.strip() and not is_elision(text)]
    arrays = any(
        isinstance(part, Field) and part.conversion == "s" for one in templates for line in one.lines for part in line
    )
    if not shown or not templates:
        return 0.0
    fitting = 0
    inside = False
    for text in shown:
        fit = fits(text, templates) or len(records(text.strip(), templates) or ()) > 1
        begins = arrays and not fit and _begins_array(text, templates)
        row = arrays and is_row(text) and (inside or "[" in text)
        inside = begins or (row and text.count("[") + 1 > text.count("]")) or fit
        fitting += fit or begins or row
    return fitting / len(shown)


def _begins_array(text: str, templates: Sequence[PrintTemplate]) -> bool:
    """Whether a line is the first of an array behind the text of a template: ``w: [[0.1 0.2]``."""
    opened = text.count("[") - text.count("]")
    return opened > 0 and fits(text.rstrip() + "]" * opened, templates)
