"""Restored by name: a checkpoint is read under another name than it was written, and nothing comes of it."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding, Place

_READS = frozenset({"restore", "read"})


def detect(evidence: Evidence) -> Finding | None:
    """Find a script that reads a ``tf.train.Checkpoint``, or weights by the names of their layers.

    The trial reads what was written under another name for what has none in the checkpoint, and weights in the order of
    their layers; it would cure nothing else.
    """
    if not differs(evidence):
        return None
    for place in (Place.RIGHT, Place.LEFT):
        side = evidence.side(place)
        line = _line(side)
        if not line or side.origin is None:
            continue
        return Finding(
            "restored-by-name",
            Confidence.POSSIBLE,
            f"line {line} of {side.name} reads a checkpoint whose objects, or layers, have other names: what has no "
            "name in it keeps the values that it has",
            "give Checkpoint the names that it was written with, Checkpoint(model=...) for Checkpoint(model=...), and "
            "have it say so: restore(path).assert_existing_objects_matched()",
            trials=(Change("what the checkpoint has, whatever its names", place, patch="restored_whole"),),
        )
    return None


def _line(side: Side) -> int:
    """The line that reads a checkpoint, 0 where none does."""
    calls = read_source(side.source).calls if side.source else ()
    named = any(call.method == "Checkpoint" and call.keywords for call in calls)
    for call in calls:
        if (named and call.method in _READS) or (call.method == "load_weights" and "by_name" in call.keywords):
            return call.line
    return 0


CAUSE = Cause(("restored-by-name",), detect, only_confirmed=True)
