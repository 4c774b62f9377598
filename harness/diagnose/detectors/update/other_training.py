"""Other training: the port trains by another optimizer, or at another rate, than the script behind a log did."""

from itertools import chain

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import first_apart
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import apart_in, differs
from harness.diagnose.sources.changed.literals import rate_of
from harness.diagnose.sources.changed.other_optimizers import with_other_optimizer, with_other_rate
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that agrees with a log in the first number of some series and in no later one.

    The trials train by another usual optimizer at the same rate, or at ten times the rate and a tenth of it, and would
    cure nothing else.
    """
    right = evidence.right
    if not evidence.left.is_log or not right.source or not differs(evidence):
        return None
    begins = [
        each
        for each in apart_in(evidence)
        if len(each.together) > 1 and first_apart(each, evidence.tolerances) == each.together[1][0].position
    ]
    rate = rate_of(right)
    rates = with_other_rate(right.source, rate.value) if rate is not None and not rate.parameter else iter(())
    found = list(chain(with_other_optimizer(right.source), rates)) if begins else []
    if not found:
        return None
    return Finding(
        "other-training",
        Confidence.POSSIBLE,
        f"{begins[0].name} agrees in the first record and in no later one: {right.name} may train by another "
        "optimizer, or at another rate, than the script behind the log",
        "train as the old script did",
        trials=tuple(
            Change(
                each.says,
                source=each.source,
                shows=f"{begins[0].name} agrees in the first record; all do with {each.says}",
                advice=f"take {each.says.partition(' in place of ')[0]}",
            )
            for each in found
        ),
    )


CAUSE = Cause(("other-training",), detect, only_confirmed=True)
