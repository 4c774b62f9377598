"""Where a file stands, by what was answered of it."""

from dataclasses import replace

import pytest

from harness.survey.answers import Ported, Repeated
from harness.survey.standing import Standing, standing_of
from tests.survey.made import proved


@pytest.mark.parametrize(
    ("repeats", "words", "standing"),
    [
        (True, ": same start, 1 step, then as far apart as one ULP moves the original", Standing.PROVED),
        (False, ": same start, 1 step, then as far apart as one ULP moves the original", Standing.UNSTEADY),
        (False, ": same start, 5 steps, all numbers bit for bit", Standing.PROVED),
    ],
)
def test_how_far_one_ulp_moves_a_file_proves_nothing_where_it_does_not_repeat_itself(
    repeats: bool, words: str, standing: Standing
) -> None:
    ports = (Ported("compat", runs=True, proved=True, words=words),)
    assert standing_of(replace(proved("a.py"), repeated=Repeated(repeats), ported=ports)) is standing
