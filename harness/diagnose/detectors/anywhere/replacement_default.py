"""Replacement defaults: what the atlas has measured of a symbol and of what the port uses in its place."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from harness.atlas.summary import RowSummary, read_summary
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.lint.availability import fit
from harness.lint.script import script_of
from harness.lint.uses import Use
from harness.symbols.naming import plain_name
from harness.symbols.timeline import read_timeline
from harness.words.finding import Change, Confidence, Finding

# `epsilon=1e-8` or `a=1, b=None`: what can be written into a call as it stands.
_KEYWORDS = re.compile(r"\w+=[^,()=]+(?:, \w+=[^,()=]+)*")
_SAME = ("same bits", "within ")


def detect(evidence: Evidence) -> Finding | None:
    """Find a symbol in the left script and its usual replacement in the right one that, as measured, computes something
    else by default, where an argument makes both the same: what could not be tried would be told of half the ports.

    The trial writes the row's own equalising argument into the right script's call, where it is one of keywords, and
    would cure whatever else that argument is about: so this is asked after all causes that name it.
    """
    if not differs(evidence) or evidence.left.source == evidence.right.source:
        return None
    theirs, mine = _uses(evidence.left.source), _uses(evidence.right.source)
    release = ".".join(evidence.right.tensorflow.split(".")[:2])
    for row, use in _rows(theirs, mine, release):
        changed = _with_keywords(evidence.right.source, use, row.equal)
        relation = row.migrated_to(release)
        if changed and relation is not None:
            return Finding(
                "replacement-default",
                Confidence.POSSIBLE,
                f"{evidence.left.name} uses {row.v1}, and {evidence.right.name} {row.v2} (line {use.line}), which by "
                f"default computes something else ({relation.text}, on the probe {row.name}): {row.differs}",
                f"give it {row.equal}",
                trials=(Change(f"{row.equal} in line {use.line}", source=changed),),
            )
    return None


def _uses(source: str) -> tuple[Use, ...]:
    try:
        return script_of(source, read_timeline()).uses
    except (SyntaxError, ValueError, RecursionError):
        return ()


def _rows(theirs: tuple[Use, ...], mine: tuple[Use, ...], release: str) -> Iterator[tuple[RowSummary, Use]]:
    """The rows whose symbol the left script calls and whose replacement the right one calls, and that was measured to
    differ in the release; the call must not give the equalising argument already, by name or by its place."""
    left = {plain_name(name) for use in theirs if use.call is not None for name in use.names}
    right = {plain_name(name): use for use in mine if use.call is not None for name in use.names}
    for row in read_summary():
        use = right.get(row.v2)
        if not row.differs or not _KEYWORDS.fullmatch(row.equal) or left.isdisjoint((row.v1, *row.also)):
            continue
        if use is None or use.call is None:
            continue
        relation = row.migrated_to(release)
        if relation is None or relation.why_not or relation.text.startswith(_SAME):
            continue
        given = tuple(word.partition("=")[0] for word in row.equal.split(", "))
        if set(given).isdisjoint(use.call.keywords) and _takes(use, given, release):
            yield row, use


def _takes(use: Use, keywords: tuple[str, ...], release: str) -> bool:
    """Whether a call takes these keywords besides what it gives: not what it gives by its place already."""
    timeline = read_timeline()
    if use.call is None or release not in timeline.releases:
        return True
    more = replace(use, call=replace(use.call, keywords=(*use.call.keywords, *keywords)))
    return fit(timeline, more, timeline.releases.index(release)).misfit is None


def _with_keywords(source: str, use: Use, keywords: str) -> str:
    """The text with keywords at the end of the call that begins at a use's place; empty where there is no such call."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or node.end_lineno is None or node.end_col_offset is None:
            continue
        if (node.func.lineno, node.func.col_offset + 1) != (use.line, use.column):
            continue
        lines = source.split("\n")
        line = lines[node.end_lineno - 1].encode()
        before, after = line[: node.end_col_offset - 1].decode(), line[node.end_col_offset - 1 :].decode()
        comma = "" if not (node.args or node.keywords) or before.rstrip().endswith(",") else ", "
        lines[node.end_lineno - 1] = f"{before}{comma}{keywords}{after}"
        return "\n".join(lines)
    return ""


CAUSE = Cause(("replacement-default",), detect, general=True)
