"""Where a finding stands for a reader: columns in characters, of the text as it is and not as it was translated."""

from dataclasses import replace
from itertools import takewhile

from harness.lint.finding import LintFinding
from harness.lint.sources import Source


def in_place(finding: LintFinding, lines: list[str], read: list[str], source: Source) -> LintFinding:
    """Give a finding whose column counts characters of the file's own line, from 1. ``lines`` are those of the file,
    ``read`` those that Python read, which counts bytes; of a notebook the message names cell and line."""
    if finding.line > min(len(lines), len(read)):
        return finding
    own, line = lines[finding.line - 1], read[finding.line - 1]
    place = len(line.encode()[: finding.column - 1].decode(errors="ignore"))
    if own != line:
        word = "".join(takewhile(lambda sign: sign.isidentifier() or sign.isdigit() or sign == ".", line[place:]))
        place = max(own.find(word), 0)
    place += source.indents.get(finding.line, 0)
    if source.cells is None:
        return replace(finding, column=place + 1)
    cell, inside = source.cells(finding.line)
    return replace(finding, column=place + 1, message=f"{finding.message} (code cell {cell}, line {inside})")
