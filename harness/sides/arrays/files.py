"""Files with arrays: NumPy's, Keras' weights, TensorFlow's checkpoints and saved models."""

import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from harness.judging.arrays import Array
from harness.sides.arrays.hdf5 import read_h5
from harness.words.errors import UsageError

_H5 = (".h5", ".hdf5")
NUMPY = (".npy", ".npz")
_KERAS = ".keras"
# What a checkpoint holds besides arrays of the model.
_BOOKKEEPING = re.compile(r"_CHECKPOINTABLE_OBJECT_GRAPH|save_counter")
_ENDING = re.compile(r"(?:/\.ATTRIBUTES/VARIABLE_VALUE|:\d+)$")
_READER = """
import json, os, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
tf = tf.compat.v1 if hasattr(tf, "compat") and hasattr(tf.compat, "v1") else tf
reader = tf.train.NewCheckpointReader(sys.argv[1])
names = sorted(reader.get_variable_to_shape_map())
arrays = [np.asarray(reader.get_tensor(name)) for name in names]
kept = [(name, array) for name, array in zip(names, arrays) if array.dtype.kind in "biufc"]
np.savez(sys.argv[2], **{"a%d" % number: array for number, (_, array) in enumerate(kept)})
print("\\n" + json.dumps([name for name, _ in kept]))
"""


def is_array_file(path: Path) -> bool:
    """Whether a path is that of a file with arrays: by its ending or, of a checkpoint, by what lies beside it."""
    return (path.suffix in (*NUMPY, *_H5, _KERAS) and path.is_file()) or checkpoint_of(path) is not None


def checkpoint_of(path: Path) -> Path | None:
    """Give the prefix of the checkpoint that a path stands for: the prefix itself, its index, the folder of a saved
    model or of a training; None where it is none."""
    if path.name.endswith(".index") and path.is_file():
        return path.with_suffix("")
    if path.with_name(path.name + ".index").is_file():
        return path
    if (path / "variables" / "variables.index").is_file():
        return path / "variables" / "variables"
    state = path / "checkpoint"
    if state.is_file():
        found = re.search(r'^model_checkpoint_path: "(.+)"', state.read_text(encoding="utf-8"), re.MULTILINE)
        if found is not None and (path / (Path(found[1]).name + ".index")).is_file():
            return path / Path(found[1]).name
    return None


def read_arrays(path: Path, python: Path | None) -> Mapping[str, Array]:
    """Give the arrays of a file by name, in order. ``python`` has TensorFlow, which checkpoints need.

    Raises UsageError for what cannot be read.
    """
    try:
        if path.suffix == ".npy":
            return {path.stem: np.load(path, allow_pickle=False)}
        if path.suffix == ".npz":
            with np.load(path, allow_pickle=False) as archive:
                return {name: archive[name] for name in archive.files}
        if path.suffix == _KERAS:
            with zipfile.ZipFile(path) as model:
                return read_h5(io.BytesIO(model.read("model.weights.h5")))
        if path.suffix in _H5 and path.is_file():
            with path.open("rb") as file:
                return read_h5(file)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UsageError(f"cannot be read as arrays: {' '.join(str(error).split())[:200]}", path) from None
    prefix = checkpoint_of(path)
    if prefix is None:
        raise UsageError("holds no arrays that are known: .npy, .npz, .h5, .keras, a checkpoint, a saved model", path)
    if python is None:
        raise UsageError("is a checkpoint, which TensorFlow reads: --left-tf 2.15 and --right-tf 2.15 say which", path)
    return _read_checkpoint(prefix, python)


def _read_checkpoint(prefix: Path, python: Path) -> dict[str, Array]:
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        place = Path(folder) / "arrays.npz"
        done = subprocess.run(
            [str(python), "-c", _READER, str(prefix), str(place)], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or ["it says nothing"]
            raise UsageError(f"cannot be read as a checkpoint: {lines[-1][:200]}", prefix)
        names: list[str] = json.loads(done.stdout.splitlines()[-1])
        with np.load(place, allow_pickle=False) as archive:
            arrays = {_ENDING.sub("", name): archive[f"a{number}"] for number, name in enumerate(names)}
    return {name: array for name, array in arrays.items() if not _BOOKKEEPING.search(name)}
