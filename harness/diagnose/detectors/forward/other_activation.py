"""Other activation: which one the script behind a log will have had, where the port has another one."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.activations import with_other_activations
from harness.words.finding import Change, Confidence, Finding

_MOST = 6


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with activations, where the left side is a log.

    The trials put another usual one in their place, and would cure nothing else.
    """
    source = evidence.right.source
    if not evidence.left.is_log or not source or not differs(evidence):
        return None
    found = list(islice(with_other_activations(source), _MOST))
    if not found:
        return None
    trials = tuple(
        Change(
            f"{each.now} in place of {each.was} in {_lines(each.lines)}",
            source=each.source,
            shows=f"{evidence.right.name} has {each.was} in {_lines(each.lines)}; the script behind the log had "
            f"{each.now}",
            advice=f"take {each.now} in {_lines(each.lines)}",
        )
        for each in found
    )
    return Finding(
        "other-activation",
        Confidence.POSSIBLE,
        f"{evidence.right.name} has {found[0].was} in {_lines(found[0].lines)}; the script behind the log may have had "
        "another activation",
        "take the activation of the old script",
        trials=trials,
    )


def _lines(lines: tuple[int, ...]) -> str:
    return f"line {lines[0]}" if len(lines) == 1 else "lines " + ", ".join(map(str, sorted(set(lines))))


CAUSE = Cause(("other-activation",), detect, only_confirmed=True)
