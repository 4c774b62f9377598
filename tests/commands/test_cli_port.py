"""Specification of ``harness port``: real runs of scripts of TensorFlow 1 and of their drafts for 2."""

import json
import shutil
from pathlib import Path

import pytest

from harness.cli import main
from tests.conftest import ROOT, tensorflow_pythons

SCRIPTS = ROOT / "tests" / "porting" / "scripts"
COPY = """import tensorflow as tf
print(tf.Session().run(tf.constant(2.5) * 2))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script, as the current one; skips without the releases that are run."""
    if not {"tf1.15", "tf2.15"} <= tensorflow_pythons().keys():
        pytest.skip("needs tf1.15 and tf2.15")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "old.py").write_text(COPY, encoding="utf-8")
    return tmp_path


def port(*words: object) -> int:
    return main(["--root", str(ROOT), "port", *map(str, words)])


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "proof"),
    [
        ("contrib_layers", "proved: same start, 12 steps, all numbers "),
        ("recurrent", "proved: same start, 10 steps, all numbers "),
        ("of_2016", "proved: same start, 12 steps, all numbers "),
        ("slim_scope", "proved: same start, 6 steps, all numbers "),
        ("silent", "proved: same start, 15 steps, all numbers "),
        ("static", "proved: same start, 8 steps, all numbers "),
        ("digits", "proved: same start, 6 steps, all numbers "),
    ],
)
def test_a_port_is_proved(name: str, proof: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SCRIPTS / f"{name}.py", folder / "old.py")
    code = port("old.py@1.15", "-o", "new.py", "--json", "port.json", "--seed", 7, "--stand-in")
    said = capsys.readouterr().out
    assert said.rstrip("\n").rpartition("\n")[2].startswith(proof), said
    assert code == 0
    document = json.loads((folder / "port.json").read_text(encoding="utf-8"))
    assert document["proof"]["proved"] is True
    assert document["proof"]["ulps"] < 1024
    assert document["text"] == (folder / "new.py").read_text(encoding="utf-8")


@pytest.mark.long
def test_a_port_that_cannot_be_is_marked_and_not_proved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SCRIPTS / "gone.py", folder / "old.py")
    assert port("old.py@1.15", "-o", "new.py") == 1
    first, change, mark, proof = capsys.readouterr().out.strip("\n").split("\n")[:4]
    assert first == "new.py: old.py of TensorFlow 1.15 to tf.compat.v1, 1 mark"
    assert change == "    import tensorflow.compat.v1"
    assert mark.startswith("    line 9: tf.contrib.crf.crf_log_likelihood is gone")
    assert proof.startswith(
        "not proved: the port does not run on TensorFlow 2.15.1: new.py:10: AttributeError: module "
    )
    assert proof.endswith(" has no attribute 'contrib'")


@pytest.mark.long
def test_modules_of_the_script_s_own_are_ported_into_another_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.py").write_text("import tensorflow as tf\nimport net\nprint(tf.Session().run(net.twice(1.5)))\n")
    (folder / "net.py").write_text("import tensorflow as tf\ndef twice(x):\n    return tf.log(tf.exp(x)) * 2.0\n")
    assert port("old.py@1.15", "-o", "new/old.py") == 0
    said = capsys.readouterr().out.split("\n")
    assert said[2:4] == ["    net.py, which it imports, as well", "proved: all that it computes bit for bit"]
    assert (folder / "new" / "net.py").read_text().split("\n")[1:] == [
        "import tensorflow.compat.v1 as tf",
        "tf.disable_v2_behavior()",
        "def twice(x):",
        "    return tf.log(tf.exp(x)) * 2.0",
        "",
    ]
    assert port("old.py@1.15", "-o", "new.py", "--no-run") == 0
    said = capsys.readouterr().out.split("\n")
    assert said[2] == "    not ported: net.py, which it imports; -o in another folder ports them as well"


@pytest.mark.long
def test_what_trains_nothing_is_proved_by_what_it_computes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert port("old.py@1.15", "-o", folder / "new.py") == 0
    assert capsys.readouterr().out.strip("\n").rpartition("\n")[2] == "proved: all that it computes bit for bit"


@pytest.mark.long
def test_what_prints_no_number_and_trains_nothing_is_not_proved(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.py").write_text("import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint('ready')\n")
    assert port("old.py@1.15", "-o", "new.py") == 1
    assert capsys.readouterr().out.strip("\n").rpartition("\n")[2] == (
        "not proved: it prints no number and trains nothing that could be held"
    )


@pytest.mark.long
def test_without_a_file_the_draft_is_printed_and_all_else_said_aside(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert port("old.py", "--no-run") == 0
    said = capsys.readouterr()
    assert said.out == (
        "# Ported to tf.compat.v1 of TensorFlow 2.15 by harness port --to compat\n"
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
        "print(tf.Session().run(tf.constant(2.5) * 2))\n"
    )
    assert said.err == (
        "old_compat.py: old.py of TensorFlow 1.15 to tf.compat.v1, nothing left undone\n"
        "    import tensorflow.compat.v1\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == ["old.py"]


@pytest.mark.long
def test_the_original_and_what_is_no_draft_are_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert port("old.py", "-o", "old.py", "--no-run") == 2
    assert capsys.readouterr().err == "harness: old.py: is the script itself; -o names another file for its port\n"
    (folder / "mine.py").write_text("x = 1\n")
    assert port("old.py", "-o", "mine.py", "--no-run") == 2
    assert (
        capsys.readouterr().err == "harness: mine.py: is there, and no draft of harness port; --force writes over it\n"
    )
    assert (folder / "mine.py").read_text() == "x = 1\n"
    assert port("old.py", "-o", "mine.py", "--no-run", "--force") == 0
    assert port("old.py", "-o", "mine.py", "--no-run") == 0


@pytest.mark.long
def test_what_cannot_be_read_is_said_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.py").write_text("import tensorflow as tf\nx = = 2\n")
    assert port("old.py@1.15", "--no-run") == 2
    assert capsys.readouterr().err == "harness: old.py:2: cannot be read: invalid syntax\n"
    assert port("missing.py", "--no-run") == 2
    assert capsys.readouterr().err == "harness: missing.py: cannot be read: No such file or directory\n"


def test_what_is_of_tensorflow_2_has_nothing_to_port(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = "import tensorflow as tf\nwith tf.GradientTape() as tape:\n    y = tf.math.divide_no_nan(1.0, 0.0)\n"
    (folder / "new.py").write_text(source + "tf.random.set_seed(1)\nprint(y.numpy())\n")
    assert port("new.py", "--no-run") == 2
    assert capsys.readouterr().err == (
        "harness: new.py: is written for TensorFlow 2: 2.0 and later have all that it uses, and no release of 1 has, "
        "so there is nothing to port\n"
    )


TRAINS = """import tensorflow as tf
tf.set_random_seed(1)
w = tf.Variable(tf.random_normal([3, 2]))
loss = tf.reduce_mean(tf.square(tf.nn.dropout(tf.constant([[1.0, 2.0, 3.0]]), 0.8) @ w - 1.0))
step = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for _ in range(4):
    print("loss", sess.run([step, loss])[1])
"""


@pytest.mark.long
def test_a_draft_that_was_edited_by_hand_is_proved_as_it_stands(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.py").write_text(TRAINS)
    assert port("old.py@1.15", "-o", "new.py", "--no-run") == 0
    draft = (folder / "new.py").read_text()
    mine = draft.replace("for _ in", "for number in")
    (folder / "new.py").write_text(mine)
    capsys.readouterr()
    assert port("old.py@1.15", "--check", "new.py", "--json", "port.json") == 0
    first, proof = capsys.readouterr().out.strip("\n").split("\n")
    assert first == "new.py: old.py of TensorFlow 1.15 as it stands, 0 marks"
    assert proof.startswith("proved: same start, 4 steps, all numbers ")
    document = json.loads((folder / "port.json").read_text(encoding="utf-8"))
    assert (document["checked"], document["text"]) == ("new.py", mine)
    for right, wrong in (("(0.1, 0.9)", "(0.1, 0.89)"), ("0.8)", "rate=0.8)"), ("- 1.0)", "- 1.001)")):
        assert right in mine
        (folder / "new.py").write_text(mine.replace(right, wrong))
        assert port("old.py@1.15", "--check", "new.py") == 1
        assert "\nnot proved: stage " in capsys.readouterr().out
    assert (folder / "new.py").read_text() == mine.replace("- 1.0)", "- 1.001)")


@pytest.mark.long
def test_check_takes_a_port_that_is_there_and_drafts_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, message in (
        (("--check", "old.py"), "old.py: is the script itself; --check names its port"),
        (("--check", "new.py"), "new.py: cannot be read: No such file or directory"),
        (
            ("--check", "new.py", "-o", "other.py"),
            "--check proves a file as it stands: nothing is drafted, so it takes no case, -o or --no-run",
        ),
    ):
        assert port("old.py@1.15", *words) == 2
        assert capsys.readouterr().err == f"harness: {message}\n"
    (folder / "new.py").write_text("x = = 2\n")
    assert port("old.py@1.15", "--check", "new.py") == 2
    assert capsys.readouterr().err == "harness: new.py:1: cannot be read: invalid syntax\n"


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "script", "message"),
    [
        ("x = 1\n", "old.py", "old.py: uses no TensorFlow, so there is nothing to port"),
        ("import tensorflow as tf\nx = = 2\n", "old.py", "old.py:2: cannot be read: invalid syntax"),
        (COPY, "old.py@abc", "tox.ini has no release 'abc'; it has those from 0.12 to 2.22"),
        (
            COPY,
            "old.py@2.15",
            "old.py: is of TensorFlow 2.15, which is 2 already; harness port takes scripts of TensorFlow 1",
        ),
    ],
)
def test_what_there_is_nothing_to_port_of_is_said(
    text: str, script: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "old.py").write_text(text)
    assert port(script, "--no-run") == 2
    assert capsys.readouterr().err == f"harness: {message}\n"


@pytest.mark.long
def test_a_draft_is_a_file_of_the_same_kind(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# -*- coding: gbk -*-\r\nimport tensorflow as tf\r\nx = tf.mul(2.0, 3.0)  # \u4e58\r\n"
    (folder / "old.py").write_bytes(text.encode("gbk"))
    assert port("old.py@1.15", "-o", "new.py", "--no-run") == 0
    capsys.readouterr()
    assert (folder / "new.py").read_bytes().decode("gbk") == (
        "# -*- coding: gbk -*-\r\n# Ported to tf.compat.v1 of TensorFlow 2.15 by harness port --to compat\r\n"
        "import tensorflow.compat.v1 as tf\r\ntf.disable_v2_behavior()\r\nx = tf.multiply(2.0, 3.0)  # \u4e58\r\n"
    )


@pytest.mark.long
def test_a_port_that_makes_another_number_of_steps_is_not_proved_by_those_that_both_make(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = """import tensorflow as tf
w = tf.Variable(1.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(6):
        sess.run(train)
print('finished')
"""
    new = old.replace("import tensorflow as tf", "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()")
    (folder / "old.py").write_text(old)
    for count, said in ((6, "proved: same start, 6 steps"), (3, "not proved: the original makes 6 steps, the port 3")):
        (folder / "new.py").write_text(new.replace("range(6)", f"range({count})"))
        assert port("old.py@1.15", "--check", "new.py") == (count != 6)
        assert said in capsys.readouterr().out


@pytest.mark.long
def test_the_class_that_is_the_largest_proves_nothing_of_what_it_is_the_largest_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = """import numpy as np
import tensorflow as tf
x = tf.constant(np.arange(6.0, dtype='f').reshape(2, 3))
logits = tf.matmul(x, tf.constant(np.array([[0.1, 0.2], [0.4, 0.3], [0.2, 0.5]], 'f')) * 1.0)
with tf.Session() as sess:
    print('class', sess.run(tf.argmax(logits, 1))[0])
"""
    new = old.replace("import tensorflow as tf", "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()")
    (folder / "old.py").write_text(old)
    (folder / "new.py").write_text(new.replace("* 1.0", "* 1.01"))
    assert port("old.py@1.15", "--check", "new.py") == 1
    assert "not proved: stage forward" in capsys.readouterr().out


@pytest.mark.long
def test_a_port_runs_behind_a_draft_of_what_runs_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "write.py").write_text(
        "import tensorflow as tf\nwith tf.Session() as sess:\n"
        "    value = sess.run(tf.constant(0.25) * 3)\nwith open('w.txt', 'w') as file:\n    file.write(str(value))\n"
    )
    (folder / "old.py").write_text(
        "import tensorflow as tf\nwith tf.Session() as sess:\n"
        "    print('loss', sess.run(tf.square(tf.constant(float(open('w.txt').read())))))\n"
    )
    assert port("old.py@1.15", "--first", "write.py", "-o", "new.py") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("proved: ")


@pytest.mark.long
def test_a_notebook_is_drafted_as_the_script_of_its_cells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["import tensorflow as tf\n%matplotlib inline", "twice = tf.constant(2.5) * 2\ntf.Session().run(twice)"]
    made = [{"cell_type": "code", "source": cell, "outputs": [], "metadata": {}} for cell in cells]
    text = json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": made})
    (folder / "old.ipynb").write_text(text, encoding="utf-8")
    assert port("old.ipynb@1.15", "--to", "eager", "-o", "new.py") == 0
    assert "proved: " in capsys.readouterr().out
    assert "# %matplotlib inline\n" in (folder / "new.py").read_text(encoding="utf-8")
