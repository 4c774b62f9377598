"""Claims in the notes' prose: what `harness errata` says of them is so."""

from pathlib import Path

from harness.cases.golden import read_golden
from harness.cases.suite import read_suite
from harness.targets.target import Limits, Setup, request_within
from harness.targets.workers import open_worker
from tests.conftest import ROOT

SUITE = read_suite(ROOT)
CASES = {case.name: case for case in SUITE.cases}

SCRIPT = """
import tensorflow as tf


def gradient(w):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1)
    return tape.gradient(loss, w)


w = tf.Variable(5.0)
w.assign_sub(0.5 * gradient(w))
print(w.numpy())

w = tf.Variable(5.0)
w = w - 0.2 * gradient(w)
print(w.numpy(), gradient(w))
"""


def column(case: str, field: str, variant: str = "") -> list[float]:
    """A column of the graph style's golden trace."""
    [chosen] = [each for each in CASES[case].variants if each.name == variant]
    items = [record[field].items[0] for record in read_golden(chosen.golden_path("graph")).records]
    return [item for item in items if isinstance(item, float)]


def verdicts(note: str) -> dict[tuple[int, str], str]:
    found = [
        (claim.line, claim.quote, claim.verdict)
        for case in SUITE.cases
        if case.note.key == note
        for claim in case.claims
    ]
    return {(line, quote): verdict for line, quote, verdict in found}


def test_every_note_with_prose_has_its_claims_decided() -> None:
    assert verdicts("001") == {
        (62, "一直都是 5"): "holds",
        (107, "绝对不会是最优"): "fails",
        (111, "学习率大了震荡不收敛"): "holds",
        (137, "快速梯形衰减"): "holds",
    }
    # The settings of the last two remarks, and of the figure, are not in the note.
    assert sorted(verdicts("003").values()) == ["holds", "holds", "holds", "unsettled", "unsettled", "unsettled"]


def test_a_fixed_rate_can_be_the_best_and_assigning_a_difference_is_not_assign_sub(
    tf2_python: Path, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with open_worker(tf2_python, Setup()) as worker:
        done = worker.submit(request_within(Limits(), script, {}, 60.0)).result()
    assert done.failure is None
    assert done.stdout.split() == ["-1.0", "2.6", "None"]


def test_w_gets_to_the_minimum_exactly() -> None:
    w = column("fixed_rate_0_3", "w")
    assert w.index(-1.0) == 20
    assert set(w[20:]) == {-1.0}


def test_a_decaying_rate_is_slower_than_the_rate_that_it_starts_from() -> None:
    assert abs(column("smooth_decay_20", "w")[19] + 1) > 3 * abs(column("fixed_rate_0_2", "w")[19] + 1)


def test_the_rate_in_stairs_is_never_below_the_smooth_one() -> None:
    stairs = column("staircase_versus_smooth", "rate", "staircase")
    smooth = column("staircase_versus_smooth", "rate", "smooth")
    assert [a == b for a, b in zip(stairs, smooth, strict=True)].count(True) == 3
    assert all(a >= b for a, b in zip(stairs, smooth, strict=True))
