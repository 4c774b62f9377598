"""A survey of a small repository whose answers are known, with real TensorFlow: 1.15 to 2.15."""

from pathlib import Path

import pytest

from harness.sides.around.scenes import SceneOptions
from harness.survey.answers import Answers, Kind, Survey
from harness.survey.ask import Ask
from harness.survey.standing import NOT_RUN, Standing, left_to_do, standing_of
from harness.survey.survey import survey
from tests.conftest import tensorflow_pythons
from tests.projects import write_project

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.long
TRAINS = """\
import tensorflow as tf

w = tf.Variable(tf.random_normal([3]))
loss = tf.reduce_sum(tf.square(w - [1.0, 2.0, 3.0]))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(6):
        sess.run(step)
        print(i, sess.run(loss))
"""
SESSION = """\
import tensorflow as tf
from net import loss_of

w = tf.Variable(2.0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss_of(w)))
"""
NET = """\
import tensorflow as tf


def loss_of(w):
    return tf.square(w - tf.constant(3.0))
"""
TEST_OF_NET = """\
import unittest
import tensorflow as tf
from net import loss_of


class Net(unittest.TestCase):
    def test_loss(self):
        with tf.Session() as sess:
            self.assertEqual(sess.run(loss_of(tf.constant(1.0))), 4.0)
"""
UNSTEADY = """\
import os
import tensorflow as tf

with tf.Session() as sess:
    print(sess.run(tf.constant(1.0)) * int.from_bytes(os.urandom(4), "big"))
"""
GONE = """\
import numpy as np
import tensorflow as tf

print(tf.contrib.crf.viterbi_decode(np.eye(3), np.eye(3)))
"""
MODERN = """\
import tensorflow as tf

w = tf.Variable(2.0)
with tf.GradientTape() as tape:
    loss = w * w
print(tape.gradient(loss, w).numpy())
"""
SETTINGS = """\
[[file]]
path = "test_net.py"
tests = true

[[file]]
path = "raises.py"
skip = "known"

[[file]]
path = "wants/words.py"
name = "words 1"
args = "1"

[[file]]
path = "wants/words.py"
name = "words"
"""
FILES = {
    "trains.py": TRAINS,
    "imports.py": SESSION,
    "net.py": NET,
    "for_ever.py": "import time\n"
    + TRAINS.replace("for i in range(6)", "i = 0\n    while True").replace(
        "print(i", "i += 1; time.sleep(0.1); print(i"
    ),
    "unsteady.py": UNSTEADY,
    "gone.py": GONE,
    "wants/words.py": "import sys\nimport tensorflow as tf\n\nprint(tf.__version__ > '', int(sys.argv[1]) + 1)\n",
    "wants/file.py": "import tensorflow as tf\n\nprint(len(open('points.csv').read()), tf.float32)\n",
    "wants/package.py": "import gym\nimport tensorflow as tf\n\nprint(gym, tf.float32)\n",
    "modern.py": MODERN,
    "both.py": TRAINS.replace("import tensorflow as tf", "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()"),
    "plain.py": "print(1)\n",
    "broken.py": "import tensorflow as tf\nprint(1\n",
    "raises.py": "import tensorflow as tf\n\nraise ValueError('shapes differ')\n",
    "test_net.py": TEST_OF_NET,
    "survey.toml": SETTINGS,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    missing = {"tf1.15", "tf2.15"} - set(tensorflow_pythons())
    if missing:
        pytest.skip(f"no environment of {', '.join(sorted(missing))}")
    folder = write_project(tmp_path_factory.mktemp("survey") / "legacy", FILES)
    ask = Ask("1.15", "2.15", run=True, scene=SceneOptions(seed=7, within=3.0), experiments=10.0)
    return survey(folder, ROOT, ask, None, "")


def of(done: Survey, name: str) -> Answers:
    return next(each for each in done.answers if each.name == name)


STANDINGS = {
    "trains.py": Standing.PROVED,
    "imports.py": Standing.PROVED,
    "net.py": Standing.NOTHING,
    "for_ever.py": Standing.PROVED,
    "unsteady.py": Standing.UNSTEADY,
    "gone.py": Standing.STUCK,
    "words 1": Standing.SAME,
    "words": Standing.NEEDS,
    "wants/file.py": Standing.NEEDS,
    "wants/package.py": Standing.NEEDS,
    "modern.py": Standing.THERE,
    "both.py": Standing.SAME,
    "plain.py": Standing.NOTHING,
    "broken.py": Standing.UNREAD,
    "raises.py": Standing.KNOWN,
    "test_net.py": Standing.PROVED,
}


def test_each_file_stands_where_it_stands(done: Survey) -> None:
    assert {each.name: standing_of(each) for each in done.answers} == STANDINGS
    assert not [each.trouble for each in done.answers if each.trouble]


def test_a_proof_says_what_it_rests_on(done: Survey) -> None:
    compat, eager = of(done, "trains.py").ported
    assert (compat.to, compat.words) == ("compat", "6 steps from the same seeds, all numbers bit for bit")
    assert (eager.to, eager.proved) == ("eager", True)


def test_what_runs_for_ever_is_stopped_and_proved_as_far_as_it_came(done: Survey) -> None:
    answers = of(done, "for_ever.py")
    assert (answers.ran[0].ended, answers.ran[0].is_well) == ("cut", True)
    assert answers.ported[0].words.startswith("as far as it ran (3 s): ")


def test_what_a_file_wants_comes_with_the_option_that_gives_it(done: Survey) -> None:
    causes = {name: of(done, name).ran[0].cause for name in ("words", "wants/file.py", "wants/package.py")}
    assert causes == {"words": "needs-arguments", "wants/file.py": "needs-file", "wants/package.py": "needs-package"}
    needs = {name: [need.option for need in of(done, name).known.needs] for name in ("words", "wants/package.py")}
    assert needs == {"words": ['--args "WORD1"'], "wants/package.py": ["--with gym"]}


def test_a_module_is_not_run_and_its_tests_are(done: Survey) -> None:
    assert (of(done, "net.py").known.kind, of(done, "net.py").ran) == (Kind.MODULE, ())
    tests = of(done, "test_net.py").ran
    assert [(each.release, each.ended) for each in tests] == [("1.15", "well"), ("2.15", "exited")]


def test_a_file_for_another_release_says_why(done: Survey) -> None:
    modern = of(done, "modern.py").known
    assert (modern.origin, modern.why) == ("2.15", "1.15 lacks what .numpy() needs (line 6)")


def test_only_what_is_left_counts(done: Survey) -> None:
    left = {each.name: left_to_do(each) for each in done.answers}
    assert [name for name, count in left.items() if not count] == [
        name
        for name in sorted(STANDINGS)
        if STANDINGS[name] in (Standing.NOTHING, Standing.THERE, Standing.SAME, Standing.PROVED) or name == "raises.py"
    ]


def test_of_a_file_that_does_not_run_there_is_a_draft_that_nobody_ran(done: Survey) -> None:
    (draft,) = of(done, "wants/package.py").ported
    assert (draft.to, draft.drafted, draft.runs, draft.words) == ("compat", True, False, NOT_RUN)
    assert left_to_do(of(done, "wants/package.py")) == 1
