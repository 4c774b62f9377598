"""The summary of the atlas: what the golden traces come to, in one file that the package carries.

It is made from the rows and their golden traces by ``harness atlas --write``, never by hand, and read without NumPy.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from harness.symbols.naming import plain_name, release_number
from harness.words.errors import UsageError

SUMMARY = Path(__file__).parent / "summary.json"


@dataclass(frozen=True)
class RangeSaid:
    """Releases, oldest first, and what holds for them in words; ``why_not`` where a style gave no numbers."""

    releases: tuple[str, ...]
    text: str
    why_not: str = ""


@dataclass(frozen=True)
class BorderSaid:
    """A release in which a probe (``graph`` or ``eager``) prints something else than in ``before``, and what."""

    probe: str
    before: str
    release: str
    text: str


@dataclass(frozen=True)
class RowSummary:
    """A row and what was measured of it. ``styles`` holds TF1 style against TF2 style in one release, ``migration``
    TF1 style in ``origin``, the last release of TensorFlow 1 that runs it, against TF2 style in each release,
    ``equalised`` the same for the equalising argument. ``graph_gives`` and ``eager_gives`` are the arguments that the
    probes give by name: what they show needs them. ``shows`` is what the probes compute, in words, and
    ``fewest`` how many arguments they give at least."""

    name: str
    v1: str
    v2: str
    also: tuple[str, ...]
    stage: str
    differs: str
    equal: str
    note: str
    origin: str
    styles: tuple[RangeSaid, ...]
    migration: tuple[RangeSaid, ...]
    equalised: tuple[RangeSaid, ...]
    borders: tuple[BorderSaid, ...]
    graph_gives: tuple[str, ...] = ()
    eager_gives: tuple[str, ...] = ()
    shows: str = ""
    fewest: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All symbols that it is about."""
        return tuple(dict.fromkeys((self.v1, *self.also, self.v2)))

    @property
    def page(self) -> str:
        """The page and section that shows it."""
        return f"docs/atlas/{self.name.partition('/')[0]}.md"

    def migrated_to(self, release: str) -> RangeSaid | None:
        """Give how TF2 style in a release relates to TF1 style in ``origin``; of one that came after all that were
        measured, how it did in the newest of these. None where that was not measured."""
        measured = [each for said in self.migration for each in said.releases]
        newest = max(measured, key=release_number, default=release)
        sought = min(release, newest, key=release_number)
        return next((each for each in self.migration if sought in each.releases), None)


def dump_summary(rows: Iterable[RowSummary]) -> str:
    """Give the text of the file."""
    return "[\n" + ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows) + "\n]\n"


@cache
def read_summary(path: Path = SUMMARY) -> tuple[RowSummary, ...]:
    """Read the file. Raises UsageError for one that cannot be read."""
    try:
        return tuple(_row(said) for said in _entries(path))
    except (KeyError, TypeError) as error:
        raise UsageError(f"this is no summary of the atlas: {error}; harness atlas --write makes it", path) from None


@cache
def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return entries
    except OSError as error:
        raise UsageError(f"the atlas cannot be read: {error.strerror}; harness atlas --write makes it", path) from None
    except ValueError as error:
        raise UsageError(f"this is no summary of the atlas: {error}; harness atlas --write makes it", path) from None


def rows_about(name: str, path: Path = SUMMARY) -> tuple[RowSummary, ...]:
    """Give the rows about a symbol, by any of its names; ``tf.compat.v1.X`` is ``tf.X`` of TensorFlow 1."""
    return _rows_named(plain_name(name), path)


@cache
def _rows_named(name: str, path: Path) -> tuple[RowSummary, ...]:
    """Most scripts are about a few rows of some hundred; only these are made."""
    return tuple(_row(_entries(path)[place]) for place in _places(path).get(name, ()))


@cache
def _places(path: Path) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, entry in enumerate(_entries(path)):
        for name in dict.fromkeys((entry["v1"], *entry["also"], entry["v2"])):
            found.setdefault(name, []).append(place)
    return found


def _row(said: dict[str, Any]) -> RowSummary:
    given = dict(said)
    for key in ("also", "graph_gives", "eager_gives"):
        given[key] = tuple(said[key])
    for key in ("styles", "migration", "equalised"):
        given[key] = tuple(RangeSaid(tuple(each["releases"]), each["text"], each["why_not"]) for each in said[key])
    given["borders"] = tuple(BorderSaid(**each) for each in said["borders"])
    return RowSummary(**given)
