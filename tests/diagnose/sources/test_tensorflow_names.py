"""TensorFlow's names stand once; releases have them so, and the patches, which can import none of it, agree."""

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.diagnose.experiments.laboratory import patch_file
from harness.diagnose.sources.changed.literals import Rate, rate_of
from harness.diagnose.sources.text.tensorflow import DECAYS, OPTIMIZERS, optimizer_names
from tests.diagnose.conftest import RunScript
from tests.diagnose.sides import golden, origin

# Prints, for each class: its module and name, the place of epsilon behind self, the defaults of epsilon and the rate.
ASKED = """\
import inspect
import tensorflow as tf

train = tf.train if hasattr(tf.train, "AdamOptimizer") else tf.compat.v1.train
for where, module in (("train", train), ("keras", tf.keras.optimizers)):
    for name in sorted(set(dir(module))):
        kind = getattr(module, name)
        if isinstance(kind, type):
            given = list(inspect.signature(kind.__init__).parameters.values())
            names, defaults = [one.name for one in given], {one.name: one.default for one in given}
            place = names.index("epsilon") - 1 if "epsilon" in names else None
            print(where, name, place, defaults.get("epsilon"), defaults.get("learning_rate"))
"""


def table_of(patch: str, name: str) -> Any:
    """A table that a patch has, by its name."""
    tree = ast.parse(patch_file(patch).read_text(encoding="utf-8"))
    [value] = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    return value


def test_the_patch_of_epsilon_knows_every_optimizer_of_keras_that_has_one() -> None:
    assert set(ast.literal_eval(table_of("epsilon", "NAMES"))) == {
        names.keras for names in OPTIMIZERS if names.keras_epsilon is not None
    }


def test_the_patch_of_tf1s_optimizers_pairs_the_same_names() -> None:
    table = table_of("tf1_optimizers", "OPTIMIZERS")
    pairs = {
        ast.literal_eval(key): ast.literal_eval(row.elts[0]) for key, row in zip(table.keys, table.values, strict=True)
    }
    # Without momentum, and with it the other formula of keras-momentum, which has a patch of its own.
    assert pairs.pop("SGD") == "GradientDescentOptimizer"
    assert pairs == {names.keras: names.tf1 for names in OPTIMIZERS if names.rewritten and names.tf1}


def test_the_patch_of_schedules_pairs_the_decays_that_are_computed_in_float32() -> None:
    assert ast.literal_eval(table_of("float64_schedules", "SCHEDULES")) == {
        decay.tf1: decay.keras for decay in DECAYS if decay.float32
    }


def test_a_kind_is_called_as_keras_calls_it() -> None:
    assert optimizer_names("SGD").tf1 == "MomentumOptimizer"
    assert optimizer_names("GradientDescentOptimizer").keras == ""
    with pytest.raises(KeyError):
        optimizer_names("Lion")


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        *((f"a = tf.keras.optimizers.{names.keras}(0.03)", 0.03) for names in OPTIMIZERS if names.keras),
        ("a = tf.keras.optimizers.AdamW()", 0.001),
        ("a = tf.keras.optimizers.schedules.CosineDecay(0.1, 10)", 0.1),
        ("a = tf.train.inverse_time_decay(0.1, step, 10, 0.5)", 0.1),
        ("a = tf.train.natural_exp_decay(0.1, step, 10, 0.5)", 0.1),
        ("a = tf.train.piecewise_constant(0.1, [10.0], [0.2, 0.3])", None),
    ],
)
def test_the_rate_of_every_optimizer_and_decay_is_read(text: str, rate: float | None) -> None:
    side = replace(golden("two_layer_net", "graph", "sgd"), source=text, origin=origin())
    assert rate_of(side) == (None if rate is None else Rate(rate))


@pytest.mark.parametrize("release", ["tf1.15", "tf2.4", "tf2.21"])
def test_releases_have_these_names_and_defaults(tmp_path: Path, run_script: RunScript, release: str) -> None:
    script = tmp_path / "asked.py"
    script.write_text(ASKED, encoding="utf-8")
    there = {tuple(line.split()[:2]): line.split(maxsplit=4)[2:] for line in run_script(script, release).lines}
    for names in OPTIMIZERS:
        if names.tf1:
            place, epsilon, _ = there["train", names.tf1]
            assert (place, epsilon) == (str(names.epsilon_place if names.tf1_epsilon else None), str(names.tf1_epsilon))
        # AdamW is Keras' own since 2.11, and tf.keras of 1.14 and before had other defaults.
        if names.keras and (names.keras != "AdamW" or release == "tf2.21"):
            assert there["keras", names.keras] == [
                str(value) for value in (names.epsilon_place, names.keras_epsilon, names.keras_rate)
            ]
