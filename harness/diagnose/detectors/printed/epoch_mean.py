"""Epoch mean: one side prints the mean or the sum of an epoch's batches, the other one the last batch."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.said.epoch_means import with_epochs_printed
from harness.words.finding import Change, Confidence, Finding

_MOST = 6


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that prints, behind a loop over batches, what is left of it, in sides that train alike.

    The trials have it print the mean over that loop, the sum, or what the last batch gave, and would cure nothing else.
    """
    source = evidence.right.source
    if not differs(evidence) or not trains_alike(evidence) or not source or source == evidence.left.source:
        return None
    found = list(islice(with_epochs_printed(source), _MOST))
    if not found:
        return None
    return Finding(
        "epoch-mean",
        Confidence.POSSIBLE,
        f"{names_of(apart_in(evidence))}: {evidence.right.name} prints {found[0].name} behind a loop over batches, and "
        f"{evidence.left.name} another number of the same batches",
        "print the same of an epoch: the mean over its batches, their sum, or what the last one gave",
        trials=tuple(Change(each.says, source=each.source) for each in found),
    )


CAUSE = Cause(("epoch-mean",), detect, only_confirmed=True)
