"""Specification: a loss that is fetched with the update of what it is made of proves nothing, and disproves nothing."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.races import Race
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.observing.open_losses import open_losses_text, without_open_losses
from harness.sides.proof.prove import prove
from harness.sides.run import Sides, run_sides
from harness.targets.target import Setup
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from tests.jobs import job_of
from tests.watching.arrays import reduced

RACE = Race("add:0", "w", "w/read", ("update",), False, True, True, 1, 9)
OF_AN_OP = Race("store", "w", "w/read", ("update",), False, True, False, 1, 9)
OF_A_COUNT = Race("global_step:0", "global_step", "read", ("update",), False, True, True, 1, 9)
SIDES = Sides(Side("old.py", ("1",)), Side("new.py", ("1",)), {})
# Both fetch the loss with the step, and print what is asked for by itself.
RACES = """
import tensorflow{v1} as tf
{behaviour}
x = tf.Variable(10.0)
loss = 2 * x * x - 5 * x + 4
step = tf.train.GradientDescentOptimizer({rate}).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(10):
        session.run([step, loss])
        print("x: %.6f" % session.run(x))
"""


def seen(loss: float, gradient: float = 1.0) -> Observation:
    variable = ObservedVariable(
        "w", before=reduced([2.0]), gradient=reduced([gradient]), after=reduced([2.0 - gradient])
    )
    return Observation((ObservedStep(0, loss=reduced(loss), variables=(variable,), loss_of="add:0"),), 1)


def given(monkeypatch: pytest.MonkeyPatch, races: dict[str, tuple[Race, ...]]) -> None:
    monkeypatch.setattr(
        "harness.sides.observing.open_losses.races_within", lambda side, sides: races.get(side.name, ())
    )


def test_a_loss_that_races_is_not_held_and_all_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"new.py": (RACE,)})
    found = without_open_losses(SIDES, watched(seen(154.0), seen(171.5)))
    assert (found.held, found.parting, found.left.remarks) == (1, None, ())
    assert found.right.remarks == (
        "add:0 is fetched in the run that updates w, and may be read before or after it, as it happens: losses were "
        "not held",
    )
    assert open_losses_text(found) == ", losses left aside, which race with the update"
    other = without_open_losses(SIDES, watched(seen(154.0), seen(171.5, gradient=3.0)))
    assert other.stage is Stage.GRADIENTS


@pytest.mark.parametrize("races", [{}, {"old.py": (OF_AN_OP,)}, {"old.py": (OF_A_COUNT,)}])
def test_a_loss_that_does_not_race_is_apart(
    races: dict[str, tuple[Race, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, races)
    found = watched(seen(154.0), seen(171.5))
    assert without_open_losses(SIDES, found) is found
    assert (found.stage, open_losses_text(found)) == (Stage.LOSS, "")


def test_nobody_looks_for_races_where_losses_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.sides.observing.open_losses.races_within", lambda side, sides: pytest.fail("looked"))
    found = watched(seen(154.0), seen(154.0, gradient=3.0))
    assert without_open_losses(SIDES, found) is found


@pytest.mark.parametrize(("rate", "proved"), [("0.1", True), ("0.05", False)])
def test_a_port_that_races_as_its_original_does_is_proved_by_all_else(
    rate: str, proved: bool, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    behaviour = "tf.disable_v2_behavior()"
    left = job_of(tmp_path / "old.py", RACES.format(v1="", behaviour="", rate="0.1"), tf1_python)
    right = job_of(tmp_path / "new.py", RACES.format(v1=".compat.v1", behaviour=behaviour, rate=rate), tf2_python)
    with run_sides(left, right, Setup(jobs=2)) as sides:
        proof = prove(sides, Tolerances(Tolerance(), {}))
    assert proof.proved is proved
    assert proof.words.startswith(": same start, 10 steps, all numbers bit for bit") is proved
