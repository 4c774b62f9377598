"""For which releases a script is that failed: what it uses may not be there, or not yet, in the one that ran it."""

import re
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.lint.script import Script, first_blocker, releases_of, script_of
from harness.releases.environments import cache_folder
from harness.sides.around.old_names import but_for_old_names
from harness.symbols.ranges import ranges
from harness.symbols.timeline import Timeline, read_timeline

# What Python raises where a name or an argument is not there, and TensorFlow where one is given by its place.
_RAISED = re.compile(r"\b(?:AttributeError|TypeError|ImportError|ModuleNotFoundError|ValueError: Only call)\b")

# What TensorFlow raises of shapes and kinds, as it is given arguments that have another place in that release.
_REFUSED = re.compile(r"\b(?:ValueError|InvalidArgumentError): ")
_OF_TENSORFLOW = re.compile(r"/site-packages/tensorflow(?:_core)?/")

_NO_ATTRIBUTE = re.compile(r"module 'tensorflow(?P<module>(?:\.\w+)*)' has no attribute '(?P<name>\w+)'")
# The files that an error went through, and what is in the path of those that nobody has written for this script.
_FRAME = re.compile(r'^ *File "(?P<path>[^"]+\.py)", line \d+', re.MULTILINE)
_OTHERS = re.compile(r"/(?:site-packages|\.tox|lib/python\d)")
_MOST_BYTES = 1 << 20


def right_release_text(side: Side) -> Iterator[str]:
    """Give the releases that have all that a failed script uses, and the last of its own files that the error went
    through, where its own lacks something; else nothing."""
    if side.failure is None or not side.source:
        return
    if not _RAISED.search(side.failure.reason) and not _is_refused(side.failure.reason, side.failure.detail):
        return
    timeline = read_timeline()
    release = ".".join(side.tensorflow.split(".")[:2])
    if release not in timeline.releases:
        return
    scripts = [*_scripts(side, timeline)]
    if side.has_prelude("old_names"):
        scripts = [(name, but_for_old_names(script)) for name, script in scripts]
    blockers = [(name, first_blocker(script, timeline, release)) for name, script in scripts]
    name, lacks = next(((name, each) for name, each in blockers if each is not None), ("", None))
    if lacks is None:
        yield from _of_none(side.failure.reason, timeline)
        return
    said = f"{release} lacks {lacks.name} ({f'{name}, ' if name else ''}line {lacks.line})"
    fit = [set(releases_of(script, timeline)) for _, script in scripts]
    releases = [each for each in timeline.releases if all(each in one for one in fit)]
    if releases:
        place = timeline.releases.index(release)
        nearest = min(releases, key=lambda each: abs(timeline.releases.index(each) - place))
        said += f"; by its symbols and arguments it is for {ranges(releases, timeline.releases)}: run it as "
        said += f"{side.name.partition('@')[0]}@{nearest}"
    yield f"{said} (harness lint)"


def _is_refused(reason: str, detail: str) -> bool:
    frames = [match["path"] for match in _FRAME.finditer(detail)]
    return bool(_REFUSED.search(reason) and frames and _OF_TENSORFLOW.search(frames[-1]))


def _of_none(reason: str, timeline: Timeline) -> Iterator[str]:
    """Say of a name that a public module of TensorFlow lacks that none of the releases has it, where that is so: of
    tf.contrib not all is known, but what one release has of it."""
    found = _NO_ATTRIBUTE.search(reason)
    if found is None or ".python" in found["module"]:
        return
    name = f"tf{found['module']}.{found['name']}"
    if not timeline.kinds(name) and timeline.kinds(name.rpartition(".")[0]):
        first = timeline.releases[0]
        yield f"no release from {first} on has {name}: it is of an older TensorFlow, or a name that never was"


def _scripts(side: Side, timeline: Timeline) -> Iterator[tuple[str, Script]]:
    """The script, without a name, and the last of its own files on the way to the error, as far as they can be read."""
    texts = [("", side.source)]
    last = _last_own_file(side)
    if last is not None:
        with last.open("rb") as file:
            texts.append((last.name, file.read(_MOST_BYTES).decode("utf-8", "replace")))
    for name, text in texts:
        try:
            yield name, script_of(text, timeline)
        except (SyntaxError, ValueError, RecursionError):
            continue


def _last_own_file(side: Side) -> Path | None:
    if side.origin is None or side.failure is None:
        return None
    paths = [Path(match["path"]) for match in _FRAME.finditer(side.failure.detail)]
    own = [each for each in paths if not _OTHERS.search(str(each)) and cache_folder() not in each.parents]
    return own[-1] if own and own[-1] != side.origin.request.script and own[-1].is_file() else None
