"""What Keras prints by itself: the progress of fit and evaluate, and the table of summary."""

import re
from collections.abc import Sequence

from harness.documents.document import Line
from harness.logs.fit import is_epoch, progress_of

_TRAINS = re.compile(r"\.(?:fit|fit_generator|evaluate|predict|train_on_batch)\s*\(")
_SUMMARY = re.compile(r"^\s*(?:Layer \(type\)|Total params:|Trainable params:|Model: )")


def is_keras_output(lines: Sequence[Line], code: str) -> bool:
    """Whether lines are what Keras prints, and the code has it do so."""
    if _TRAINS.search(code) and any(is_epoch(line.text) or progress_of(line.text) is not None for line in lines):
        return True
    return ".summary(" in code and any(_SUMMARY.match(line.text) for line in lines)
