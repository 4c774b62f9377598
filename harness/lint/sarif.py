"""SARIF 2.1.0: rules, results with a place, and the log that holds both."""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from harness.lint.finding import ERROR, NOTE, WARNING

_LEVELS = {ERROR: "error", WARNING: "warning", NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

# The severity and the meaning of each code.
Codes = Mapping[str, tuple[str, str]]


def sarif_log(
    name: str, version: str, codes: Codes, results: Sequence[Mapping[str, Any]], bases: Mapping[str, Any] | None = None
) -> str:
    """Give the log of one run of a tool; ``bases`` are the folders that its places are relative to, by their names."""
    rules = [
        {"id": code, "shortDescription": {"text": meaning}, "defaultConfiguration": {"level": _LEVELS[severity]}}
        for code, (severity, meaning) in codes.items()
    ]
    driver = {"name": name, "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, **({"originalUriBaseIds": bases} if bases else {}), "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def sarif_result(
    codes: Codes, code: str, text: str, place: Mapping[str, str], at: tuple[int, int] | None
) -> dict[str, Any]:
    """Give one result: its rule, its text, the file that it is in, and line and column there; None for all of it."""
    region = {"region": {"startLine": at[0], "startColumn": at[1]}} if at is not None else {}
    location = {"physicalLocation": {"artifactLocation": place, **region}}
    return {"ruleId": code, "level": _LEVELS[codes[code][0]], "message": {"text": text}, "locations": [location]}


def artifact(path: PurePath, base: str = "") -> dict[str, str]:
    """Give a file as SARIF names it: as an address, relative to the folder that ``base`` is the name of."""
    return {"uri": address(path), **({"uriBaseId": base} if base else {})}


def address(path: PurePath) -> str:
    """Give a path as an address. Bytes that are no UTF-8 stand as they are on the disk."""
    return quote(path.as_posix().encode(errors="surrogateescape"))


def with_advice(message: str, advice: str) -> str:
    """Give what is said and what to do in one text."""
    return f"{message}. {advice}" if advice else message
