"""Folders that a script writes into and that are not there: git keeps no empty ones, so they are made for the run."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.sides.around.above import repository_of
from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker

WRITES = """import numpy as np
import tensorflow as tf
with open("temp/rows.csv", "w") as file:
    file.write("1")
np.savez("arrays/x.npz", x=1)
w = tf.Variable(1.0)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print(tf.train.Saver().save(session, "nets/deep/m.ckpt", 3))
with tf.python_io.TFRecordWriter("records/1.tfrecord") as writer:
    writer.write(b"x")
with tf.gfile.GFile("notes/x.txt", "w") as file:
    file.write("y")
open("../summary.txt", "w").write("z")
import os
os.mkdir("runs/1")
os.makedirs("plots/a/b")
print(os.path.isdir("runs/1"))
try:
    open("lost/rows.csv")
except OSError as error:
    print(error)
"""


def play(python: Path, text: str, project: Path) -> Outcome:
    script = project / "chapter" / "train.py"
    script.parent.mkdir(parents=True)
    script.write_text(text)
    (project / "LICENSE").touch()
    scene = Scene(script.parent, preludes=(Prelude("folders"),), repository=repository_of(script.parent))
    limits = Limits()
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(python, Setup()) as worker:
        return worker.submit(request).result(60)


def test_a_script_writes_into_folders_that_are_not_there_and_into_its_repository(
    tf1_python: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    outcome = play(tf1_python, WRITES, project)
    assert outcome.failure is None, outcome.failure
    assert outcome.stdout.splitlines() == [
        "nets/deep/m.ckpt-3",
        "True",
        "[Errno 2] No such file or directory: 'lost/rows.csv'",
    ]
    effects = outcome.effects
    assert effects is not None
    assert effects.folders == ("temp", "arrays", "nets/deep", "records", "notes", "runs")
    assert effects.problems == (
        "wrote ../summary.txt, outside of its folder: gone with the run, neither kept nor compared",
    )
    assert {each.path for each in effects.changes} >= {"temp/rows.csv", "nets/deep/m.ckpt-3.index", "notes/x.txt"}
    assert sorted(path.name for path in project.rglob("*")) == ["LICENSE", "chapter", "train.py"]


@pytest.mark.parametrize(("head", "found"), [("LICENSE", True), (".git", True), ("notes.txt", False)])
def test_a_repository_is_told_by_what_lies_at_its_head(head: str, found: bool, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "a" / "b").mkdir(parents=True)
    (project / head).touch()
    assert repository_of(project / "a" / "b") == (project if found else None)
