"""Files of tests that want pytest, for fixtures, parameters, a conftest or its classes: it runs them."""

from pathlib import Path

import pytest

from harness.sides.around.scenes import SceneOptions
from harness.survey.answers import Answers
from harness.survey.ask import Ask
from harness.survey.standing import Standing, standing_of
from harness.survey.survey import survey
from harness.survey.tails import tail_of
from tests.conftest import tensorflow_pythons
from tests.projects import write_project

ROOT = Path(__file__).parents[2]
CONFTEST = """\
import pytest
import tensorflow as tf


@pytest.fixture
def session():
    with tf.Graph().as_default(), tf.Session() as sess:
        yield sess
"""
TESTS = """\
import pytest
import tensorflow as tf


@pytest.fixture(scope="module")
def weights():
    return [1.0, 2.0]


@pytest.mark.parametrize("factor", [2.0, 3.0])
def test_product(session, weights, factor):
    product = session.run(tf.multiply(tf.constant(weights), factor))
    print("sum", product.sum())
    assert product[1] == 2 * factor


@pytest.mark.skipif(tf.float32.size == 4, reason="no need")
def test_wide():
    raise ValueError("not run")


class TestShape(object):
    def test_rank(self, session):
        assert session.run(tf.rank(tf.zeros([2, 3]))) == 2
"""
SETTINGS = """\
[[file]]
path = "checks/test_ops.py"
tests = true

[[file]]
path = "checks/test_wrong.py"
tests = true

[[file]]
path = "checks/deep/test_above.py"
tests = true
"""
# What lies above is ported as well: the conftest, and a module by a path that is not written as it is.
ABOVE = """\
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
from nets import line


def test_line(session):
    assert session.run(line.product(), {"x:0": 2.0}) == 6.0
    print("six")
"""
LINE = """\
import tensorflow as tf


def product():
    return tf.multiply(tf.placeholder(tf.float32, [], "x"), 3.0)
"""
FILES = {
    "checks/conftest.py": CONFTEST,
    "checks/test_ops.py": TESTS,
    "checks/test_wrong.py": TESTS.replace("== 2 * factor", "== 4.0"),
    "checks/deep/test_above.py": ABOVE,
    "nets/__init__.py": "",
    "nets/line.py": LINE,
    "setup.cfg": "[tool:pytest]\naddopts = --cov=net\n",
    "survey.toml": SETTINGS,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answers]:
    missing = {"tf1.12", "tf1.15", "tf2.15"} - set(tensorflow_pythons())
    if missing:
        pytest.skip(f"no environment of {', '.join(sorted(missing))}")
    folder = write_project(tmp_path_factory.mktemp("pytest") / "legacy", FILES)
    scene = SceneOptions(seed=7, packages=("auto",))
    ask = Ask("1.15", "2.15", run=True, scene=scene, ways=("compat",), also=("1.12",), experiments=0.0)
    return {each.name: each for each in survey(folder, ROOT, ask, None, "").answers}


@pytest.mark.long
def test_what_needs_pytest_is_run_by_the_pytest_of_its_day_and_its_port_is_proved(done: dict[str, Answers]) -> None:
    answers = done["checks/test_ops.py"]
    ran = [(each.release, each.ended) for each in answers.ran]
    assert ran == [("1.15", "well"), ("1.12", "well"), ("2.15", "exited")]
    assert [(port.to, port.words) for port in answers.ported] == [("compat", "all that it computes bit for bit")]
    assert standing_of(answers) is Standing.PROVED


@pytest.mark.long
def test_a_conftest_and_modules_above_are_ported_with_the_tests(done: dict[str, Answers]) -> None:
    answers = done["checks/deep/test_above.py"]
    assert [(port.to, port.words) for port in answers.ported] == [("compat", "all that it computes bit for bit")]


@pytest.mark.long
def test_a_test_that_fails_fails_the_run(done: dict[str, Answers]) -> None:
    (own, *_) = done["checks/test_wrong.py"].ran
    assert own.ended == "exited"
    assert own.reason.endswith("called sys.exit('1 of its tests failed: test_product[3.0]')")


@pytest.mark.parametrize(
    "text",
    [
        "import pytest\n",
        "from pytest import approx\n",
        "def test_a(tmpdir):\n    pass\n",
        "def setup_module():\n    pass\n",
        "class TestNet:\n    def test_a(self):\n        pass\n",
        "class TestNet(object):\n    def test_a(self):\n        pass\n",
    ],
)
def test_files_that_want_pytest_are_seen(text: str, tmp_path: Path) -> None:
    assert "import pytest" in tail_of(text, tmp_path / "test_a.py", tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "def test_a():\n    pass\n",
        "def test_a(name='x'):\n    pass\n",
        "import unittest\nclass TestNet(unittest.TestCase):\n    def test_a(self):\n        pass\n",
        "class TestNet:\n    layers = 2\n",
        "print 'Python 2'\n",
    ],
)
def test_others_are_run_by_unittest(text: str, tmp_path: Path) -> None:
    assert "import pytest" not in tail_of(text, tmp_path / "test_a.py", tmp_path)


def test_a_conftest_below_the_surveyed_folder_is_pytests(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"conftest.py": "", "legacy/checks/conftest.py": "", "legacy/other/net.py": ""})
    legacy = folder / "legacy"
    plain = "def test_a():\n    pass\n"
    assert "import pytest" in tail_of(plain, legacy / "checks" / "test_a.py", legacy)
    assert "import pytest" not in tail_of(plain, legacy / "other" / "test_a.py", legacy)
