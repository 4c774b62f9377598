"""Where a file stands, by what was answered of it."""

from dataclasses import replace

import pytest

from harness.survey.answers import Compared, Ported, Repeated
from harness.survey.standing import Standing, standing_of
from harness.words.verdict import Verdict
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


@pytest.mark.parametrize(
    ("compared", "standing"),
    [
        (Compared("compat", Verdict.FAILED, 0, 0), Standing.UNHELD),
        # The port prints a line where the file prints none; both part in what they compute; the port fails.
        (Compared("compat", Verdict.FAILED, 0, 0, first="line: no such line, not 'loss 1'"), Standing.DIFFERS),
        (Compared("compat", Verdict.FAILED, 0, 0, stage="forward"), Standing.DIFFERS),
        (Compared("compat", Verdict.FAILED, 2, 5), Standing.DIFFERS),
    ],
)
def test_where_neither_side_prints_and_no_stage_is_apart_there_is_nothing_to_hold(
    compared: Compared, standing: Standing
) -> None:
    ports = (Ported("compat", runs=True, words="it prints no number and trains nothing that could be held"),)
    assert standing_of(replace(proved("write.py"), ported=ports, compared=compared)) is standing


NOTHING = "it prints no number and trains nothing that could be held"
NO_STEP = "neither came to a step within 20 s; give it more time: --within 300s"


@pytest.mark.parametrize(
    ("ports", "compared", "standing"),
    [
        # It prints shapes alone, the same in both.
        ({"compat": NOTHING}, Compared("compat", Verdict.IDENTICAL, 5, 5), Standing.UNHELD),
        # As it stands it prints the values of tensors, where a graph has their names.
        ({"as-is": "more", "compat": NOTHING}, Compared("as-is", Verdict.DIVERGED, 0, 0), Standing.UNHELD),
        ({"as-is": "more", "compat": "more"}, Compared("as-is", Verdict.DIVERGED, 0, 0), Standing.DIFFERS),
        ({"compat": NO_STEP}, Compared("compat", Verdict.FAILED, 0, 0), Standing.UNPROVED),
        ({"compat": NO_STEP}, Compared("compat", Verdict.DIVERGED, 1, 2, stage="forward"), Standing.DIFFERS),
    ],
)
def test_what_no_run_could_hold_does_not_differ(ports: dict[str, str], compared: Compared, standing: Standing) -> None:
    ported = tuple(Ported(to, runs=True, words=words) for to, words in ports.items())
    assert standing_of(replace(proved("a.py"), ported=ported, compared=compared)) is standing
