"""Random draws: which calls of a script draw, and which of them no seed reaches."""

import pytest

from harness.diagnose.sources.said.random_draws import draws_of, graph_seed, unseeded_draws
from harness.diagnose.sources.text.source import read_source

IMPORTS = "import random\nimport numpy as np\nimport tensorflow as tf\n"


def unseeded(text: str) -> list[str]:
    return [call.method for call in unseeded_draws(read_source(IMPORTS + text))]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("x = np.random.RandomState(0).rand(3).astype(np.float32)", []),
        ("x = np.random.RandomState().rand(3).astype(np.float32)", ["RandomState"]),
        ("x = np.random.rand(3).astype(np.float32)", ["rand"]),
        ("y = tf.nn.dropout(x, 0.5)", ["dropout"]),
        ("y = tf.nn.dropout(x, 0.5, seed=1)", []),
        ("drop = tf.keras.layers.Dropout(0.5)", ["Dropout"]),
        ("drop = tf.keras.layers.Dropout(0.5, seed=1)", []),
        ("noise = tf.keras.layers.GaussianNoise(0.1)", ["GaussianNoise"]),
        ("layer = tf.keras.layers.Dense(3)", ["Dense"]),
        ("layer = tf.keras.layers.Dense(3)\nlayer.set_weights([w, b])", []),
    ],
)
def test_draws_that_no_seed_reaches(text: str, drawn: list[str]) -> None:
    assert unseeded(text) == drawn


@pytest.mark.parametrize(
    "text",
    [
        "layer = tf.keras.layers.Dense(3)",
        "drop = tf.keras.layers.Dropout(0.5)",
        "x = np.random.rand(3)",
        "x = random.random()",
        "x = tf.random.normal([3])",
    ],
)
def test_keras_seeds_python_numpy_and_tensorflow_at_once(text: str) -> None:
    assert len(unseeded(text)) == 1
    assert unseeded(f"tf.keras.utils.set_random_seed(1)\n{text}") == []


@pytest.mark.parametrize(
    ("text", "seed", "known"),
    [
        ("x = tf.random.normal([3], seed=7)", "7", True),
        ("SEED = 7\nx = tf.random.normal([3], seed=SEED)", "7", True),
        ("SEED = -7\nx = tf.random.normal([3], seed=SEED)", "-7", True),
        ("x = tf.random.normal([3])", "", True),
        ("SEED = 7\nSEED = 8\nx = tf.random.normal([3], seed=SEED)", "SEED", False),
        ("seed = 7\ndef draw(seed):\n    return tf.random.normal([3], seed=seed)", "seed", False),
    ],
)
def test_a_seed_is_a_number_or_not_known(text: str, seed: str, known: bool) -> None:
    [draw] = draws_of(read_source(IMPORTS + text))
    assert (draw.seed, draw.known) == (seed, known)


def test_a_graph_seed_may_have_a_name() -> None:
    assert graph_seed(read_source(IMPORTS + "SEED = 1234\ntf.random.set_seed(SEED)")) == "1234"
    assert graph_seed(read_source(IMPORTS + "tf.random.set_seed(args.seed)")) == "args.seed"
    assert graph_seed(read_source(IMPORTS)) == "87654321"
