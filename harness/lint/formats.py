"""Findings as text, as GitHub's annotations, as JSON, and as SARIF."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from harness.lint.check import Linted
from harness.lint.finding import CODES, ERROR, NOTE, WARNING, LintFinding
from harness.lint.sarif import artifact, sarif_log, sarif_result, with_advice

FORMATS = ("text", "github", "json", "sarif")
_GITHUB = {ERROR: "error", WARNING: "warning", NOTE: "notice"}


def as_text(linted: Sequence[Linted]) -> Iterator[str]:
    """Give ``file:line:column CODE message`` for each finding, and what to do below it."""
    for each in linted:
        for finding in each.findings:
            yield f"{finding.path}:{finding.line}:{finding.column} {finding.code} {finding.message}"
            if finding.advice:
                yield f"    {finding.advice}"
            if finding.page:
                yield f"    see {finding.page}"


def as_github(linted: Sequence[Linted]) -> Iterator[str]:
    """Give a workflow command for each finding, which GitHub shows beside the line."""
    for finding in _all(linted):
        place = f"file={_property(str(finding.path))},line={finding.line},col={finding.column}"
        text = with_advice(finding.message, finding.advice)
        kind = _GITHUB[finding.severity]
        yield f"::{kind} {place},title={finding.code}::{_data(text)}"


def as_json(linted: Sequence[Linted]) -> str:
    """Give all of it: findings, and the releases that have what each file uses."""
    return json.dumps([_plain(each) for each in linted], indent=2, ensure_ascii=False)


def as_sarif(linted: Sequence[Linted], version: str) -> str:
    """Give SARIF 2.1.0, as code scanning reads it."""
    results = [
        sarif_result(
            CODES,
            finding.code,
            with_advice(finding.message, finding.advice),
            artifact(finding.path),
            (finding.line, finding.column),
        )
        for finding in _all(linted)
    ]
    return sarif_log("harness lint", version, CODES, results)


def _all(linted: Sequence[Linted]) -> Iterator[LintFinding]:
    for each in linted:
        yield from each.findings


def _plain(each: Linted) -> dict[str, Any]:
    return {
        "path": str(each.path),
        "releases": list(each.releases),
        "blockers": [asdict(blocker) for blocker in each.blockers],
        "uses": each.uses,
        "findings": [
            {**asdict(finding), "path": str(finding.path), "severity": finding.severity} for finding in each.findings
        ],
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
