"""Specification of what a text says of a model's own step, and of what is frozen behind compile."""

from textwrap import dedent

import pytest

from harness.diagnose.sources.changed.trainable import line_set_behind_compile
from harness.diagnose.sources.said.own_steps import line_of_own_loss

OWN = """
class Model(tf.keras.Model):
    def train_step(self, data):
        loss = self.loss_of(data)
        return RETURNED
"""


@pytest.mark.parametrize(
    ("returned", "line"),
    [
        ('{"loss": loss}', 5),
        ('{"mae": mae, "loss": loss}', 5),
        ("dict(loss=loss)", 5),
        ('{"my_loss": loss}', 0),
        ("{each.name: each.result() for each in self.metrics}", 0),
        ("super().train_step(data)", 0),
    ],
)
def test_a_loss_that_a_step_gives_back_by_that_name_is_found(returned: str, line: int) -> None:
    assert line_of_own_loss(OWN.replace("RETURNED", returned)) == line


FREEZE = "def freeze():\n    base.trainable = False\n"


def test_a_function_of_another_name_is_no_step() -> None:
    assert line_of_own_loss('def test_step(self):\n    return {"loss": 1.0}\n') == 0


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ("model.compile('sgd')\nbase.trainable = False\nmodel.fit(x)\n", 2),
        ("base.trainable = False\nmodel.compile('sgd')\nmodel.fit(x)\n", 0),
        ("model.compile('sgd')\nbase.trainable = False\nmodel.compile('sgd')\nmodel.fit(x)\n", 0),
        ("model.compile('sgd')\nmodel.fit(x)\nbase.trainable = False\nmodel.train_on_batch(x)\n", 3),
        ("model.compile('sgd')\nmodel.fit(x)\nbase.trainable = False\nmodel.predict(x)\n", 0),
        ("model.compile('sgd')\nfor layer in model.layers:\n    layer.trainable = False\nmodel.fit(x)\n", 3),
        (f"{FREEZE}model.compile('sgd')\nfreeze()\nmodel.fit(x)\n", 2),
        (f"{FREEZE}freeze()\nmodel.compile('sgd')\nmodel.fit(x)\n", 0),
        (f"model.compile('sgd')\n{FREEZE}model.fit(x)\nfreeze()\n", 0),
        (f"{FREEZE}def main():\n    model.compile('sgd')\n    freeze()\n    model.fit(x)\nmain()\n", 2),
        (f"{FREEZE}def make():\n    model.compile('sgd')\nmake()\nfreeze()\nmake()\nmodel.fit(x)\n", 0),
    ],
)
def test_what_is_frozen_counts_where_nothing_is_compiled_before_the_next_training(script: str, line: int) -> None:
    assert line_set_behind_compile(dedent(script)) == line
