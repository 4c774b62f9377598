"""Specification of weights in HDF5: in the order in which Keras has them, whichever Keras wrote them."""

from pathlib import Path

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest

from harness.judging.arrays import compare_arrays
from harness.judging.judge import Tolerance
from harness.sides.array_files import read_arrays
from harness.words.errors import UsageError
from harness.words.verdict import Verdict


def of_keras_2(path: Path) -> Path:
    """Two layers as ``save_weights`` of Keras 2 writes them: groups by name, the order in attributes."""
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [b"normal", b"dense"]
        kept = {"gamma": [1.0, 2.0], "beta": [0.5, 0.25], "moving_mean": [0.0, 0.125]}
        for name, value in kept.items():
            file[f"normal/normal/{name}:0"] = np.array(value, "float32")
        file["normal"].attrs["weight_names"] = [f"normal/{name}:0".encode() for name in kept]
        file["dense/dense/kernel:0"] = np.zeros((2, 3), "float32")
        file["dense"].attrs["weight_names"] = [b"dense/kernel:0"]
    return path


def test_the_order_is_that_of_layers_and_of_what_a_layer_keeps(tmp_path: Path) -> None:
    assert list(read_arrays(of_keras_2(tmp_path / "old.h5"), None)) == [
        "normal/normal/gamma",
        "normal/normal/beta",
        "normal/normal/moving_mean",
        "dense/dense/kernel",
    ]


def test_what_has_no_order_goes_by_name_and_number(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "new.weights.h5", "w") as file:
        for number in (10, 2, 0):
            file[f"layers/dense_{number}/vars/0"] = np.ones(2, "float32")
    assert list(read_arrays(tmp_path / "new.weights.h5", None)) == [
        "layers/dense_0/vars/0",
        "layers/dense_2/vars/0",
        "layers/dense_10/vars/0",
    ]


def test_names_in_several_attributes_are_one_list(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "old.h5", "w") as file:
        for name in ("b", "a"):
            file[f"net/{name}:0"] = np.ones(2, "float32")
        file["net"].attrs["weight_names0"] = [b"b:0"]
        file["net"].attrs["weight_names1"] = [b"a:0"]
    assert list(read_arrays(tmp_path / "old.h5", None)) == ["net/b", "net/a"]


def test_scales_and_offsets_of_two_formats_are_paired_with_their_own(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "new.weights.h5", "w") as file:
        for number, value in enumerate(([1.5, 2.5], [0.75, 0.5], [0.25, 0.375])):
            file[f"layers/normal/vars/{number}"] = np.array(value, "float32")
        file["layers/dense/vars/0"] = np.zeros((2, 3), "float32")
    old, new = (read_arrays(path, None) for path in (of_keras_2(tmp_path / "old.h5"), tmp_path / "new.weights.h5"))
    found = compare_arrays(old, new, Tolerance())
    assert {pair.name: pair.other_name for pair in found.pairs} == {
        "normal/normal/gamma": "layers/normal/vars/0",
        "normal/normal/beta": "layers/normal/vars/1",
        "normal/normal/moving_mean": "layers/normal/vars/2",
        "dense/dense/kernel": "layers/dense/vars/0",
    }


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.h5").write_text("no weights")
    with pytest.raises(UsageError, match="cannot be read as arrays"):
        read_arrays(tmp_path / "old.h5", None)


def test_arrays_without_names_in_common_are_paired_by_what_they_hold() -> None:
    left = {"gamma": np.array([1.0, 2.0]), "beta": np.array([0.0, 0.5])}
    right = {"0": np.array([0.0, 0.5]), "1": np.array([1.0, 2.000001])}
    found = compare_arrays(left, right, Tolerance())
    assert [(pair.name, pair.other_name) for pair in found.pairs] == [("gamma", "1"), ("beta", "0")]


def test_arrays_that_hold_the_same_or_nothing_alike_are_paired_in_order() -> None:
    zeros = {name: np.zeros(2) for name in "abc"}
    found = compare_arrays(zeros, {name: np.zeros(2) for name in "xyz"}, Tolerance())
    assert [(pair.name, pair.other_name) for pair in found.pairs] == [("a", "x"), ("b", "y"), ("c", "z")]
    left, right = {"a": np.array([1.0]), "b": np.array([2.0])}, {"x": np.array([2.0]), "y": np.array([5.0])}
    found = compare_arrays(left, right, Tolerance())
    assert [(pair.name, pair.other_name, pair.verdict) for pair in found.pairs] == [
        ("a", "x", Verdict.DIVERGED),
        ("b", "y", Verdict.DIVERGED),
    ]
