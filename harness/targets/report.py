"""The report of a run: its records and how it ended, line by line, with nothing taken on trust.

A child writes it to a descriptor that its script can write to, too.
"""

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from harness.words.trace import PYTHON_DTYPES, Record, decode_record, numpy_dtype

# Python's own type of an item, by NumPy's letter for the kind of its dtype.
_SCALARS: Mapping[str, type] = {"b": bool, "i": int, "u": int, "f": float, "U": str}
# What an end must say, by its kind.
_ENDS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "ok": {"entry": (str,)},
    "thread": {"message": (str,)},
    "record": {"message": (str,)},
    "disk": {"message": (str,)},
    "exit": {"message": (str,)},
    "raise": {"type": (str,), "message": (str,), "line": (int, type(None)), "traceback": (str,)},
}


@dataclass(frozen=True)
class Seen:
    """One thing that a prelude saw a script do: of what kind it is, and what JSON told of it."""

    kind: str
    what: Any


@dataclass(frozen=True)
class Report:
    """Records in order, and how the child said it ended (empty: it did not get that far). ``damage`` says what is in it
    that no child wrote; the records are those before it. ``seen`` is what preludes saw the script do, in order."""

    records: tuple[Record, ...]
    ended: Mapping[str, Any]
    damage: str = ""
    seen: tuple[Seen, ...] = ()


def read_report(text: str, most: int | None = None, seal: str | None = None) -> Report:
    """Read a report, or its first ``most`` records. What breaks off in the last line was cut short by a dying child,
    which is no damage. An end without the ``seal`` that the worker put on it is none of the worker's."""
    records: list[Record] = []
    seen: list[Seen] = []
    *lines, _cut_short = text.split("\n")
    for number, line in enumerate(lines, start=1):
        message = _parsed(line)
        if _is_end(message) and message.get("seal") == seal:
            ended = {key: value for key, value in message.items() if key != "seal"}
            return Report(tuple(records), ended, seen=tuple(seen))
        try:
            if isinstance(message, dict) and "seen" in message:
                seen.append(_seen(message["seen"]))
                continue
            record = _record(message)
        except (ValueError, TypeError, OverflowError):
            damage = f"line {number} of the run's report is none of its own: {line[:60]!r}"
            damage += "; the script writes to a file descriptor that it did not open"
            return Report(tuple(records), {}, damage, tuple(seen))
        if most is not None and len(records) == most:
            break
        records.append(record)
    return Report(tuple(records), {}, seen=tuple(seen))


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _is_end(message: Any) -> bool:
    if not isinstance(message, dict) or not isinstance(message.get("ended"), str):
        return False
    said = _ENDS.get(message["ended"])
    return said is not None and all(isinstance(message.get(key), kinds) for key, kinds in said.items())


def _seen(said: Any) -> Seen:
    """Raises ValueError for what the child does not write."""
    if not isinstance(said, list) or len(said) != 2 or not isinstance(said[0], str):
        raise ValueError(said)
    return Seen(said[0], said[1])


def _record(message: Any) -> Record:
    """The record of a line. Raises ValueError or TypeError for what the worker does not write."""
    if not isinstance(message, dict) or not isinstance(message.get("record"), dict):
        raise ValueError(message)
    for dtype, shape, items in message["record"].values():
        _check_value(dtype, shape, items)
    return decode_record(message["record"])


def _check_value(dtype: Any, shape: Any, items: Any) -> None:
    if type(shape) is not list or type(items) is not list or any(type(size) is not int or size < 0 for size in shape):
        raise ValueError(shape)
    if len(items) != math.prod(shape):
        raise ValueError(items)
    kind = _kind(dtype)
    if kind == "c":
        items = [part for real, imaginary in items for part in (real, imaginary)]
        kind = "f"
    if not {_SCALARS[kind]}.issuperset(map(type, items)):
        raise ValueError(items)
    if kind in "iu" and dtype != "int" and items:
        limits = np.iinfo(dtype)
        if not limits.min <= min(items) <= max(items) <= limits.max:
            raise ValueError(items)


@functools.cache
def _kind(dtype: str) -> str:
    """NumPy's letter for the kind of a dtype. Raises ValueError or TypeError for one that no trace can hold."""
    known = numpy_dtype(dtype)
    if dtype not in (*PYTHON_DTYPES, "bfloat16") and str(known) != dtype:
        raise ValueError(dtype)
    if known.kind not in (*_SCALARS, "c"):
        raise ValueError(dtype)
    return known.kind
