"""Specification of causes whose experiments reach into Keras, with the port on Keras 3: the same is confirmed."""

from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from tests.diagnose.conftest import RunScript

MIGRATIONS = Path(__file__).parents[1] / "migrations"
USUAL = Tolerances(Tolerance(), {})

WRONG = {
    "accuracy_of_logits": "accuracy-of-logits",
    "clipped_and_dropped": "clipped-not-used",
    "keras_3/steep_activation": "hard-sigmoid",
    "gelu_by_tanh": "gelu-approximation",
    "last_of_both_directions": "backward-last-step",
    "loss_by_name": "from-logits",
    "nadam_of_contrib": "other-optimizer",
    "steps_before_rows": "time-major",
}


@pytest.mark.parametrize("name", WRONG)
def test_it_is_confirmed_there_as_well(name: str, run_script: RunScript, laboratory: Laboratory) -> None:
    left, right = run_script(MIGRATIONS / name / "old.py", "tf1.15"), run_script(MIGRATIONS / name / "new.py", "tf2.21")
    first, *_ = diagnose(gather(left, right, USUAL), laboratory)
    assert (first.cause, first.confidence.value) == (WRONG[name], "confirmed"), first
