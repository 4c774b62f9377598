"""Decays: the one rate of a script that falls exponentially, and whether it does so in stairs."""

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.sources.said.scripts import methods
from harness.diagnose.sources.text.source import Call
from harness.diagnose.sources.text.tensorflow import EXPONENTIAL


def only_decay(side: Side) -> Call | None:
    """Give the one exponential decay that a script makes, if its ``staircase`` can be read from the text."""
    made = methods(side.source, EXPONENTIAL.tf1, EXPONENTIAL.keras)
    return made[0] if len(made) == 1 and is_stepped(made[0]) in ("True", "False") else None


def is_stepped(decay: Call) -> str:
    """Give the text of ``staircase`` of an exponential decay: ``True``, ``False``, or what else stands there."""
    return decay.argument(3 if decay.method == EXPONENTIAL.keras else 4, "staircase") or "False"


def width_of(decay: Call) -> str:
    """Give the text of ``decay_steps`` of an exponential decay, empty where it has none."""
    return decay.argument(1 if decay.method == EXPONENTIAL.keras else 2, "decay_steps") or ""
