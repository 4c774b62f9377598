"""Specification of comparing what both sides wrote: arrays of NumPy, Keras and TensorFlow, and tables of text."""

from pathlib import Path

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest

from harness.judging.judge import Tolerance
from harness.sides.arrays.files import checkpoint_of, is_array_file, read_arrays
from harness.sides.arrays.written import FileComparison, compare_files, compare_written, files_text
from harness.targets.scene import FileChange, SideEffects
from harness.words.errors import UsageError

USUAL = Tolerance()


def written(folder: Path, **arrays: object) -> Path:
    folder.mkdir()
    np.save(folder / "w.npy", np.array(arrays["w"], "float32"))
    (folder / "points.csv").write_text(str(arrays["points"]))
    (folder / "notes.txt").write_text("mine")
    return folder


def effects(*paths: str) -> SideEffects:
    return SideEffects(tuple(FileChange(path, 1) for path in paths))


def test_files_that_both_wrote_are_held_against_each_other_by_their_kind(tmp_path: Path) -> None:
    left = written(tmp_path / "left", w=[1.0, 2.0], points="a,0.5\nb,0.25\n")
    right = written(tmp_path / "right", w=[1.0, 2.5], points="a,0.5\nb,0.35\n")
    names = ("notes.txt", "points.csv", "w.npy")
    found = compare_written((left, right), (effects(*names), effects(*names)), (None, None), USUAL)
    assert [(file.name, file.passes) for file in found] == [
        ("notes.txt", True),
        ("points.csv", False),
        ("w.npy", False),
    ]
    assert list(files_text(found)) == [
        "notes.txt: identical, 1 of 1 lines agree",
        "points.csv: diverged, 1 of 2 lines agree; line 2, b: expected 0.25, measured 0.35 (3355443 ULP, relative 0.4)",
        "w.npy: diverged, 0 of 1 arrays agree",
        "    w: 1 of 2 elements differ, most of all [1] expected 2.0, measured 2.5, 2097152 ULP (diverged)",
    ]


def test_what_one_side_alone_wrote_is_not_compared(tmp_path: Path) -> None:
    left = written(tmp_path / "left", w=[1.0], points="")
    right = written(tmp_path / "right", w=[2.0], points="")
    assert compare_written((left, right), (effects("w.npy"), effects()), (None, None), USUAL) == ()
    assert compare_written((left, right), (effects("w.npy"), None), (None, None), USUAL) == ()


def test_a_file_that_cannot_be_read_is_told_and_fails_nothing(tmp_path: Path) -> None:
    left = written(tmp_path / "left", w=[1.0], points="")
    right = written(tmp_path / "right", w=[1.0], points="")
    (right / "w.npy").write_text("no array")
    (found,) = compare_written((left, right), (effects("w.npy"), effects("w.npy")), (None, None), USUAL)
    assert "cannot be read as arrays" in found.problem
    assert found.passes


def test_weights_of_keras_are_read_whatever_their_groups_are_called(tmp_path: Path) -> None:
    for name, group in (("old.h5", "dense/dense/kernel:0"), ("new.weights.h5", "layers/dense/vars/0")):
        with h5py.File(tmp_path / name, "w") as file:
            file[group] = np.ones((2, 3), "float32")
            file.attrs["keras_version"] = "2.2.4"
    found = compare_files("x", (tmp_path / "old.h5", tmp_path / "new.weights.h5"), (None, None), USUAL)
    assert found.passes and found.arrays is not None
    assert [(pair.name, pair.other_name) for pair in found.arrays.pairs] == [
        ("dense/dense/kernel", "layers/dense/vars/0")
    ]


def test_weights_of_keras_are_compared_where_only_their_ending_is_another_one(tmp_path: Path) -> None:
    for side, name, group in (("left", "net.h5", "dense/dense/kernel:0"), ("right", "net.weights.h5", "dense/vars/0")):
        (tmp_path / side).mkdir()
        with h5py.File(tmp_path / side / name, "w") as file:
            file[group] = np.full((2, 3), len(side), "float32")
    folders, written_by = (tmp_path / "left", tmp_path / "right"), (effects("net.h5"), effects("net.weights.h5"))
    (found,) = compare_written(folders, written_by, (None, None), USUAL)
    assert found.name == "net.h5 (right: net.weights.h5)"
    assert not found.passes
    assert compare_written(folders, (effects("net.h5"), effects("other.weights.h5")), (None, None), USUAL) == ()


def test_archives_of_numpy_have_names(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", w=np.zeros(2), b=np.ones(1))
    assert sorted(read_arrays(tmp_path / "a.npz", None)) == ["b", "w"]


@pytest.mark.parametrize("release", ["tf1_python", "tf2_python"])
def test_a_checkpoint_is_read_by_tensorflow(release: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    import subprocess

    python: Path = request.getfixturevalue(release)
    text = """
import sys, numpy as np, tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
w = tf.get_variable("w", initializer=np.array([1.5, 2.5], "float32"))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    tf.train.Saver().save(session, sys.argv[1])
"""
    prefix = tmp_path / "model.ckpt"
    subprocess.run([str(python), "-c", text, str(prefix)], check=True, capture_output=True)
    assert is_array_file(prefix) and is_array_file(prefix.with_name("model.ckpt.index"))
    assert checkpoint_of(tmp_path) == prefix
    assert {name: array.tolist() for name, array in read_arrays(prefix, python).items()} == {"w": [1.5, 2.5]}
    with pytest.raises(UsageError, match="is a checkpoint, which TensorFlow reads: --left-tf"):
        read_arrays(prefix, None)


def test_what_is_no_file_with_arrays_is_none(tmp_path: Path) -> None:
    (tmp_path / "loss.log").write_text("loss 0.5")
    assert not is_array_file(tmp_path / "loss.log")
    assert not is_array_file(tmp_path / "missing.npy")
    assert FileComparison("x", problem="unread").passes


def test_texts_are_logs_and_what_is_neither_is_named_where_its_bytes_differ(tmp_path: Path) -> None:
    left, right = written(tmp_path / "left", w=[1.0], points=""), written(tmp_path / "right", w=[1.0], points="")
    for folder, loss in ((left, "0.5"), (right, "0.6")):
        (folder / "history.json").write_text(f'{{"loss": {loss}}}')
        (folder / "w.pkl").write_bytes(loss.encode())
        (folder / "same.pkl").write_bytes(b"x")
        (folder / "events.out.tfevents.1234").write_bytes(loss.encode())
    names = ("history.json", "w.pkl", "same.pkl", "events.out.tfevents.1234")
    found = compare_written((left, right), (effects(*names), effects(*names)), (None, None), USUAL)
    assert [(file.name, file.passes) for file in found] == [("history.json", False), ("w.pkl", True)]
    assert list(files_text(found))[-1] == "w.pkl, written by both: not compared, and their bytes differ"
