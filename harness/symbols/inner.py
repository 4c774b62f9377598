"""What lies inside TensorFlow 1: the modules that no release promises, and the names that their texts give.

Scripts of the time import them all the same, ``tensorflow.python.ops.rnn_cell`` or
``tensorflow.contrib.learn.python.learn``, and each release moved some. ``harness api-scan --inner`` reads them off the
releases before 2.0.
"""

import gzip
import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from harness.words.errors import UsageError

INNER = Path(__file__).parent / "inner.gz"
# A module whose names its text does not tell: it takes all of another one, or is no text.
OPEN = "*"


@dataclass(frozen=True, eq=False)
class Inner:
    """The modules of some releases, by their names in scripts (``tf.python.ops.rnn_cell``)."""

    releases: tuple[str, ...]
    _lines: list[str] = field(repr=False)
    _known: dict[str, Mapping[str, frozenset[str]] | None] = field(default_factory=dict, repr=False)

    def lacking(self, name: str) -> frozenset[str] | None:
        """Give the releases that surely lack a dotted name, which may be none; None of one that lies in no module that
        any of them had."""
        words = name.split(".")
        for count in range(len(words), 1, -1):
            names = self._module(".".join(words[:count]))
            if names is not None:
                return self._of_module(names, words[count] if count < len(words) else "")
        return None

    def _of_module(self, names: Mapping[str, frozenset[str]], word: str) -> frozenset[str]:
        without = frozenset(self.releases) - names[""]
        given = names.get(word)
        # What no text gives is given in another way, as a module below by its import.
        return without if not word or given is None else frozenset(self.releases) - given - names.get(OPEN, frozenset())

    def _module(self, name: str) -> Mapping[str, frozenset[str]] | None:
        """Give which releases have each name of a module, ``""`` for the module itself; None for no module."""
        if name not in self._known:
            place = bisect_left(self._lines, f"{name}\t")
            line = self._lines[place] if place < len(self._lines) else ""
            self._known[name] = self._read(line.partition("\t")[2]) if line.startswith(f"{name}\t") else None
        return self._known[name]

    def _read(self, text: str) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for places, names in json.loads(text):
            for each in names.split(" "):
                found[each] = frozenset(self.releases[place] for place in places)
        return found


def fold_inner(scans: Mapping[str, Mapping[str, frozenset[str]]]) -> bytes:
    """Give what was read off each release, oldest first, as the bytes of the file: gzip, then a line of JSON with the
    releases, then a line for each module, sorted: its name, a tab, and names by the releases that have them."""
    lines = [json.dumps({"releases": list(scans)})]
    texts = list(scans.values())
    for module in sorted({name for each in texts for name in each}):
        places: dict[str, list[int]] = {}
        for place, each in enumerate(texts):
            if module in each:
                for name in {"", *each[module]}:
                    places.setdefault(name, []).append(place)
        alike: dict[tuple[int, ...], list[str]] = {}
        for name in sorted(places):
            alike.setdefault(tuple(places[name]), []).append(name)
        told = [[list(had), " ".join(names)] for had, names in sorted(alike.items())]
        lines.append(f"{module}\t{json.dumps(told, separators=(',', ':'))}")
    return gzip.compress("\n".join([*lines, ""]).encode(), compresslevel=9, mtime=0)


@cache
def read_inner(path: Path = INNER) -> Inner:
    """Read such a file. Raises UsageError for one that is none."""
    try:
        first, *lines = gzip.decompress(path.read_bytes()).decode().rstrip("\n").split("\n")
        return Inner(tuple(json.loads(first)["releases"]), lines)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"this is no list of modules: {error}; harness api-scan --inner makes it", path) from None
