"""Runs the snippets of ``data/error_snippets.toml`` on releases of all eras and writes what they raised.

    python -m tests.measure_errors [tf1.4 tf2.21 ...]

With names of environments only those are measured anew.
"""

import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.targets.outcome import Failure, Outcome
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import open_worker
from tests.conftest import tensorflow_pythons

DATA = Path(__file__).parent / "data"
ERAS = ("tf1.4", "tf1.12", "tf1.15", "tf2.0", "tf2.4", "tf2.9", "tf2.15", "tf2.16", "tf2.21")
# Where the code of a release stands, and the line of it: they are long and say nothing of the error.
_PLACE = re.compile(r'^\s*File "[^"]*(?:/lib/|frozen|/harness/)[^"]*".*\n(?:[ \t]{4,}(?!\S*Error).*\n)*', re.MULTILINE)
_PART = 300


def snippets() -> dict[str, str]:
    """Give the snippets by name."""
    return {name: text.lstrip() for name, text in tomllib.loads((DATA / "error_snippets.toml").read_text()).items()}


def run(python: Path, texts: Mapping[str, str], jobs: int = 1) -> dict[str, Outcome]:
    """Run snippets in an interpreter."""
    with tempfile.TemporaryDirectory() as folder, open_worker(python, Setup(jobs=jobs)) as worker:
        futures = {}
        for name, text in texts.items():
            script = Path(folder, f"{name}.py")
            script.write_text(text, encoding="utf-8")
            futures[name] = worker.submit(Request(script, {}, 60, 4096 * MEBIBYTE, MEBIBYTE))
        return {name: future.result() for name, future in futures.items()}


def shortened(failure: Failure) -> str:
    """Give the end of a traceback, from the exception on, without the places in a release's own code."""
    kind = failure.reason.split(": ")[1]
    starts = list(re.finditer(rf"^(?:[\w.]+\.)?{kind}: ", failure.detail, re.MULTILINE))
    text = failure.detail if kind == "SyntaxError" or not starts else failure.detail[starts[-1].start() :]
    text = _PLACE.sub("", text)
    return text if len(text) <= 2 * _PART else f"{text[:_PART]} ... {text[-_PART:]}"


def without_places(text: str, python: Path) -> str:
    """Give a message without the folders of the machine that measured it; some releases drop the first slash."""
    environment = str(python.parent.parent).lstrip("/")
    text = re.sub(rf"/?{re.escape(tempfile.gettempdir().lstrip('/'))}/tmp\w+/", "example/", text)
    return text.replace(f"/{environment}/", "").replace(f"{environment}/", "")


def main(names: Sequence[str]) -> None:
    """Measure, release by release."""
    path = DATA / "measured_errors.json"
    measured = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    pythons = tensorflow_pythons()
    for name in names or ERAS:
        found = measured[name] = {}
        for snippet, outcome in run(pythons[name], snippets()).items():
            failure = outcome.failure
            if failure is not None:
                said = {"kind": failure.kind, "reason": failure.reason, "detail": shortened(failure)}
                found[snippet] = {key: without_places(text, pythons[name]) for key, text in said.items()}
        ordered = {name: measured[name] for name in ERAS if name in measured}
        path.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
