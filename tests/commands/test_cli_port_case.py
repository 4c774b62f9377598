"""``harness port`` of cases, with real TensorFlow: what it writes, says and ends with."""

from pathlib import Path

import pytest

from harness.cases.suite import read_suite
from harness.cli import main
from tests.conftest import ROOT, tensorflow_pythons
from tests.small_cases import case, project

GRAPH = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    w = tf.Variable(2.0)
    loss = tf.square(w + 1)
    # Takes half of the way to -1.
    train_step = tf.train.GradientDescentOptimizer(0.25).minimize(loss)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for step in (1, 2, 3):
            session.run(train_step)
            yield {"step": step, "w": session.run(w)}
"""
LOG = """
1 0.500
2 -0.250
3 -0.625
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a case of one style; skips without the release that is run."""
    if "tf2.15" not in tensorflow_pythons():
        pytest.skip("needs tf2.15")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return project(tmp_path, case("half", script=GRAPH, log=LOG))


def test_the_missing_style_is_written_entered_and_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["port", "cases/half"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "cases/half/eager.py: graph.py to eager TensorFlow 2, nothing left undone; entered in case.toml",
        "    optimizers are those of Keras, with what makes them equal to TF1's",
        "    gradients are taken by tf.GradientTape",
        "tf2.15 half eager: identical, 3 of 3 documented lines agree",
        "tf2.15 half, eager against graph: 3 steps on the left, 3 on the right; 3 looked at on both, all agree in "
        "every stage that was seen",
        "    no stage of these steps is apart",
    ]
    (made,) = read_suite(folder).cases
    assert [style.name for style in made.styles] == ["graph", "eager"]
    assert "# Takes half of the way to -1." in (folder / "cases" / "half" / "eager.py").read_text()


def test_a_log_that_the_draft_does_not_give_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "golden" / "half" / "documented.log").write_text(LOG.replace("-0.625", "-0.626"))
    assert main(["port", "cases/half"]) == 1
    assert "half eager: diverged, 2 of 3 documented lines agree" in capsys.readouterr().out


def test_nothing_is_written_where_no_style_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["port", "cases/half", "--no-run"]) == 0
    before = (folder / "cases" / "half" / "case.toml").read_text()
    assert main(["port", "cases/half"]) == 2
    assert "no style is missing that could be drafted: it has graph and eager" in capsys.readouterr().err
    assert (folder / "cases" / "half" / "case.toml").read_text() == before


def test_an_output_is_for_scripts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["port", "cases/half", "-o", "new.py"]) == 2
    assert "-o is for scripts" in capsys.readouterr().err


def test_a_case_of_another_project_is_none_of_this_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "port", "cases/half"]) == 2
    assert "is no case of the project" in capsys.readouterr().err
