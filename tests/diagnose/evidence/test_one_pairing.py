"""Comparison and diagnosis never disagree on which number is which: the evidence is paired as the comparison is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.agreement import Agreement, met
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides, gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.targets.outcome import Entry, Failure, Outcome
from harness.targets.target import Target
from harness.words.trace import Trace
from harness.words.verdict import Verdict
from tests.diagnose.sides import USUAL, origin
from tests.traces import of, trace

# w + 1 is 6 times 0.6 to the power of the step; the loss is its square.
W = [6 * 0.6**step - 1 for step in range(20)]
STEPS = [f"step {step} w {w:.6f} loss {(w + 1) ** 2:.6f}" for step, w in enumerate(W)]
BARE = [f"w {w:.6f}" for w in W]


def held(left: list[str], right: list[str]) -> Evidence:
    return gather(Side("left", tuple(left)), Side("right", tuple(right)), USUAL)


def counts(evidence: Evidence) -> tuple[int, int, int, int]:
    found = evidence.comparison
    return found.agreeing, found.expected, found.missing, found.left_over


def causes(evidence: Evidence) -> list[str]:
    return [finding.cause for finding in look_for_causes(evidence, None).findings]


@pytest.mark.parametrize(
    ("right", "expected", "numbers"),
    [
        pytest.param(STEPS[1:10], (9, 10, 1, 0), 27, id="the first step is not printed"),
        pytest.param(STEPS[:10:2], (5, 10, 5, 0), 15, id="every second step is printed"),
        pytest.param(STEPS[:4] + STEPS[5:10], (9, 10, 1, 0), 27, id="a row in the middle is missing"),
    ],
)
def test_what_a_port_leaves_out_moves_nothing_else(
    right: list[str], expected: tuple[int, int, int, int], numbers: int
) -> None:
    evidence = held(STEPS[:10], right)
    assert counts(evidence) == expected
    assert met(evidence) == Agreement(numbers, numbers)
    assert causes(evidence) == []


@pytest.mark.parametrize("out", [(0,), (7,), (2, 6), (1, 2, 5), (0, 3, 7)])
def test_rows_without_a_step_may_be_missing_anywhere(out: tuple[int, ...]) -> None:
    evidence = held(BARE[:8], [row for place, row in enumerate(BARE[:8]) if place not in out])
    assert counts(evidence) == (8 - len(out), 8, len(out), 0)
    assert met(evidence) == Agreement(8 - len(out), 8 - len(out))
    assert causes(evidence) == []


def test_every_second_row_without_a_step_is_no_step_run_twice() -> None:
    evidence = held(BARE, BARE[::2])
    assert counts(evidence) == (10, 20, 10, 0)
    assert causes(evidence) == []


def test_the_same_steps_with_numbers_of_one_record_later_are_still_shifted() -> None:
    later = [f"step {step} w {w:.6f}" for step, w in enumerate(W[1:11])]
    evidence = held([f"step {step} w {w:.6f}" for step, w in enumerate(W[:10])], later)
    assert counts(evidence) == (0, 10, 0, 0)
    assert causes(evidence) == ["shifted"]


def test_as_many_rows_that_run_twice_as_fast_are_still_a_step_run_twice() -> None:
    assert causes(held(BARE[:10], BARE[:20:2])) == ["step-run-twice"]


def test_numbers_without_a_name_are_paired_with_named_ones() -> None:
    left = [f"{w:.6f} {(w + 1) ** 2:.6f}" for w in W[:8]]
    right = [f"w {w:.6f} loss {(w + 1) ** 2:.6f}" for w in W[1:9]]
    evidence = held(left, right)
    assert [paired.name for paired in evidence.paired] == ["w", "loss"]
    assert causes(evidence) == ["shifted"]


def test_renamed_numbers_have_one_name_and_a_step_is_paired_with_a_step() -> None:
    left = [f"step {step} loss {w:.6f}" for step, w in enumerate(W[:5])]
    right = [f"cost {w:.6f} in iteration {step}" for step, w in enumerate(W[:5])]
    evidence = held(left, right)
    assert counts(evidence) == (5, 5, 0, 0)
    assert [(paired.name, paired.left.values == paired.right.values) for paired in evidence.paired] == [
        ("step", True),
        ("loss", True),
    ]


@given(st.lists(st.sampled_from(STEPS), unique=True), st.lists(st.sampled_from(STEPS), unique=True))
def test_as_many_rows_agree_in_the_evidence_as_in_the_comparison(left: list[str], right: list[str]) -> None:
    evidence = held(left, right)
    agree: dict[int, bool] = {}
    for paired in evidence.paired:
        for mine, other in paired.together:
            agree[mine.position] = agree.get(mine.position, True) and mine.value == other.value
    assert len(agree) == evidence.comparison.expected - evidence.comparison.missing
    assert sum(agree.values()) == evidence.comparison.agreeing


RECORDS = [of(step=step, w=w) for step, w in enumerate(W)]


def traces(left: Trace, right: Trace) -> Evidence:
    return gather(Side("left", (), left), Side("right", (), right), USUAL)


@pytest.mark.parametrize(
    ("right", "expected"),
    [(RECORDS[1:10], (9, 10, 1, 0)), (RECORDS[:10:2], (5, 10, 5, 0)), (RECORDS[:12], (10, 10, 0, 2))],
)
def test_records_of_fewer_steps_are_paired_by_step(right: list[object], expected: tuple[int, ...]) -> None:
    evidence = traces(trace(*RECORDS[:10]), trace(*right))  # type: ignore[arg-type]
    assert counts(evidence) == expected
    assert evidence.comparison.verdict is Verdict.DIVERGED
    assert met(evidence).whole
    assert causes(evidence) == []


def stopped(lines: list[str], kind: str = "hung") -> Side:
    return Side("stopped", tuple(lines), failure=Failure(kind, "still running after 3 s"))


@pytest.mark.parametrize("kind", ["hung", "memory", "flooded"])
def test_what_a_side_that_was_stopped_at_a_limit_did_not_reach_is_no_difference(kind: str) -> None:
    quick = Side("quick", tuple(STEPS))
    for found in (
        compare_sides(quick, stopped(STEPS[:7], kind), USUAL),
        compare_sides(stopped(STEPS[:7]), quick, USUAL),
    ):
        comparison = found.comparison
        assert (comparison.verdict, comparison.agreeing, comparison.expected) == (Verdict.FAILED, 7, 7)
        assert (comparison.missing, comparison.left_over, comparison.first) == (0, 0, None)
        assert found.lines is not None and [line.number for line in found.lines.not_shown] == [*range(8, 21)]


def test_what_is_missing_before_the_limit_is_missing() -> None:
    found = compare_sides(Side("quick", tuple(STEPS)), stopped(STEPS[1:7]), USUAL)
    assert (found.comparison.agreeing, found.comparison.expected, found.comparison.missing) == (6, 7, 1)


def test_records_behind_the_limit_are_no_difference_either() -> None:
    limit = Failure("hung", "still running after 3 s")
    left, right = Side("left", (), trace(*RECORDS)), Side("right", (), trace(*RECORDS[:4]), failure=limit)
    found: SideComparison = compare_sides(left, right, USUAL)
    assert (found.comparison.agreeing, found.comparison.expected, found.comparison.missing) == (4, 4, 0)


def test_a_side_that_raised_has_not_printed_the_rest() -> None:
    right = Side("right", tuple(STEPS[:7]), failure=Failure("raised", "x.py:3: ValueError: no"))
    found = compare_sides(Side("left", tuple(STEPS)), right, USUAL).comparison
    assert (found.verdict, found.agreeing, found.expected, found.missing) == (Verdict.FAILED, 7, 20, 13)


def test_a_plain_script_of_many_lines_that_failed_is_a_side_of_lines() -> None:
    lines = tuple(f"w {number}" for number in range(10_001))
    records = trace(*(of(line=line) for line in lines[:10_000]))
    outcome = Outcome(records, Failure("exited", "no"), "\n".join(lines), "", 1.0, Entry.SCRIPT)
    side = side_of_outcome("new.py", Target(Path("python"), "2.15.1", {}), origin(), outcome)
    assert (side.trace, side.lines) == (None, lines)
