"""Shadow update: an average of weights, or a target network, that follows them by another share or in other steps."""

from collections.abc import Iterator, Mapping, Sequence

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shadows import Shadow, is_near, shadows_in
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.constants import Constant, constants_in
from harness.diagnose.sources.text.syntax import Edit, edited
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, both of which keep a shadow of one trained variable that moves in other steps,
    or by another share of the way.

    The trial runs the right script with the left one's share where its text has its own, and would cure nothing else.
    """
    if evidence.watched is None or not differs(evidence):
        return None
    found = next(_apart(evidence), None)
    if found is None:
        return None
    left, right = found
    return Finding(
        "shadow-update",
        Confidence.LIKELY,
        f"in {evidence.left.name} {left}; in {evidence.right.name} {right}",
        "move it by the same share, and in the same steps: look for the decay, its warm-up (num_updates), which of the "
        "two is multiplied by it, and how often it is done",
        trials=_trials(left, right, evidence),
    )


def _apart(evidence: Evidence) -> Iterator[tuple[Shadow, Shadow]]:
    assert evidence.watched is not None
    partners = {pair.left: pair.right for pair in evidence.watched.pairs.pairs}
    of_right = {each.of: each for each in shadows_in(evidence.watched.right)}
    for left in shadows_in(evidence.watched.left):
        right = of_right.get(partners.get(left.of, ""))
        if right is not None and not _alike(left, right):
            yield left, right


def _alike(left: Shadow, right: Shadow) -> bool:
    """Whether both move alike in the steps that both have; what is moved by hand is seen with the next step. A copy in
    the first step may be one that was made before it, as of two nets that begin alike."""
    return any(
        _in_the_same_steps(mine, other)
        for mine in _with_or_without_begin(left)
        for other in _with_or_without_begin(right)
    )


def _with_or_without_begin(shadow: Shadow) -> Iterator[Mapping[int, float]]:
    yield shadow.shares
    if is_near(shadow.shares.get(0, 0.0), 1.0):
        yield {number: share for number, share in shadow.shares.items() if number}


def _in_the_same_steps(left: Mapping[int, float], right: Mapping[int, float]) -> bool:
    for later in (0, 1, -1):
        shared = [number for number in left if number + later in right]
        most = max(len(left), len(right))
        if len(shared) >= most - abs(later) and all(is_near(left[each], right[each + later]) for each in shared):
            return True
    return False


def _trials(left: Shadow, right: Shadow, evidence: Evidence) -> tuple[Change, ...]:
    if left.share is None or right.share is None or is_near(left.share, right.share):
        return ()
    wanted = _as_written(left.share, constants_in(evidence.left.source))
    source = evidence.right.source
    edits: dict[float, list[Edit]] = {}
    for constant in constants_in(source):
        for used, new in ((right.share, wanted), (1 - right.share, 1 - wanted)):
            if _is_that(constant, used):
                edits.setdefault(constant.value, []).append(constant.as_text(repr(round(new, 12))))
    # Another number of the script may be the same one by chance.
    together = [edit for each in edits.values() for edit in each]
    texts = [edited(source, each) for each in (together, *(edits.values() if len(edits) > 1 else ()))]
    says = f"the share {wanted:.6g} in place of {right.share:.4g}"
    return tuple(Change(says, source=text) for text in texts if text is not None)


def _as_written(share: float, constants: Sequence[Constant]) -> float:
    """A share as the script has it, itself or what is left of one."""
    for each in constants:
        for used, value in ((share, each.value), (1 - share, 1 - each.value)):
            if _is_that(each, used):
                return value
    return share


def _is_that(constant: Constant, share: float) -> bool:
    """Whether a number of a script is this share but for rounding: one near to 1 is known as well as what it leaves."""
    near = is_near(constant.value, share) and is_near(1 - constant.value, 1 - share)
    return 0 < constant.value < 1 and near


CAUSE = Cause(("shadow-update",), detect, likely=("shadow-update",))
