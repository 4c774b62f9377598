"""Integer division: one side floors what the other divides with its fraction."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.divisions import divisions_of, with_division
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 4


def detect(evidence: Evidence) -> Finding | None:
    """Find two scripts one of which has more divisions that floor, and the right one divisions of the other kind.

    The trials have one of these divide as the left script does, calls first, and would cure nothing else.
    """
    if not differs(evidence) or evidence.left.source == evidence.right.source:
        return None
    left, right = divisions_of(evidence.left.source), divisions_of(evidence.right.source)
    floored = [each for each in left if each.floors], [each for each in right if each.floors]
    if len(floored[0]) == len(floored[1]):
        return None
    wants_floor = len(floored[0]) > len(floored[1])
    there = floored[0][0] if wants_floor else next((each for each in left if not each.floors), None)
    found = sorted((each for each in right if each.floors is not wants_floor), key=lambda each: not each.called)
    texts = [(each, text) for each in found[:_MOST] if (text := with_division(evidence.right.source, each)) is not None]
    if there is None or not texts:
        return None
    how = "floors" if wants_floor else "keeps the fraction"
    return Finding(
        "integer-division",
        Confidence.POSSIBLE,
        f"{evidence.left.name} {how} in line {there.line}, {there.text}; {evidence.right.name} does not in line "
        f"{found[0].line}, {found[0].text}",
        "divide by // (tf.math.floordiv) what was divided as integers: tf.div floored these, tf.divide and / do not"
        if wants_floor
        else "divide by / (tf.divide) what was divided with its fraction",
        trials=tuple(
            Change(f"{'//' if wants_floor else '/'} in line {each.line}: {each.text}", source=text)
            for each, text in texts
        ),
    )


CAUSE = Cause(
    ("integer-division",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.RATE), only_confirmed=True
)
