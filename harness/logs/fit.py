"""What Keras' ``fit`` and ``evaluate`` print of an epoch, as its releases from 2.0 to 3 write it."""

import re
from dataclasses import dataclass

from harness.words.printed import NUMBER

_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08]+")
_EACH = r"\d+(?:\.\d+)?(?:us|ms|s)/(?:step|sample|epoch)"
_TIME = rf"(?:ETA: [\d:s]+|{_EACH}|\d+s(?: {_EACH})?)"
_METRIC = rf"[A-Za-z_][\w./-]*: {NUMBER.pattern}"
# `20/20 [====] - 1s 3ms/step - loss: 0.5`, `640/640 - 0s - loss: 0.5`, ` - 0s - loss: 0.5`, `20/20 ━━━ 1s - loss: 0.5`
_LINE = re.compile(
    rf"\s*(?:(?P<done>\d+)/(?P<of>\d+|Unknown)(?P<bar>\s+(?:\[[=>.]+\]|[━╸╺]+)|)\s+)?(?:-\s)?\s*(?:{_TIME})?"
    rf"(?P<parts>(?:\s+-\s+(?:{_TIME}|{_METRIC}))*)\s*"
)
_PART = re.compile(rf"\s+-\s+(?:(?P<time>{_TIME})|(?P<metric>{_METRIC}))(?=\s+-\s|\s*$)")
_EPOCH = re.compile(r"\s*Epoch (\d+)/\d+\s*")
# What a bar of Keras 2.0, whose evaluate ends in no new line, leaves before what the script prints next.
_LEFT_OPEN = re.compile(rf"\s*\d+/\d+ \[[=>.]+\] - (?:ETA: \d+(?::\d+)*s?|{_TIME})(?=[^\s\d/-])")
# One metric under the names that Keras gave it.
_NAMES = {
    "acc": "accuracy",
    "lr": "learning_rate",
    "mean_squared_error": "mse",
    "mean_absolute_error": "mae",
}


@dataclass(frozen=True)
class Progress:
    """A line of progress: the text of its ``metrics``, empty for none; ``ended`` where all of the epoch is done."""

    metrics: str
    ended: bool


def progress_of(line: str) -> Progress | None:
    """Give what a line says that Keras printed as an epoch's progress, None for any other line.

    How many batches or samples there are and the times say nothing of what was computed; the names of the metrics are
    those of TensorFlow 2, in whatever order they were printed.
    """
    if "/" not in line and "s - " not in line:
        return None
    bare = _CONTROL.sub("", line)
    match = _LINE.fullmatch(bare)
    if match is None:
        return None
    parts = [*_PART.finditer(match["parts"])]
    timed = re.search(_TIME, bare) is not None
    if not (match["bar"] or timed):
        return None
    metrics = [_renamed(part["metric"]) for part in parts if part["metric"] is not None]
    return Progress(" - ".join(metrics), match["done"] is None or match["of"] in (match["done"], "Unknown"))


def behind_bar(line: str) -> str:
    """Give what a script printed behind a bar that was left without a new line; any other line as it is."""
    bare = _CONTROL.sub("", line) if "[" in line else line
    match = _LEFT_OPEN.match(bare)
    return line if match is None else bare[match.end() :]


def is_epoch(line: str) -> bool:
    """Whether a line is the one that ``fit`` prints before the progress of an epoch."""
    return _EPOCH.fullmatch(line) is not None


def _renamed(metric: str) -> str:
    name, _, number = metric.rpartition(": ")
    validation = "val_" if name.startswith("val_") else ""
    own = name.removeprefix("val_")
    return f"{validation}{_NAMES.get(own, own)}: {number}"
