"""For which releases a script is that failed: what it uses may not be there, or not yet, in the one that ran it."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side
from harness.lint.script import first_blocker, releases_of, script_of
from harness.symbols.ranges import ranges
from harness.symbols.timeline import read_timeline

# What Python raises where a name or an argument is not there.
_RAISED = re.compile(r"\b(?:AttributeError|TypeError|ImportError|ModuleNotFoundError)\b")


def right_release_text(side: Side) -> Iterator[str]:
    """Give the releases that have all that a failed script uses, where its own lacks something; else nothing."""
    if side.failure is None or not side.source or not _RAISED.search(side.failure.reason):
        return
    timeline = read_timeline()
    release = ".".join(side.tensorflow.split(".")[:2])
    if release not in timeline.releases:
        return
    try:
        script = script_of(side.source, timeline)
    except (SyntaxError, ValueError, RecursionError):
        return
    lacks = first_blocker(script, timeline, release)
    if lacks is None:
        return
    said = f"{release} lacks {lacks.name} (line {lacks.line})"
    releases = releases_of(script, timeline)
    if releases:
        place = timeline.releases.index(release)
        nearest = min(releases, key=lambda each: abs(timeline.releases.index(each) - place))
        said += f"; by its symbols and arguments it is for {ranges(releases, timeline.releases)}: run it as "
        said += f"{side.name.partition('@')[0]}@{nearest}"
    yield f"{said} (harness lint)"
