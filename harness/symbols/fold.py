"""Folding: the scans of all releases become one file, in which a symbol that stays as it is stands once."""

import gzip
import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from harness.symbols.kinds import FORMAT, KINDS
from harness.symbols.scan import Scan


def fold(scans: Mapping[str, Scan]) -> bytes:
    """Give the timeline of some releases, oldest first, as the bytes of its file: gzip, then a line of JSON on what it
    was made from, then a line for each symbol, sorted: its name, a tab, and its spans.

    A span is ``[first, last, kind, signature, deprecation, bases]``, first and last counting releases from 0; of two
    symbols with the same spans the later one has ``=`` and the name of the earlier one.
    """
    head = {
        "format": FORMAT,
        "releases": list(scans),
        "made_from": {name: {"version": each.version, "digest": each.digest} for name, each in scans.items()},
        "tables": _tables(scans),
    }
    lines = [json.dumps(head, ensure_ascii=False, sort_keys=True)]
    known: dict[str, str] = {}
    for name in sorted({name for each in scans.values() for name in each.symbols}):
        text = json.dumps(_spans(name, list(scans.values())), ensure_ascii=False, separators=(",", ":"))
        first = known.setdefault(text, name)
        lines.append(f"{name}\t{text if first == name or len(text) < len(first) + 2 else '=' + first}")
    # No time in the head of the archive: the same scans give the same bytes.
    return gzip.compress("\n".join([*lines, ""]).encode(), compresslevel=9, mtime=0)


def _spans(name: str, scans: list[Scan]) -> list[list[Any]]:
    spans = []
    place = 0
    for entry, group in groupby(scans, key=lambda each: each.symbols.get(name)):
        count = len(list(group))
        if entry is not None:
            kind, signature, deprecation, bases = entry
            span = [place, place + count - 1, KINDS[kind], signature, deprecation, list(bases)]
            while span[-1] in ("", []):
                span.pop()
            spans.append(span)
        place += count
    return spans


def _tables(scans: Mapping[str, Scan]) -> dict[str, Any]:
    """The tables of tf_upgrade_v2, of the newest release that has each entry."""
    joined: dict[str, Any] = {"symbols": {}, "arguments": {}, "orders": {}, "warnings": {}}
    for each in scans.values():
        for kind, table in joined.items():
            table.update(each.tables.get(kind, {}))
    return joined
