"""Arrays as the watcher's own code reduces them, for what is held against each other here."""

import numpy as np

from harness.targets.report import Seen
from harness.watching.read import read_observation
from harness.words.observation import Reduced
from tests.preludes import of_preludes

with of_preludes("watching.reduce") as (module,):
    reduce = module.reduced


def reduced(value: object, dtype: str = "float32", whole: bool = False) -> Reduced:
    """An array as the host reads it after the watcher has reduced it."""
    (step,) = read_observation([Seen("step", {"number": 0, "loss": reduce(np.array(value, dtype), whole)})]).steps
    assert step.loss is not None
    return step.loss
