"""Specification of ports with two mistakes, of which no single experiment makes the sides agree."""

from pathlib import Path

import pytest

from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.hold import Held, hold
from harness.sides.look import Ask
from harness.sides.run import run_sides
from harness.targets.target import Setup
from tests.jobs import job, job_of

MLP = Path(__file__).parents[1] / "migrations" / "several" / "mlp"
USUAL = Tolerances(Tolerance(), {})
TANH, SUM = ("nn.relu", "nn.tanh"), ("reduce_mean", "reduce_sum")
OTHER_TARGETS = ("np.sin(x.sum(1, keepdims=True))", "np.cos(x.sum(1, keepdims=True) * x[:, :1])")
RATE, EPSILON = ("Adam(0.01", "Adam(0.02"), ("epsilon=1e-8", "epsilon=1e-3")


def compared(folder: Path, python: Path, other: Path, *changes: tuple[str, str]) -> Held:
    """The old script held against the port, in whose text something is changed first."""
    text = (MLP / "new.py").read_text()
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    left, right = job(MLP / "old.py", python), job_of(folder / "new.py", text, other)
    with run_sides(left, right, Setup(jobs=2)) as both:
        return hold(both, USUAL, Ask(watch=True), Setup(jobs=2), budget=3600.0)


def causes(held: Held) -> list[tuple[str, str]]:
    return [(each.cause, each.confidence.value) for each in held.diagnosis.findings]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (TANH, RATE, ("other-operation", "other-rate")),
        (TANH, EPSILON, ("other-operation", "epsilon")),
        (TANH, SUM, ("other-operation", "other-operation")),
        (SUM, RATE, ("other-operation", "other-rate")),
    ],
)
def test_two_causes_are_confirmed_together(
    first: tuple[str, str],
    second: tuple[str, str],
    wanted: tuple[str, str],
    tmp_path: Path,
    tf1_python: Path,
    tf2_python: Path,
) -> None:
    held = compared(tmp_path, tf1_python, tf2_python, first, second)
    assert causes(held) == [(wanted[0], "confirmed"), (wanted[1], "confirmed")]
    one, two = held.diagnosis.findings
    # All agree with both, and not with the second alone; what the first one does alone was seen before.
    assert one.experiments[-1] == two.experiments[-1]
    assert not one.experiments[0].explains_all
    assert two.experiments[-1].explains_all or two.experiments[-1].leaves_rounding
    assert not two.experiments[0].explains_all and not two.experiments[0].failed
    assert held.diagnosis.remains[0] == (
        f"{wanted[0]} and {wanted[1]} are both at work: with one of them put right numbers differ still"
    )


def test_three_causes_are_confirmed_together(tmp_path: Path, tf1_python: Path, tf2_python: Path) -> None:
    held = compared(tmp_path, tf1_python, tf2_python, TANH, SUM, RATE)
    assert [cause for cause, _ in causes(held)] == ["other-operation", "other-operation", "other-rate"]
    assert {sure for _, sure in causes(held)} == {"confirmed"}
    assert held.diagnosis.remains[0] == (
        "other-operation, other-operation, other-rate are all at work: "
        "with one of them left as it is numbers differ still"
    )


def test_one_known_cause_beside_one_that_nobody_knows_is_not_confirmed(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, tf1_python, tf2_python, TANH, OTHER_TARGETS)
    assert not any(sure != "possible" for _, sure in causes(held))


def test_one_cause_alone_stays_alone(tmp_path: Path, tf1_python: Path, tf2_python: Path) -> None:
    assert causes(compared(tmp_path, tf1_python, tf2_python, RATE)) == [("other-rate", "confirmed")]
