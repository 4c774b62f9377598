"""Linting a file: its uses, what the rules say of them, and in which releases it is had as it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.lint.availability import lacking
from harness.lint.finding import LintFinding
from harness.lint.modes import Mode, mode_of
from harness.lint.names import is_private
from harness.lint.rules import Question, findings_on
from harness.lint.sources import read_source, tree_of
from harness.lint.uses import Use, uses_of
from harness.symbols.timeline import Timeline

_NOQA = re.compile(r"#\s*noqa(?::\s*(?P<codes>[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*))?", re.IGNORECASE)


@dataclass(frozen=True)
class Blocker:
    """The first use that a release does not have: the release, the line, and the symbol."""

    release: str
    line: int
    name: str


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


@dataclass(frozen=True)
class Script:
    """What a script uses of TensorFlow, which releases do not have each use that counts, and the mode of execution that
    it is written for."""

    uses: tuple[Use, ...]
    lacking: tuple[tuple[Use, frozenset[int]], ...]
    mode: Mode


def lint_file(path: Path, timeline: Timeline, target: int, origin: int | None) -> Linted:
    """Lint a file against a target, from the release that it was written for; without one that is the newest release
    before the target that has all of it. Raises UsageError for a file that cannot be read."""
    text = read_source(path).text
    if "tensorflow" not in text:
        return Linted(path, (), timeline.releases, (), 0)
    try:
        script = script_of(text, timeline)
    except (SyntaxError, ValueError, RecursionError) as error:
        return Linted(path, (_unreadable(path, error),), (), (), 0)
    places = [place for place in range(len(timeline.releases)) if _blocker(timeline, script, place) is None]
    if origin is None:
        before = [place for place in places if place < target]
        origin = before[-1] if before and target not in places else None
    question = Question(timeline, target, origin)
    said = {finding for use in script.uses for finding in findings_on(question, use, path)}
    said |= set(_mode_findings(script, timeline, target, path))
    lines = text.splitlines()
    kept = sorted(finding for finding in said if not _is_silenced(finding, lines))
    releases = tuple(timeline.releases[place] for place in places)
    return Linted(path, tuple(kept), releases, _blockers(timeline, script, places), len(script.uses))


def script_of(text: str, timeline: Timeline) -> Script:
    """Read a text. Raises SyntaxError for one that is no Python."""
    tree = tree_of(text)
    uses = uses_of(tree, timeline)
    counted = [use for use in uses if not use.guarded and not all(is_private(name) for name in use.names)]
    lacks = tuple((use, lacking(timeline, use.names, use.call, use.method)) for use in counted)
    return Script(tuple(uses), lacks, mode_of(tree, text, uses))


def releases_of(script: Script, timeline: Timeline) -> tuple[str, ...]:
    """Give the releases that have all that a script uses, oldest first."""
    places = range(len(timeline.releases))
    return tuple(timeline.releases[place] for place in places if _blocker(timeline, script, place) is None)


def first_blocker(script: Script, timeline: Timeline, release: str) -> Blocker | None:
    """Give the first thing that a release does not have of what a script uses; None where it has all."""
    return _blocker(timeline, script, timeline.place(release))


def _blocker(timeline: Timeline, script: Script, place: int) -> Blocker | None:
    for use, lacks in script.lacking:
        if place in lacks:
            return Blocker(timeline.releases[place], use.line, use.names[0])
    missing = script.mode.missing(timeline.releases[place])
    return Blocker(timeline.releases[place], missing[0], f"what {missing[2]} needs") if missing else None


def _blockers(timeline: Timeline, script: Script, places: Sequence[int]) -> tuple[Blocker, ...]:
    """What stands in the way at each border: in a release that has not all, beside one that has."""
    had = set(places)
    beside = [
        place for place in range(len(timeline.releases)) if place not in had and (place - 1 in had or place + 1 in had)
    ]
    found = [_blocker(timeline, script, place) for place in beside]
    return tuple(each for each in found if each is not None)


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


def _unreadable(path: Path, error: Exception) -> LintFinding:
    line = getattr(error, "lineno", None) or 1
    column = getattr(error, "offset", None) or 1
    reason = getattr(error, "msg", None) or str(error)
    return LintFinding(path, line, max(column, 1), "TFH001", f"this is no Python, neither 2 nor 3: {reason}")
