"""A script that no release takes as it is, for a name that it uses had gone when another one came: what was only
renamed is given by its old name as well."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.right_release import right_release_text
from harness.sides.around.old_names import old_names
from harness.targets.outcome import Failure
from harness.targets.scene import Scene
from harness.targets.target import Request, Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons
from tests.targets.worker.conftest import request_for

# tf.pack had gone in 1.0, which brought tf.layers; pictures were made white until 0.12, which named that otherwise.
MIXED = """import tensorflow as tf
x = tf.pack([[1.0, 2.0], [3.0, 4.0]])
y = tf.layers.flatten(tf.batch_matmul(x, x, adj_y=True))
white = tf.image.per_image_whitening(tf.reshape(x, [2, 2, 1]))
tf.scalar_summary("total", tf.reduce_sum(y))
merged = tf.merge_all_summaries()
with tf.Session() as session:
    print(session.run(y).tolist(), [round(float(v), 3) for v in session.run(white).ravel()])
    print(len(session.run(merged)) > 0)
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import tensorflow as tf\ntf.pack([1]); tf.layers.dense(x, 3)\n", ["tf.pack"]),
        ("import tensorflow as tf\ntf.mul(tf.pack([1]), tf.data)\n", ["tf.mul", "tf.pack"]),
        # 0.12 has all of it; nothing old; no Python.
        ("import tensorflow as tf\ntf.pack([1])\n", None),
        ("import tensorflow as tf\ntf.stack([1]); tf.nothing\n", None),
        ("import tensorflow as tf\ntf.pack([1]) tf.layers\n", None),
    ],
)
def test_which_old_names_are_given(text: str, names: list[str] | None) -> None:
    found = old_names(text)
    assert (None if found is None else sorted(found.setting["names"])) == names


@pytest.mark.parametrize("release", ["tf1.4", "tf1.15"])
def test_they_compute_what_they_did(release: str, tmp_path: Path) -> None:
    pythons = tensorflow_pythons()
    if release not in pythons:
        pytest.skip(f"no environment of {release}")
    script = tmp_path / "train.py"
    script.write_text(MIXED)
    prelude = old_names(MIXED)
    assert prelude is not None
    with open_worker(pythons[release], Setup()) as worker:
        request = replace(request_for(script), scene=Scene(tmp_path, preludes=(prelude,)))
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("[[5.0, 11.0], [11.0, 25.0]] [-1.342, -0.447, 0.447, 1.342]", "True")
    assert outcome.effects is not None
    assert outcome.effects.renamed == (
        "tf.batch_matmul (tf.matmul)",
        "tf.image.per_image_whitening (tf.image.per_image_standardization)",
        "tf.merge_all_summaries (tf.summary.merge_all)",
        "tf.pack (tf.stack)",
        "tf.scalar_summary (tf.summary.scalar)",
    )


def test_with_these_names_given_a_release_is_found_for_the_rest() -> None:
    text = (
        "import tensorflow as tf\nx = tf.image.per_image_whitening(y)\n"
        "tf.nn.softmax_cross_entropy_with_logits(x, y)\ntf.global_variables_initializer()\n"
    )
    prelude = old_names(text)
    assert prelude is not None
    failure = Failure("raised", "a.py:3: ValueError: Only call `softmax_cross_entropy_with_logits` with named", "")
    request = replace(Request(Path("a.py"), {}, 60.0, 1, 1), scene=Scene(Path(), preludes=(prelude,)))
    origin = Origin(Path("python"), request)
    side = Side("a.py@tf1.4", (), tensorflow="1.4.1", source=text, failure=failure, origin=origin)
    assert list(right_release_text(side)) == [
        "1.4 lacks tf.nn.softmax_cross_entropy_with_logits (line 3); by its symbols and arguments it is for 0.12: "
        "run it as a.py@0.12 (harness lint)"
    ]
