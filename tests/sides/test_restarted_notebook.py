"""A notebook whose kernel was started anew between saving and restoring, as the numbers of its cells say."""

import json
from pathlib import Path

import pytest

from harness.cli import main

SAVE = """import tensorflow as tf
session = tf.InteractiveSession()
v = tf.Variable([1.0, 2.5], name="v")
session.run(tf.global_variables_initializer())
path = tf.train.Saver().save(session, "./v.ckpt")
"""
RESTORE = """import tensorflow as tf
v = tf.Variable([0.0, 0.0], name="v")
with tf.Session() as session:
    tf.train.Saver().restore(session, "./v.ckpt")
    print(v.name, session.run(v))
"""


@pytest.mark.parametrize(("again", "code"), [(1, 0), (2, 1)])
def test_its_second_part_finds_the_names_of_a_fresh_graph(
    again: int,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tf1_python: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = {"output_type": "stream", "name": "stdout", "text": "v:0 [1.  2.5]\n"}
    cells = [
        {"cell_type": "code", "execution_count": 1, "source": SAVE, "outputs": []},
        {"cell_type": "code", "execution_count": again, "source": RESTORE, "outputs": [printed]},
    ]
    Path("note.ipynb").write_text(json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells}))
    assert main(["run", "note.ipynb", "--python", str(tf1_python), "--no-experiments"]) == code
    lines = capsys.readouterr().out.splitlines()
    assert any("Key v_1 not found in checkpoint" in line for line in lines) == (again == 2)
    said = (
        "the right side: begins anew, without variables and graph, before cell 2, which ran in a fresh kernel (In [1])"
    )
    assert (said in lines) == (again == 1)
