"""Shifted: right numbers in the wrong record."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from harness.diagnose.detectors.printed.shifted import detect
from harness.diagnose.evidence.evidence import Side
from harness.watching.pairs import Pairs
from harness.watching.stages import StageHeld
from harness.watching.things import Gap
from harness.watching.watched import StepHeld, Watched
from harness.words.finding import Confidence
from harness.words.observation import Observation
from harness.words.stage import Stage
from tests.diagnose.sides import against_golden, documented, golden, held, made

MOVING = st.lists(st.floats(-1000, 1000, width=32), min_size=10, max_size=30, unique=True)


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_loss_from_before_the_update_is_told_and_moved(style: str) -> None:
    found = detect(against_golden("pitfalls/loss_before_update", style, "fixed_rate_0_3", style))
    assert found is not None
    assert (found.cause, found.confidence) == ("shifted", Confidence.LIKELY)
    assert found.evidence == (
        f"loss of pitfalls/loss_before_update:{style} comes 1 record later than in fixed_rate_0_3:{style}: it starts "
        "at 36 instead of 5.7599993, and all 39 numbers agree once moved; all others agree where they are"
    )
    assert found.experiments == ()
    assert ("sess.run" in found.change) == (style == "graph")


def test_a_loss_from_after_the_update_is_told_the_other_way_round() -> None:
    found = detect(against_golden("fixed_rate_0_3", "eager", "pitfalls/loss_before_update", "eager"))
    assert found is not None
    assert "comes 1 record earlier than" in found.evidence
    assert found.change.startswith("use the loss from inside the GradientTape")


@pytest.mark.parametrize(("style", "word"), [("graph", "sess.run of its own before"), ("eager", "schedule(step)")])
def test_a_rate_read_after_the_step_is_told_though_a_float32_schedule_moves_last_digits(style: str, word: str) -> None:
    found = detect(against_golden("pitfalls/rate_after_step", style, "smooth_decay_20", "eager"))
    assert found is not None
    assert found.confidence is Confidence.LIKELY
    assert "rate of" in found.evidence and "it starts at 0.198 instead of 0.2" in found.evidence
    assert found.evidence.endswith(
        "all 19 numbers agree once moved; all others agree where they are, but for their last digits"
    )
    assert word in found.change


def test_against_the_documented_log_the_rate_is_found_by_its_printed_digits() -> None:
    found = detect(held(documented("smooth_decay_20"), golden("pitfalls/rate_after_step", "graph")))
    assert found is not None
    # Not all of the others stay: the float32 schedule moves two digits that the note printed.
    assert found.confidence is Confidence.LIKELY
    assert "学习率" in found.evidence


def test_a_run_that_is_off_as_a_whole_has_an_update_too_many_or_too_few() -> None:
    run = [5.0, 2.6, 1.16, 0.296, -0.2224, -0.53344]
    late, early = detect(made({"w": run[1:]}, {"w": run[:-1]})), detect(made({"w": run[:-1]}, {"w": run[1:]}))
    assert late is not None and early is not None
    assert "an update too few at the start" in late.change
    assert "an update too many at the start" in early.change


def test_printed_numbers_that_crossed_an_edge_of_rounding_are_found_moved_all_the_same() -> None:
    left = [4.763754, 3.950021, 3.286167, 2.744003, 2.300715]
    right = [3.950020, 3.286166, 2.744003, 2.300715, 1.937789]
    found = detect(made({"mse": left}, {"mse": right}, slack=5e-7))
    assert found is not None
    assert found.evidence.endswith("all 4 numbers agree once moved")


def test_a_unit_of_a_short_print_is_no_edge() -> None:
    left, right = [4.76, 3.95, 3.28, 2.74, 2.30], [3.94, 3.28, 2.74, 2.30, 1.93]
    assert detect(made({"mse": left}, {"mse": right}, slack=0.005)) is None


@given(MOVING, st.sampled_from([-3, -2, -1, 1, 2, 3]))
def test_any_moving_series_that_is_shifted_by_up_to_three_records_is_found(values: list[float], shift: int) -> None:
    assume(all(abs(a - b) > 1e-2 * max(abs(a), abs(b)) for a in values for b in values if a != b))
    size = len(values) - abs(shift)
    left, right = (values[shift:], values[:size]) if shift > 0 else (values[:size], values[-shift:])
    found = detect(made({"w": left}, {"w": right}))
    assert found is not None
    count = "1 record " if abs(shift) == 1 else f"{abs(shift)} records "
    assert f"comes {count}{'later' if shift > 0 else 'earlier'}" in found.evidence


@given(MOVING)
def test_a_series_that_agrees_is_never_shifted(values: list[float]) -> None:
    assert detect(made({"w": values}, {"w": values})) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"w": [5, -7, 5, -7, 5, -7]}, {"w": [-7, 5, -7, 5, -7, 5]}),  # two numbers only: 5 and -7 take turns
        ({"w": [4, 3, 2.5, 2.1, 1.9]}, {"w": [5, 4, 3, 2.5, 2.2]}),  # the last one does not fit
        ({"w": [4, 3, 2.5, 2], "loss": [9, 8, 7, 6]}, {"w": [5, 4, 3, 2.5], "loss": [9, 8, 7, 5]}),  # loss is off, too
        ({"w": [4, 3, 2.5]}, {"w": [5, 4, 3]}),  # two pairs
    ],
)
def test_it_is_silent(left: dict[str, list[float]], right: dict[str, list[float]]) -> None:
    assert detect(made(left, right)) is None


def test_in_a_log_with_a_cut_what_one_side_reads_later_is_told_where_rows_are_only_counted() -> None:
    at = [4.0 * 0.9**k for k in range(31)]
    recorded = [f"{k} {at[k]:.6f} ({9.33 * at[k]:.6f}, {1 + at[k]:.6f})" for k in (0, 1, 2, 3, 26, 27, 28, 29)]
    recorded.insert(4, "...")
    port = [f"{k} {at[k + 1]:.6f} ({9.33 * at[k]:.6f}, {1 + at[k + 1]:.6f})" for k in range(30)]
    found = detect(held(Side("notes.log", tuple(recorded)), Side("port", tuple(port))))
    assert found is not None
    assert (found.cause, found.confidence) == ("shifted", Confidence.LIKELY)
    assert "all 14 numbers agree once moved; all others agree where they are" in found.evidence


LOSSES = [0.4068877, 0.36309153, 0.3228571, 0.2863214, 0.2535123]
# The same but for their last digits, each eight to twenty of float32.
ANEW = [each * (1 + 1e-6) for each in LOSSES]


def seen(stage: Stage | None, held: int = 5) -> Watched:
    parting = None if stage is None else StepHeld(0, (StageHeld(stage, 1, 0, (Gap("w", "1", "2", 0.5),)),))
    return Watched(Observation(), Observation(), Pairs(()), held, held, parting)


def test_where_all_steps_compute_the_same_a_moved_loss_may_have_other_last_digits() -> None:
    evidence = made({"loss": LOSSES[:-1]}, {"loss": ANEW[1:]})
    found = detect(replace(evidence, watched=seen(None)))
    assert found is not None
    assert (found.confidence, found.trials) == (Confidence.LIKELY, ())
    assert "comes 1 record earlier than" in found.evidence
    assert found.evidence.endswith("all 3 numbers agree once moved, but for their last digits")
    # Nobody saw the steps, or they differ; or some of the numbers agree where they are.
    assert detect(evidence) is None
    assert detect(replace(evidence, watched=seen(None, held=0))) is None
    assert detect(replace(evidence, watched=seen(Stage.LOSS))) is None
    flat = made({"loss": [0.5, 0.5, 0.4, 0.3]}, {"loss": [0.5000005, 0.4000004, 0.3000003, 0.2]})
    assert detect(replace(flat, watched=seen(None))) is None
