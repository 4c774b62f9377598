"""Whether a probe still gives what was measured, in that release or, for one nobody measured, in the newest before."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.atlas.measured import Answer
from harness.atlas.relation import CLOSE, SAME, relate
from harness.atlas.row import Row


@dataclass(frozen=True)
class Held:
    """A probe's answer, held against the golden one: whether it ``holds``, and in words what came out."""

    row: Row
    probe: str
    holds: bool
    text: str


def hold(row: Row, probe: str, answer: Answer, golden: Mapping[str, Answer], release: str) -> Held:
    """Hold an answer of a release against the golden one of that release, or of the newest before it."""
    known = golden.get(release)
    since = ""
    if known is None:
        if not golden:
            return Held(row, probe, False, "was never measured")
        newest = list(golden)[-1]
        known, since = golden[newest], f" (measured in {newest})"
    if answer.trace is None or known.trace is None:
        if answer.trace is known.trace and (answer.why_not == known.why_not or since):
            return Held(row, probe, True, "")
        was = "runs" if known.trace is not None else f"fails: {known.why_not}"
        now = "runs" if answer.trace is not None else f"fails: {answer.why_not}"
        return Held(row, probe, False, f"{now}; it {was}{since}")
    relation = relate(known.trace, answer.trace)
    holds = relation.kind == SAME or (relation.kind == CLOSE and relation.ulps <= row.tolerance)
    return Held(row, probe, holds, f"{relation.text}{since}")
