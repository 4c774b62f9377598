"""Specification of what is seen of calls: settings in force, and nothing that a script prints is another one for it."""

from pathlib import Path
from typing import Any

import pytest

from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons

CASES = Path(__file__).parents[2] / "cases"
MIGRATIONS = Path(__file__).parents[1] / "migrations"
# Scripts that draw with and without seeds of their own, train, and print what layers give.
SCRIPTS = {
    "tf1": [
        CASES / "adam_small_gradient/graph.py",
        *(MIGRATIONS / name / "old.py" for name in ("two_of_them", "contrib_conv", "weighted_mean")),
    ],
    "tf2": [
        CASES / "adam_small_gradient/eager.py",
        *(MIGRATIONS / name / "new.py" for name in ("two_of_them", "contrib_conv", "weighted_mean")),
    ],
}


def runs(release: str, scripts: list[Path], *preludes: Prelude) -> list[Outcome]:
    python = tensorflow_pythons().get(release)
    if python is None:
        pytest.skip(f"{release} is not installed")
    with open_worker(python, Setup()) as worker:
        requests = [Request(path, {}, 120.0, 8192 * MEBIBYTE, MEBIBYTE, preludes=preludes) for path in scripts]
        return [worker.submit(request).result() for request in requests]


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15", "tf2.15", "tf2.21"])
def test_a_watched_script_gives_the_same(release: str) -> None:
    scripts = SCRIPTS[release[:3]]
    plain, watched = runs(release, scripts), runs(release, scripts, Prelude("watch_calls"))
    assert [each.failure for each in watched] == [each.failure for each in plain]
    assert [each.printed for each in watched] == [each.printed for each in plain]
    assert [each.trace for each in watched] == [each.trace for each in plain]


def seen(tmp_path: Path, release: str, text: str) -> list[dict[str, Any]]:
    script = tmp_path / "script.py"
    script.write_text(text + "print('done')\n")
    (outcome,) = runs(release, [script], Prelude("watch_calls"))
    assert outcome.failure is None, outcome.stderr
    return [each.what for each in outcome.seen if each.kind == "call"]


def test_what_a_default_is_was_in_force_too(tmp_path: Path) -> None:
    text = "import tensorflow as tf\ntf.contrib.layers.fully_connected(tf.zeros([1, 2]), 3)\n"
    (call,) = seen(tmp_path, "tf1.15", text)
    assert (call["symbol"], call["kind"], call["line"]) == ("tf.contrib.layers.fully_connected", "dense", 2)
    assert call["settings"] == {"activation": "relu", "units": 3, "use_bias": True}
    assert call["given"] == ["inputs", "num_outputs"]


def test_what_an_arg_scope_gives_is_in_force(tmp_path: Path) -> None:
    text = (
        "import tensorflow as tf\nslim = tf.contrib.slim\n"
        "with slim.arg_scope([slim.fully_connected], activation_fn=None):\n"
        "    slim.fully_connected(tf.zeros([1, 2]), 3)\n"
    )
    (call,) = seen(tmp_path, "tf1.15", text)
    assert call["settings"]["activation"] == "linear"


def test_a_rate_that_is_taken_and_ignored_is_told_beside_the_one_in_force(tmp_path: Path) -> None:
    text = "import tensorflow as tf\ntf.keras.optimizers.SGD(lr=0.2)\n"
    (call,) = seen(tmp_path, "tf2.15", text)
    assert (call["settings"]["learning_rate"], call["settings"]["lr_given"]) == (0.01, 0.2)


def test_calls_of_a_loop_are_told_once(tmp_path: Path) -> None:
    text = "import tensorflow as tf\nfor _ in range(9):\n    tf.nn.leaky_relu([1.0])\n"
    assert len(seen(tmp_path, "tf2.15", text)) == 1
