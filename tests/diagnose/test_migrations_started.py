"""Specification of ports that begin with other first values: alone, of another distribution, and beside a mistake."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.first_values import SAYS
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.hold import Held, hold
from harness.sides.look import Ask
from harness.sides.run import run_sides
from harness.targets.target import Setup
from harness.words.verdict import Verdict
from tests.jobs import job, job_of

STARTS = Path(__file__).parents[1] / "migrations" / "starts"


def compared(folder: Path, pair: str, python: Path, other: Path, changes: dict[str, str] | None = None) -> Held:
    """The old script held against the port of a pair, in whose text something is changed first."""
    text = (STARTS / pair / "new.py").read_text()
    for was, now in (changes or {}).items():
        assert was in text
        text = text.replace(was, now)
    left, right = job(STARTS / pair / "old.py", python), job_of(folder / "new.py", text, other)
    setup = Setup(jobs=2)
    with run_sides(left, right, setup) as both:
        return hold(both, Tolerances(Tolerance(), {}), Ask(watch=True), setup, budget=3600.0)


def causes(held: Held) -> list[tuple[str, str]]:
    return [(each.cause, each.confidence.value) for each in held.diagnosis.findings]


@pytest.mark.parametrize("pair", ["truncated", "glorot"])
def test_first_values_of_another_generator_are_the_only_cause(
    pair: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, pair, tf1_python, tf2_python)
    assert causes(held) == [("other-first-values", "confirmed")]
    (finding,) = held.diagnosis.findings
    (experiment,) = finding.experiments
    assert experiment.says == SAYS == "the first values of the left side (--same-start)"
    assert experiment.explains_all
    assert "spread no more otherwise than two draws of one distribution" in finding.evidence


def test_a_smaller_deviation_is_another_initializer(tmp_path: Path, tf1_python: Path, tf2_python: Path) -> None:
    held = compared(tmp_path, "truncated", tf1_python, tf2_python, {"stddev=0.1": "stddev=0.01"})
    assert causes(held) == [("other-initializer", "confirmed")]
    assert "w1 begins of deviation 0.0871 on the left, 0.0" in held.diagnosis.findings[0].evidence


def test_of_few_numbers_the_texts_say_that_it_is_another_distribution(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "glorot", tf1_python, tf2_python, {"GlorotUniform": "GlorotNormal"})
    assert causes(held) == [("other-initializer", "confirmed")]
    evidence = held.diagnosis.findings[0].evidence
    assert "new.py@tf2.21 draws from glorot_normal, " in evidence
    assert evidence.endswith("old.py@tf1.15 from glorot_uniform")


@pytest.mark.parametrize(
    ("pair", "was", "now", "cause"),
    [
        ("truncated", "epsilon=1e-8", "epsilon=1e-3", "epsilon"),
        ("truncated", "Adam(0.01", "Adam(0.02", "other-rate"),
        ("truncated", "reduce_mean", "reduce_sum", "other-operation"),
        ("glorot", "from_logits=True", "from_logits=False", "from-logits"),
        ("glorot", 'Dense(16, "relu"', 'Dense(16, "elu"', "other-operation"),
    ],
)
def test_a_mistake_besides_is_named_first(
    pair: str, was: str, now: str, cause: str, tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, pair, tf1_python, tf2_python, {was: now})
    assert causes(held) == [(cause, "confirmed"), ("other-first-values", "confirmed")]
    assert held.diagnosis.remains[0] == (
        f"other-first-values and {cause} are both at work: with one of them put right numbers differ still"
    )
    alone, joint = held.diagnosis.findings[0].experiments
    assert not alone.explains_all
    assert joint.explains_all or joint.leaves_rounding
    assert joint.says.endswith(f", and {SAYS},")


def test_a_mistake_that_nobody_knows_is_not_excused_by_the_first_values(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    step = "    optimizer.apply"
    thinned = f"    grads = [g * tf.cast(tf.abs(g) > 0.01, g.dtype) for g in grads]\n{step}"
    held = compared(tmp_path, "truncated", tf1_python, tf2_python, {step: thinned})
    assert not any(sure != "possible" for _, sure in causes(held))
    assert held.looked.started[0] is not None and not held.looked.started[0].proves


REWRITTEN = {'print("step %d loss %.6f" % (step, loss.numpy()))': 'print("still training" if step < 15 else "trained")'}


def test_of_a_port_that_prints_otherwise_the_steps_show_the_cause(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "glorot", tf1_python, tf2_python, REWRITTEN)
    assert held.comparison.comparison.verdict is Verdict.DIVERGED
    assert causes(held) == [("other-first-values", "confirmed")]
    (experiment,) = held.diagnosis.findings[0].experiments
    assert str(experiment).startswith(f"with {SAYS} all 16 steps agree (0 before; ")
    assert held.diagnosis.remains == ("not explained by it: 4 only on the left",)
    (started,) = held.looked.started
    assert started is not None and started.computes_the_same and not started.proves


def test_of_a_port_that_prints_otherwise_a_mistake_is_named_first(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "glorot", tf1_python, tf2_python, {**REWRITTEN, "SGD(0.1)": "SGD(0.2)"})
    assert causes(held) == [("other-rate", "confirmed"), ("other-first-values", "confirmed")]
    _, joint = held.diagnosis.findings[0].experiments
    assert f", and {SAYS}, all 16 steps agree (0 before; " in str(joint)


def test_a_stage_that_is_apart_from_the_same_start_makes_it_likely_whatever_is_printed(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "truncated", tf1_python, tf2_python, {", epsilon=1e-8": ""})
    assert causes(held) == [("other-first-values", "likely")]
    (experiment,) = held.diagnosis.findings[0].experiments
    assert experiment.explains_all
    assert experiment.aside == ", though stage update of step 0 is apart then"


def test_what_rounding_makes_from_the_same_start_is_amplified(
    tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "growing", tf1_python, tf2_python)
    assert held.comparison.comparison.verdict is Verdict.DIVERGED
    (started,) = held.looked.started
    assert started is not None and started.held.comparison.verdict is Verdict.AMPLIFIED
    assert causes(held) == [("other-first-values", "confirmed")]
    (experiment,) = held.diagnosis.findings[0].experiments
    assert "of them within what one ULP at the start does to the left side" in str(experiment)


def test_behind_draws_without_a_seed_the_rate_is_told(tmp_path: Path, tf1_python: Path, tf2_python: Path) -> None:
    changes = {", seed=1)": ")", ", seed=2)": ")", "Adam(0.01": "Adam(0.02"}
    held = compared(tmp_path, "truncated", tf1_python, tf2_python, changes)
    assert causes(held) == [("other-rate", "confirmed"), ("not-reproducible", "confirmed")]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("Embedding(30, 6)", [("other-initializer", "likely"), ("unseeded", "confirmed")]),
        ('Embedding(30, 6, embeddings_initializer="glorot_uniform")', [("unseeded", "confirmed")]),
    ],
)
def test_of_sides_without_a_seed_another_distribution_is_told_first(
    table: str, wanted: list[tuple[str, str]], tmp_path: Path, tf1_python: Path, tf2_python: Path
) -> None:
    held = compared(tmp_path, "words", tf1_python, tf2_python, {"Embedding(30, 6)": table})
    assert causes(held) == wanted
