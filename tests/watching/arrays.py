"""Arrays as the watcher's own code reduces them, for what is held against each other here."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from harness.targets.report import Seen
from harness.watching.read import read_observation
from harness.words.observation import Reduced

_PATH = Path(__file__).parents[2] / "harness" / "targets" / "preludes" / "watch_reduce.py"


def _loaded() -> Callable[..., Any]:
    spec = importlib.util.spec_from_file_location("watch_reduce", _PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    reduce: Callable[..., Any] = module.reduced
    return reduce


reduce = _loaded()


def reduced(value: object, dtype: str = "float32", whole: bool = False) -> Reduced:
    """An array as the host reads it after the watcher has reduced it."""
    (step,) = read_observation([Seen("step", {"number": 0, "loss": reduce(np.array(value, dtype), whole)})]).steps
    assert step.loss is not None
    return step.loss
