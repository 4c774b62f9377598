"""Weights of Keras in HDF5, in the order of layers and of what a layer keeps."""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import h5py  # type: ignore[import-untyped]

from harness.judging.arrays import Array

# Behind the name of a variable.
_OUTPUT_NUMBER = re.compile(r":\d+$")
_DIGITS = re.compile(r"(\d+)")
# What Keras 1 and 2 wrote down of a group: its members in the order of ``get_weights``.
_LISTS = ("layer_names", "weight_names")
_UNLISTED = 1 << 30
# Groups around those of layers.
_AROUND = ("model_weights", "layers", "_layer_checkpoint_dependencies")
_COUNTER = re.compile(r"_\d+$")


def read_h5(file: Any) -> dict[str, Array]:
    """Give the arrays of an open file by name: in the order that Keras 1 and 2 wrote down, and where nothing is
    written, by name, numbers in names by their size. Raises OSError for what is no HDF5."""
    found: dict[str, Array] = {}
    ranks: dict[str, int] = {}

    def look(name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset) and item.dtype.kind in "biufc":
            found[name] = item[()]
        for number, listed in enumerate(_listed(item)):
            for path in accumulate(listed.split("/"), "{}/{}".format):
                ranks.setdefault(f"{name}/{path}".lstrip("/"), number)

    with h5py.File(file, "r") as content:
        look("", content)
        content.visititems(look)
    return {_OUTPUT_NUMBER.sub("", name): found[name] for name in sorted(found, key=lambda name: _place(name, ranks))}


def layers_of(names: Iterable[str]) -> dict[str, str]:
    """Give the layer that each array belongs to, as every Keras would call it: ``dense 1`` for the second of all that
    are called ``dense``, ``dense_1`` and so on."""
    layers = {name: _layer(name) for name in names}
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}
    for layer in sorted(set(layers.values()), key=_by_size):
        kind = _COUNTER.sub("", layer)
        numbers[layer] = f"{kind} {counts.setdefault(kind, 0)}"
        counts[kind] += 1
    return {name: numbers[layer] for name, layer in layers.items()}


def _layer(name: str) -> str:
    parts = [part for part in name.split("/") if part not in _AROUND]
    return parts[0] if len(parts) > 1 else ""


def _listed(item: Any) -> list[str]:
    """The members that are written down of a group, in several attributes where they are many."""
    kinds = [kind for kind in _LISTS if kind in item.attrs or f"{kind}0" in item.attrs]
    parts = [part for kind in kinds for part in (kind, *(f"{kind}{number}" for number in range(len(item.attrs))))]
    names = [name for part in parts if part in item.attrs for name in item.attrs[part]]
    return [name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name) for name in names]


def _place(name: str, ranks: dict[str, int]) -> list[Any]:
    parts = name.split("/")
    paths = accumulate(parts, "{}/{}".format)
    return [(ranks.get(path, _UNLISTED), _by_size(part)) for path, part in zip(paths, parts, strict=True)]


def _by_size(part: str) -> list[tuple[bool, int, str]]:
    return [(word.isdigit(), int(word) if word.isdigit() else 0, word) for word in _DIGITS.split(part)]
