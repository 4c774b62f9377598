"""``--first``: a script finds what another one writes, which is run before it in that folder and by the same options.

Nothing of either reaches the user's files.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main

TRAINS = """import os, sys
import tensorflow as tf
w = tf.Variable(3.0, name="w")
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(w.assign_add(4.0))
    print "saved", tf.train.Saver().save(session, "nets/w.ckpt")
"""
LOADS = """import tensorflow as tf
w = tf.Variable(0.0, name="w")
with tf.Session() as session:
    tf.train.Saver().restore(session, "nets/w.ckpt")
    print("w", session.run(w))
"""
Said = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tf1_python: Path) -> Said:
    """Run a script of the folder; give the exit code, the lines that were said, and what went to stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> tuple[int, list[str], str]:
        code = main(["run", *words, "--python", str(tf1_python), "--no-experiments"])
        output = capsys.readouterr()
        return code, output.out.splitlines(), output.err

    return run


def test_a_script_finds_what_the_one_before_it_has_saved(said: Said) -> None:
    Path("load.py").write_text(LOADS)
    Path("train.py").write_text(TRAINS)  # of Python 2, which the other one is not
    code, lines, _ = said("load.py")
    assert code == 1
    assert any("add to the command: --first train.py" in line for line in lines)
    code, lines, _ = said("load.py", "--first", "train.py")
    assert code == 0
    assert "w 7.0" in lines
    assert not any(line.startswith("saved") for line in lines)
    assert any(line.startswith("it was run behind train.py (") and line.endswith(" s) (--first)") for line in lines)
    assert lines[-1] == "run twice: it repeats itself"
    assert sorted(each.name for each in Path.cwd().iterdir()) == ["load.py", "train.py"]


def test_a_first_script_that_fails_is_named_with_its_line(said: Said) -> None:
    Path("load.py").write_text(LOADS)
    Path("train.py").write_text("\nraise ValueError('no data')\n")
    code, lines, _ = said("load.py", "--first", "train.py")
    assert code == 1
    assert lines[3] == (
        "failed after 0 lines: RuntimeError: train.py, which --first runs before it, failed: line 2: "
        "ValueError: no data"
    )


def test_a_first_script_that_goes_on_is_stopped_after_half_of_the_time(said: Said) -> None:
    Path("load.py").write_text("print('rows', open('rows.txt').read())\n")
    Path("write.py").write_text("open('rows.txt', 'w').write('5')\nwhile True: pass\n")
    code, lines, _ = said("load.py", "--first", "write.py", "--within", "4s")
    assert code == 0
    assert "rows 5" in lines
    assert any(line.startswith("it was run behind write.py (stopped after 2.") for line in lines)


def test_a_first_script_that_is_not_there_is_one_line(said: Said) -> None:
    Path("load.py").write_text(LOADS)
    assert said("load.py", "--first", "gone.py")[::2] == (2, "harness: --first gone.py: there is no such file\n")
    Path("notes.txt").touch()
    assert said("load.py", "--first", "notes.txt")[::2] == (
        2,
        "harness: --first notes.txt: is neither a script (.py) nor a notebook (.ipynb)\n",
    )
