"""``harness lint``: will this file run there, and will it compute the same?"""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from harness.commands.saying import say
from harness.lint.check import Linted, lint_file
from harness.lint.finding import CODES, ERROR, NOTE
from harness.lint.formats import as_github, as_json, as_sarif, as_text
from harness.lint.sources import files_below
from harness.releases.shipped import version_text
from harness.symbols.ranges import ranges
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError, near

# As many of what a release lacks are named.
_MOST_NAMED = 3


def execute(options: argparse.Namespace) -> int:
    """Print what is found; exit code 1 where anything but notes is. Raises UsageError for a file, a release or a code
    that is not there."""
    timeline = read_timeline()
    target = timeline.place(options.target) if options.target else len(timeline.releases) - 1
    origin = timeline.place(getattr(options, "from")) if getattr(options, "from") else None
    if origin is not None and origin > target:
        raise UsageError(f"--from {timeline.releases[origin]} is newer than --target {timeline.releases[target]}")
    selected, ignored = _codes(options.select), _codes(options.ignore)
    linted = [
        _chosen(lint_file(path, timeline, target, origin), selected, ignored) for path in files_below(options.paths)
    ]
    _show(linted, timeline, target, options.format)
    found = [finding for each in linted for finding in each.findings]
    return 1 if any(finding.severity != NOTE for finding in found) else 0


def _show(linted: Sequence[Linted], timeline: Timeline, target: int, form: str) -> None:
    if form == "json":
        say(as_json(linted))
    elif form == "sarif":
        say(as_sarif(linted, version_text()))
    elif form == "github":
        for line in as_github(linted):
            say(line)
    else:
        for line in as_text(linted):
            say(line)
        for line in _summary(linted, timeline, target):
            say(line)


def _summary(linted: Sequence[Linted], timeline: Timeline, target: int) -> list[str]:
    """Of a few files each, of many the count."""
    release = timeline.releases[target]
    used = [each for each in linted if each.uses or each.findings]
    if not used:
        if len(linted) == 1:
            return [f"no TensorFlow in {linted[0].path}"]
        return [f"no TensorFlow in {len(linted)} files" if linted else "no files"]
    if len(used) == 1:
        return [_where(used[0], timeline)]
    well = sum(not any(finding.severity == ERROR for finding in each.findings) for each in used)
    return [f"{len(used)} files use TensorFlow; {release} has all that {well} of them use"]


def _where(each: Linted, timeline: Timeline) -> str:
    if not each.releases:
        lacks = ", ".join(f"{blocker.name} (line {blocker.line})" for blocker in each.blockers[:_MOST_NAMED])
        more = f" and {len(each.blockers) - _MOST_NAMED} more" if len(each.blockers) > _MOST_NAMED else ""
        least = f"; {each.blockers[0].release} lacks least: {lacks}{more}" if each.blockers else ""
        return f"{each.path}: no release has all that it uses{least}"
    borders = "".join(f"; {blocker.release} lacks {blocker.name} (line {blocker.line})" for blocker in each.blockers)
    return f"{each.path}: by its symbols and arguments for {ranges(each.releases, timeline.releases)}{borders}"


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(word.strip().upper() for word in text.split(",") if word.strip())
    for code in codes:
        if not any(known.startswith(code) for known in CODES):
            raise UsageError(f"there is no code {code!r}{near(code, CODES)}; there are: {', '.join(CODES)}")
    return codes


def _chosen(each: Linted, selected: tuple[str, ...], ignored: tuple[str, ...]) -> Linted:
    kept = tuple(
        finding
        for finding in each.findings
        if (not selected or finding.code.startswith(selected)) and not (ignored and finding.code.startswith(ignored))
    )
    return replace(each, findings=kept)
