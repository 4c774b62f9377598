"""Linting a file: its uses, what the rules say of them, and in which releases it is had as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.lint.finding import LintFinding
from harness.lint.places import in_place
from harness.lint.rules import Question, findings_on
from harness.lint.script import Blocker, Script, blocker_at, blockers, script_of
from harness.lint.sources import read_source
from harness.scripts.either import python3_of
from harness.symbols.timeline import Timeline
from harness.words.errors import UsageError

_NOQA = re.compile(r"#\s*noqa(?::\s*(?P<codes>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))?", re.IGNORECASE)


@dataclass(frozen=True)
class Linted:
    """What was found in a file. ``releases`` are those that have all that it uses (by its symbols and arguments; that
    does not say that it runs), ``blockers`` what stands in the way just outside of them. ``uses`` counts the uses of
    TensorFlow."""

    path: Path
    findings: tuple[LintFinding, ...]
    releases: tuple[str, ...]
    blockers: tuple[Blocker, ...]
    uses: int


def lint_file(path: Path, timeline: Timeline, target: int, origin: int | None) -> Linted:
    """Lint a file against a target, from the release that it was written for; without one, from the newest release
    before the target that has all of it, or, for what runs in TensorFlow 1 and 2 alike, from the last of 1. A file that
    cannot be read has that as its finding, and keeps nobody from the next."""
    try:
        source = read_source(path)
        if "tensorflow" not in source.text:
            return Linted(path, source.broken, timeline.releases, (), 0)
        python = python3_of(source.text)
        script = script_of(python, timeline)
    except UsageError as error:
        return _unread(path, error.line or 1, 1, error.message)
    except (RecursionError, MemoryError):
        return _unread(path, 1, 1, "this is nested too deeply to be read")
    except (SyntaxError, ValueError) as error:
        reason = getattr(error, "msg", None) or str(error)
        line, column = getattr(error, "lineno", None) or 1, getattr(error, "offset", None) or 1
        return _unread(path, line, max(column, 1), f"this is no Python, neither 2 nor 3: {reason}")
    places = [place for place in range(len(timeline.releases)) if blocker_at(timeline, script, place) is None]
    question = Question(timeline, target, _origin(timeline, places, target) if origin is None else origin)
    said = {finding for use in script.uses for finding in findings_on(question, use, path)}
    said |= set(_mode_findings(script, timeline, target, path))
    lines, read = source.text.split("\n"), python.split("\n")
    placed = (in_place(finding, lines, read, source) for finding in said if not _is_silenced(finding, lines))
    releases = tuple(timeline.releases[place] for place in places)
    found = tuple(sorted({*source.broken, *placed}))
    return Linted(path, found, releases, blockers(timeline, script, places), len(script.uses))


def _origin(timeline: Timeline, places: Sequence[int], target: int) -> int | None:
    """The release that a file without one was written for: of what runs in TensorFlow 1 and 2 alike, the last of 1."""
    first_of_2 = timeline.place("2.0")
    before = [place for place in places if place < target]
    if target >= first_of_2 and (not places or (before and before[0] < first_of_2)):
        return max((place for place in before if place < first_of_2), default=first_of_2 - 1)
    return before[-1] if before and target not in places else None


def _mode_findings(script: Script, timeline: Timeline, target: int, path: Path) -> Iterator[LintFinding]:
    """What is said of a script that is written for the other mode of execution than the target has by default."""
    release = timeline.releases[target]
    missing = script.mode.missing(release)
    if missing is None:
        return
    line, column, word = missing
    if missing == script.mode.eager:
        advice = "tf.enable_eager_execution() at its head" if timeline.place("1.7") <= target else ""
        message = f"{word} needs eager execution, which {release} does not have by default"
        yield LintFinding(path, line, column, "TFH107", message, advice)
    elif timeline.at(word, target) is not None:
        message = f"{word} works in graphs alone, and {release} executes eagerly by default"
        yield LintFinding(path, line, column, "TFH108", message, "tf.compat.v1.disable_v2_behavior() at its head")


def _is_silenced(finding: LintFinding, lines: Sequence[str]) -> bool:
    line = lines[finding.line - 1] if finding.line <= len(lines) else ""
    match = _NOQA.search(line)
    if match is None:
        return False
    return match["codes"] is None or finding.code in re.split(r"[,\s]+", match["codes"].upper())


def _unread(path: Path, line: int, column: int, message: str) -> Linted:
    return Linted(path, (LintFinding(path, line, column, "TFH001", message),), (), (), 0)
