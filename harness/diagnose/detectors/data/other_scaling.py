"""Other scaling: what the script behind a log brought its data to, where the port brings them to something else."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.scalings import with_other_scaling
from harness.words.finding import Change, Confidence, Finding

_MOST = 6


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that scales its data by their range or their deviation, where the left side is a log.

    The trials scale them by the other one, or not at all, and would cure nothing else.
    """
    source = evidence.right.source
    if not evidence.left.is_log or not source or not differs(evidence):
        return None
    found = list(islice(with_other_scaling(source), _MOST))
    if not found:
        return None
    first = found[0]
    return Finding(
        "other-scaling",
        Confidence.POSSIBLE,
        f"{evidence.right.name} scales its data in line {first.line}: {first.was}; the script behind the log may have "
        "scaled them otherwise",
        "scale the inputs as the old script did",
        trials=tuple(
            Change(
                f"what line {each.line} scales {each.says}",
                source=each.source,
                shows=f"line {each.line} of {evidence.right.name} has {each.was}; the script behind the log took it "
                f"{each.says}",
                advice=f"take what line {each.line} scales {each.says}",
            )
            for each in found
        ),
    )


CAUSE = Cause(("other-scaling",), detect, only_confirmed=True)
