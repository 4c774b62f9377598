"""A checkpoint that is nowhere is made of what its variables begin with, where nobody can have written it."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker
from tests.preludes import of_preludes

BEGINS = """import tensorflow as tf
w = tf.get_variable("w", initializer=3.0)
b = tf.get_variable("b", initializer=[1.0, 2.0])
"""
RESTORES = """
with tf.Session() as session:
    tf.train.Saver({"weights": w}).restore(session, "models/inception_v3.ckpt")
    load = tf.contrib.framework.assign_from_checkpoint_fn("models/inception_v3.ckpt", [b], ignore_missing_vars=True)
    load(session)
    print(session.run([w, b])[0], session.run(b).tolist())
"""
TRIES = """
with tf.Session() as session:
    try:
        tf.train.Saver().restore(session, "models/inception_v3.ckpt")
    except Exception:
        session.run(tf.global_variables_initializer())
        print("from the start", session.run(w))
"""


def play(python: Path, folder: Path, text: str, size: int | None = 50) -> Outcome:
    script = folder / "train.py"
    script.write_text(BEGINS + text)
    limits = Limits()
    prelude = () if size is None else (Prelude("stand_in", {"size": size, "files": [], "script": str(script)}),)
    request = Request(script, {}, 60.0, limits.memory, limits.output)
    with open_worker(python, Setup()) as worker:
        return worker.submit(replace(request, scene=Scene(folder, preludes=prelude))).result(60)


@pytest.mark.parametrize("name", ["inception_v3.ckpt", "nets.ckpt-900"])
def test_variables_begin_as_they_are_initialized_and_that_is_said(name: str, tf1_python: Path, tmp_path: Path) -> None:
    outcome = play(tf1_python, tmp_path, RESTORES.replace("inception_v3.ckpt", name))
    assert outcome.failure is None, outcome.failure
    assert outcome.stdout.splitlines() == ["3.0 [1.0, 2.0]"]
    assert outcome.effects is not None
    assert outcome.effects.stand_ins == (f"the checkpoint {name} (weights that nobody has trained)",)


def test_a_script_that_catches_that_there_is_none_goes_its_own_way(tf1_python: Path, tmp_path: Path) -> None:
    outcome = play(tf1_python, tmp_path, TRIES)
    assert (outcome.failure, outcome.stdout) == (None, "from the start 3.0\n")


def test_so_do_those_of_a_well_known_network_that_others_name(tf1_python: Path, tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text('saver.save(session, "models/out.ckpt"); restore("models/inception_v3.ckpt")\n')
    assert play(tf1_python, tmp_path, RESTORES).failure is None


def test_what_another_script_may_write_is_asked_of_that(tf1_python: Path, tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text('saver.save(session, "models/model.ckpt")\n')
    outcome = play(tf1_python, tmp_path, RESTORES.replace("inception_v3", "model"))
    assert outcome.failure is not None
    assert "NotFoundError" in outcome.failure.reason


def test_one_in_parts_is_there_by_the_pattern_that_0_12_has_for_it(tmp_path: Path) -> None:
    class Run:
        near = ()
        script = ""

    with of_preludes("stand_ins.checkpoints") as (module,):
        assert not module.is_nowhere(Run, str(tmp_path / "model.ckpt-9-?????-of-00001"))  # who has no script is asked
        (tmp_path / "train.py").write_text("saver.restore(session, path)\n")
        Run.script = str(tmp_path / "train.py")
        assert module.is_nowhere(Run, str(tmp_path / "model.ckpt-9-?????-of-00001"))
        (tmp_path / "model.ckpt-9-00000-of-00001").touch()
        assert not module.is_nowhere(Run, str(tmp_path / "model.ckpt-9-?????-of-00001"))
