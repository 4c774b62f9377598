"""Specification of a port whose first loss is a whole number of times that of a log."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.loss.loss_scaled import detect
from harness.diagnose.evidence.evidence import Side
from tests.diagnose.sides import made


@pytest.mark.parametrize(("first", "factor"), [(20.0, 20.0), (0.25, 0.25), (1.5, None), (1.0, None), (20.3, None)])
def test_a_log_whose_first_loss_is_a_whole_number_of_times_as_large_is_told(first: float, factor: float | None) -> None:
    evidence = made({"loss": [first, 0.5]}, {"loss": [1.0, 0.75]}, sources=("", "loss = 1\n"), slack=1e-6)
    found = detect(replace(evidence, left=Side("old.log", ())))
    assert (found.trials[0].arguments["factor"] if found is not None else None) == factor
