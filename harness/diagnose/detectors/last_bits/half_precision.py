"""Half precision: one side computes in 16 bits what the other computes in 32, by a policy or by its own casts."""

import ast

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.text.source import read_source
from harness.diagnose.sources.text.syntax import tree_of
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_DTYPES = frozenset({"float16", "bfloat16", "half"})
_TEXTS = frozenset({"mixed_float16", "mixed_bfloat16", "float16", "bfloat16"})


def detect(evidence: Evidence) -> Finding | None:
    """Find two scripts of which one names a dtype of 16 bits, or a policy of such.

    The trial has that side compute in 32 bits throughout, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    lines = {place: _line(evidence.side(place)) for place in (Place.LEFT, Place.RIGHT)}
    places = [place for place, line in lines.items() if line]
    if len(places) != 1 or not evidence.side(places[0].other).source:
        return None
    side, other = evidence.side(places[0]), evidence.side(places[0].other)
    line = lines[places[0]]
    text = side.source.splitlines()[line - 1].strip()
    change = "compute in 32 bits: leave the policy, or the casts, out"
    if places[0] is Place.LEFT:
        change = f"compute as {side.name} does, or expect three digits of agreement, no more"
    return Finding(
        "half-precision",
        Confidence.POSSIBLE,
        f"{side.name} computes in 16 bits: {text} (line {line}); {other.name} nowhere does",
        change,
        trials=(Change("32 bits in place of 16", places[0], patch="single_precision"),),
    )


def _line(side: Side) -> int:
    """The first line that names 16 bits, 0 where none does."""
    names = [each.line for each in read_source(side.source).names if each.api.rpartition(".")[2] in _DTYPES]
    tree = tree_of(side.source) if side.source else None
    texts = [
        node.lineno
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, ast.Constant) and node.value in _TEXTS
    ]
    return min((*names, *texts), default=0)


CAUSE = Cause(("half-precision",), detect, stages=(Stage.DATA, Stage.START, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS))
