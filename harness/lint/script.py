"""A script as the linter sees it: what it uses of TensorFlow, and which releases have all of that."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.lint.availability import lacking
from harness.lint.modes import Mode, mode_of
from harness.lint.sources import tree_of
from harness.lint.uses import Use, uses_of
from harness.symbols.timeline import Timeline


@dataclass(frozen=True)
class Blocker:
    """The first use that a release does not have: the release, the line, and the symbol."""

    release: str
    line: int
    name: str


@dataclass(frozen=True)
class Script:
    """What a script uses of TensorFlow, which releases do not have each use that counts, and the mode of execution that
    it is written for."""

    uses: tuple[Use, ...]
    lacking: tuple[tuple[Use, frozenset[int]], ...]
    mode: Mode


def script_of(text: str, timeline: Timeline) -> Script:
    """Read a text. Raises SyntaxError for one that is no Python."""
    tree = tree_of(text)
    uses = uses_of(tree, timeline)
    counted = [use for use in uses if not use.guarded]
    lacks = tuple((use, lacking(timeline, use.names, use.call, use.method)) for use in counted)
    return Script(tuple(uses), lacks, mode_of(tree, text, uses))


def releases_of(script: Script, timeline: Timeline) -> tuple[str, ...]:
    """Give the releases that have all that a script uses, oldest first."""
    places = range(len(timeline.releases))
    return tuple(timeline.releases[place] for place in places if blocker_at(timeline, script, place) is None)


def first_blocker(script: Script, timeline: Timeline, release: str) -> Blocker | None:
    """Give the first thing that a release does not have of what a script uses; None where it has all."""
    return blocker_at(timeline, script, timeline.place(release))


def blocker_at(timeline: Timeline, script: Script, place: int) -> Blocker | None:
    """Give the first thing that a release, by its place, does not have; None where it has all."""
    for use, lacks in script.lacking:
        if place in lacks:
            return Blocker(timeline.releases[place], use.line, use.names[0])
    missing = script.mode.missing(timeline.releases[place])
    return Blocker(timeline.releases[place], missing[0], f"what {missing[2]} needs") if missing else None


def blockers(timeline: Timeline, script: Script, places: Sequence[int]) -> tuple[Blocker, ...]:
    """Give what stands in the way at each border: in a release that has not all, beside one that has. Where none has
    all, everything that the one lacks which lacks least, of several the newest of TensorFlow 1."""
    if not places:
        return _least(timeline, script)
    had = set(places)
    beside = [
        place for place in range(len(timeline.releases)) if place not in had and (place - 1 in had or place + 1 in had)
    ]
    found = [blocker_at(timeline, script, place) for place in beside]
    return tuple(each for each in found if each is not None)


def _least(timeline: Timeline, script: Script) -> tuple[Blocker, ...]:
    first_of_2 = timeline.place("2.0")
    found = [_all_at(timeline, script, place) for place in range(len(timeline.releases))]
    best = min(range(len(found)), key=lambda place: (len(found[place]), place >= first_of_2, -place))
    return found[best]


def _all_at(timeline: Timeline, script: Script, place: int) -> tuple[Blocker, ...]:
    """The names that a release lacks of what a script uses, each once, and what its mode of execution wants."""
    release = timeline.releases[place]
    lines = {use.names[0]: use.line for use, lacks in reversed(script.lacking) if place in lacks}
    missing = script.mode.missing(release)
    lines |= {f"what {missing[2]} needs": missing[0]} if missing else {}
    return tuple(Blocker(release, line, name) for name, line in sorted(lines.items(), key=lambda each: each[1]))
