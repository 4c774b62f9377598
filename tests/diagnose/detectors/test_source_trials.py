"""What the detectors that judge by source suspect, put to the test in a real TensorFlow."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.anywhere import not_reproducible
from harness.diagnose.detectors.last_bits import onednn
from harness.diagnose.detectors.update import optimizer_made_each_step, optimizer_rewritten
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.finding import Change, Confidence
from tests.diagnose.conftest import RunScript
from tests.diagnose.sides import ROOT, held, variant

# Not one bit may differ.
EXACT = Tolerances(Tolerance(ulps=0), {})
RELEASES = ("tf2.4", "tf2.15", "tf2.21")
# Pitfall, its right case with parameters, the cause, and what makes all numbers agree.
CONFIRMED = [
    ("op_seed_continued", "eager", "two_layer_net", {"steps": 501}, "seed-continued", "a stream of its own for each"),
    ("keras_momentum", "eager", "momentum_dropping_rate", {}, "keras-momentum", "TF1's momentum"),
    ("keras_epsilon", "eager", "adam_small_gradient", {}, "epsilon", "epsilon 1e-08"),
    ("rmsprop_accumulator", "eager", "rmsprop", {}, "rmsprop-accumulator", "tf.train's RMSProp"),
    ("rate_frozen_at_trace", "function", "smooth_decay_20", {}, "rate-frozen", "functions run eagerly"),
]


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize(("wrong", "style", "right", "parameters", "cause", "says"), CONFIRMED)
def test_the_suspicion_is_borne_out(
    wrong: str,
    style: str,
    right: str,
    parameters: dict[str, int],
    cause: str,
    says: str,
    release: str,
    laboratory: Laboratory,
    run_script: RunScript,
) -> None:
    left = run_script(ROOT / "cases" / right / "graph.py", release, **parameters)
    side = run_script(ROOT / "cases" / "pitfalls" / wrong / f"{style}.py", release)
    evidence = held(left, side, variant(f"pitfalls/{wrong}").tolerances)
    (finding,) = [found for one in ALL if (found := one.detect(evidence)) is not None and found.cause == cause]
    experiment = try_out(evidence, finding.trials[0], laboratory)
    assert experiment.says.startswith(says)
    assert not experiment.failed
    assert experiment.before < experiment.total
    assert experiment.explains_all, experiment


def test_an_optimizer_made_once_has_its_velocity(laboratory: Laboratory, run_script: RunScript, tmp_path: Path) -> None:
    wrong = ROOT / "cases/pitfalls/optimizer_made_each_step/eager.py"
    once = tmp_path / "once.py"
    text = wrong.read_text(encoding="utf-8")
    line = "        optimizer = tf.keras.optimizers.SGD(0.001, momentum=0.9)\n"
    assert line in text
    made_before = text.replace(line, "").replace("    for i in range(101):", f"{line[4:]}    for i in range(101):")
    once.write_text(made_before, encoding="utf-8")
    evidence = held(run_script(once, "tf2.15"), run_script(wrong, "tf2.15"))
    finding = optimizer_made_each_step.detect(evidence)
    assert finding is not None
    experiment = try_out(evidence, finding.trials[0], laboratory)
    assert experiment.explains_all, experiment


def test_a_script_without_seeds_differs_from_itself(
    laboratory: Laboratory, run_script: RunScript, tmp_path: Path
) -> None:
    script = tmp_path / "unseeded.py"
    script.write_text("import tensorflow as tf\nfor _ in range(3):\n    print(float(tf.random.normal([])))\n")
    left, right = run_script(script, "tf2.15"), run_script(script, "tf2.15")
    evidence = held(replace(left, name="old"), replace(right, name="new"))
    again = laboratory.run(evidence.right, Change("the same script once more"), evidence.left)
    assert isinstance(again, Side)
    finding = not_reproducible.detect_rerun(evidence, again)
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("unseeded", Confidence.CONFIRMED)


PRODUCTS = """
import numpy as np
import tensorflow as tf


def trace():
    rng = np.random.RandomState(1)
    x = tf.constant(rng.randn(16, 784), tf.float32)
    w = tf.Variable(tf.constant(rng.randn(784, 10), tf.float32))
    for step in range(5):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
        w.assign_sub(0.01 * tape.gradient(loss, w))
        yield {"step": step, "w": w.numpy()[:3]}
"""


@pytest.mark.parametrize("release", ["tf2.15", "tf2.21"])
def test_products_of_matrices_are_those_of_before_without_onednn(
    release: str, laboratory: Laboratory, run_script: RunScript, tmp_path: Path
) -> None:
    script = tmp_path / "products.py"
    script.write_text(PRODUCTS, encoding="utf-8")
    right = run_script(script, release)
    without = laboratory.run(right, Change("off", environment={"TF_ENABLE_ONEDNN_OPTS": "0"}), right)
    assert isinstance(without, Side)
    evidence = held(replace(without, name="old"), right, EXACT)
    if not differs(evidence):
        pytest.skip("on this processor oneDNN rounds as TensorFlow's own kernels do")
    finding = onednn.detect(evidence)
    assert finding is not None
    experiment = try_out(evidence, finding.trials[0], laboratory)
    assert str(experiment).startswith("with TF_ENABLE_ONEDNN_OPTS=0 all 155 numbers agree")


ADAM = """
import tensorflow as tf


def trace():
    w = tf.Variable([5.0, -3.0, 0.25])
    optimizer = tf.keras.optimizers.Adam(0.01)
    for step in range(300):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.square(w + 1))
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])
        yield {"step": step, "w": w.numpy()}
"""


def test_adam_is_that_of_before_it_was_rewritten(laboratory: Laboratory, run_script: RunScript, tmp_path: Path) -> None:
    script = tmp_path / "adam.py"
    script.write_text(ADAM, encoding="utf-8")
    evidence = held(replace(run_script(script, "tf2.4"), name="old"), run_script(script, "tf2.15"), EXACT)
    finding = optimizer_rewritten.detect(evidence)
    assert finding is not None
    experiments = [try_out(evidence, change, laboratory) for change in finding.trials]
    assert [experiment.says for experiment in experiments] == [
        "tf.keras.optimizers.legacy.Adam",
        "tf.train's Adam and the epsilon that it has",
    ]
    assert experiments[0].before < experiments[0].total == 1200
    assert experiments[0].explains_all, experiments[0]
