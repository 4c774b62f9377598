"""Specification of weights in HDF5: in the order in which Keras has them, whichever Keras wrote them."""

from pathlib import Path

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest

from harness.judging.arrays import compare_arrays
from harness.judging.judge import Tolerance
from harness.sides.arrays.files import read_arrays
from harness.sides.arrays.hdf5 import layers_of
from harness.sides.arrays.written import compare_files
from harness.words.errors import UsageError
from harness.words.verdict import Verdict

USUAL = Tolerance()


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


def of_keras_3(path: Path, kernel: tuple[list[float], list[float]]) -> Path:
    """A normalization and two layers of one shape as the newer format has them."""
    with h5py.File(path, "w") as file:
        for number, value in enumerate(([1.5, 2.5], [0.75, 0.5], [0.25, 0.375])):
            file[f"layers/normal/vars/{number}"] = np.array(value, "float32")
        for layer, value in zip(("dense", "dense_1"), kernel, strict=True):
            file[f"layers/{layer}/vars/0"] = np.array(value, "float32")
    return path


def test_scales_and_offsets_of_two_formats_are_paired_with_their_own(tmp_path: Path) -> None:
    new = read_arrays(of_keras_3(tmp_path / "new.weights.h5", ([0.0], [0.0])), None)
    old = read_arrays(of_keras_2(tmp_path / "old.h5"), None)
    found = compare_arrays(old, new, USUAL, (layers_of(old), layers_of(new)))
    assert {pair.name: pair.other_name for pair in found.pairs} == {
        "normal/normal/gamma": "layers/normal/vars/0",
        "normal/normal/beta": "layers/normal/vars/1",
        "normal/normal/moving_mean": "layers/normal/vars/2",
    }


def test_layers_that_were_swapped_are_not_the_same(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "old.h5", "w") as file:
        file["dense_4/dense_4/kernel:0"] = np.array([1.0], "float32")
        file["dense_5/dense_5/kernel:0"] = np.array([2.0], "float32")
    for name, kernel, passes in (("same", ([1.0], [2.0]), True), ("swapped", ([2.0], [1.0]), False)):
        of_keras_3(tmp_path / f"{name}.weights.h5", kernel)
        paths = tmp_path / "old.h5", tmp_path / f"{name}.weights.h5"
        found = compare_files("x", paths, (None, None), USUAL)
        assert found.passes is passes
        assert found.arrays is not None
        assert [(pair.name, pair.other_name) for pair in found.arrays.pairs] == [
            ("dense_4/dense_4/kernel", "layers/dense/vars/0"),
            ("dense_5/dense_5/kernel", "layers/dense_1/vars/0"),
        ]


def test_layers_are_counted_by_kind_whatever_number_they_begin_with() -> None:
    names = ["dense_10/dense_10/kernel", "dense_9/dense_9/kernel", "model_weights/lstm/lstm/lstm_cell/bias", "w"]
    assert list(layers_of(names).values()) == ["dense 1", "dense 0", "lstm 0", " 0"]


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.h5").write_text("no weights")
    with pytest.raises(UsageError, match="cannot be read as arrays"):
        read_arrays(tmp_path / "old.h5", None)


def test_arrays_without_a_layer_in_common_are_paired_in_order() -> None:
    left, right = {"a": np.array([1.0]), "b": np.array([2.0])}, {"x": np.array([2.0]), "y": np.array([1.0])}
    found = compare_arrays(left, right, USUAL, ({"a": "fc1 0", "b": "fc2 0"}, {"x": "dense 0", "y": "dense 1"}))
    assert [(pair.name, pair.other_name, pair.verdict) for pair in found.pairs] == [
        ("a", "x", Verdict.DIVERGED),
        ("b", "y", Verdict.DIVERGED),
    ]
