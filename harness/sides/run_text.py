"""How one run went, in words: why it failed, where it was stopped, what it did besides printing."""

import re
from collections.abc import Iterator
from pathlib import Path

from harness import targets
from harness.diagnose.evidence.evidence import Side
from harness.sides.advice.built_for import built_for_text
from harness.sides.advice.demanded_release import demanded_release_text
from harness.sides.advice.metric_names import metric_name_text
from harness.sides.advice.neighbours import neighbour_text
from harness.sides.advice.options import option_text
from harness.sides.advice.python2_modules import python2_text
from harness.sides.advice.readme import readme_text
from harness.sides.advice.right_release import right_release_text
from harness.sides.advice.submodules import submodule_text
from harness.sides.advice.train_mode import train_mode_text
from harness.sides.advice.trained_beside import trained_text
from harness.sides.around.filled_in import broken_text
from harness.sides.around.models_repository import models_text

# What a line of a traceback begins with that names a file, and where those lie that are no part of a script.
_FRAME, _TARGETS = '  File "', f"{Path(targets.__file__).parent}/"
# What is said of a run that was stopped before it had printed anything.
_MORE_TIME = re.compile(r"give it more time: (?P<option>--within \S+)$")
# As many files are named.
_MOST_NAMED = 3


def failure_text(name: str, side: Side) -> Iterator[str]:
    """Give why a side failed, and how far it came; nothing for one that did not."""
    if side.failure is None:
        return
    yield f"the {name} side failed: {side.failure.reason}"
    yield from (f"    {line}" for line in _without_own_frames(side.failure.detail))
    if side.failure.is_limit:
        count = f"{len(side.lines)} line{'s' if len(side.lines) != 1 else ''}"
        yield f"the {name} side was stopped at its limit after {count}; compared is what both had printed by then"
        yield from limit_text(side)


def _without_own_frames(detail: str) -> Iterator[str]:
    """The lines of a traceback without what stands around a script here: its reader wants none of that."""
    own = False
    for line in detail.splitlines():
        if line.startswith(_FRAME):
            own = line.startswith(f"{_FRAME}{_TARGETS}")
        elif not line.startswith("    "):
            own = False
        if not own:
            yield line


def advice_text(side: Side) -> Iterator[str]:
    """Give what helps a side that failed, as far as what lies around its script tells; it is said last, since what to
    add to the command is looked for there."""
    yield from right_release_text(side)
    yield from demanded_release_text(side)
    yield from built_for_text(side)
    yield from broken_text(side)
    yield from metric_name_text(side)
    yield from models_text(side)
    yield from submodule_text(side)
    yield from python2_text(side)
    yield from option_text(side)
    yield from [*train_mode_text(side)] or neighbour_text(side)
    yield from trained_text(side)
    yield from readme_text(side)
    yield from _more_time_text(side)


def _more_time_text(side: Side) -> Iterator[str]:
    """What a side that has printed nothing by the end of its time is to be given: nothing else is known to help it."""
    if side.failure is None or side.failure.kind != "hung" or side.lines:
        return
    more = _MORE_TIME.search(side.failure.reason)
    if more is not None:
        yield f"it had not failed by then; add to the command: {more['option']}, in place of what it has"


def limit_text(side: Side) -> Iterator[str]:
    """Give what helps a side that was stopped at the limit of its time."""
    if side.failure is not None and side.failure.kind == "hung" and side.lines:
        yield "--within 60s takes what a script that goes on for ever has printed by then; --timeout gives it more"


def cut_text(name: str, side: Side) -> Iterator[str]:
    """Give where a side was stopped that was wanted no longer."""
    if side.cut and side.origin is not None:
        count = f"{len(side.lines)} line{'s' if len(side.lines) != 1 else ''}"
        yield f"the {name} side was stopped after {stopped_after(side)} and {count}; compared is what both had by then"


def stopped_after(side: Side) -> str:
    """Give what a side that was wanted no longer was stopped after."""
    assert side.origin is not None
    if side.asked:
        return f"it asked for input at {side.asked} (--input FILE answers)"
    request = side.origin.request
    within = f"{request.timeout:g} s (--within)"
    return within if request.steps is None else f"{request.steps} steps (--steps)"


def effects_text(who: str, side: Side, kept: Path | None) -> Iterator[str]:
    """Give what a run did besides printing, in words, ``who`` being the one that did it; what it wrote is ``kept``."""
    effects = side.effects
    if effects is None:
        return
    written = effects.written
    deleted = [each.path for each in effects.changes if each.bytes is None]
    scene = side.scene
    if written:
        shown = [f"{each.path} ({_size(each.bytes or 0)})" for each in written[:_MOST_NAMED]]
        more = f" and {len(written) - _MOST_NAMED} more" if len(written) > _MOST_NAMED else ""
        end = f"; kept in {kept}" if kept is not None else "; --keep DIR keeps it"
        apart = ", apart from your files" if effects.protected else ""
        yield f"{who} wrote {', '.join(shown)}{more}{apart}{end}"
    if deleted:
        yours = "; yours are as they were" if effects.protected else ""
        yield f"{who} deleted or replaced {len(deleted)} of its files, {deleted[0]} first{yours}"
    if effects.first:
        yield f"{who} was run behind {', '.join(effects.first)} (--first)"
    if effects.renamed:
        names = ", ".join(effects.renamed)
        yield f"{who} was given by old names what the release has by new ones, for none has all that it uses: {names}"
    if effects.earlier:
        yield f"{who} was given what TensorFlow had before 0.12: {', '.join(effects.earlier)}"
    if effects.missing:
        yield f"{who} imports {', '.join(effects.missing)}, which is not there, and never uses it: run without"
    if effects.stand_ins:
        yield f"{who} was given made-up data for {', '.join(effects.stand_ins)} (--stand-in)"
    if effects.given:
        more = f", and {len(effects.given) - 1} more" if len(effects.given) > 1 else ""
        yield f"{who} was given {effects.given[0]}{more}: it lies in its repository"
    if effects.folders:
        named = ", ".join(effects.folders[:_MOST_NAMED])
        yield f"{who} was given {named}, where it writes: no such folder is there, and git keeps no empty ones"
    for remark in scene.remarks if scene is not None else ():
        yield f"{who}: {remark}"
    for problem in effects.problems:
        yield f"{who}: {problem}"


def _size(count: int) -> str:
    for unit, size in (("MB", 1e6), ("kB", 1e3)):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"
