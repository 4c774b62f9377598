"""Results files: ``results/<target>.json``, one per target, written beside and renamed."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harness import __version__
from harness.errors import UsageError
from harness.outcome import Failure
from harness.result import Result
from harness.verdict import Divergence, Verdict

SCHEMA = 1


@dataclass(frozen=True)
class TargetResults:
    """All results of one target: its name, its facts as its worker told them, and when they were written."""

    name: str
    facts: Mapping[str, Any]
    results: tuple[Result, ...]
    made: str = ""


def write_results(path: Path, target: TargetResults) -> None:
    """Write a results file. Results that the file holds of runs that ``target`` has not are kept; an old file stays
    whole until the new one is. Raises UsageError where the folder cannot be written."""
    kept = _others(path, target)
    merged = sorted((*kept, *target.results), key=lambda result: (result.case, result.variant, result.style))
    document = as_document(replace(target, results=tuple(merged)))
    write_beside(path, json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n")


def as_document(target: TargetResults) -> dict[str, Any]:
    """Give a target's results as the JSON document of its file."""
    return {
        "schema": SCHEMA,
        "harness": __version__,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "target": {"name": target.name, **target.facts},
        "runs": [_encode(result) for result in target.results],
    }


def results_path(folder: Path, name: str) -> Path:
    """Where the results of a target lie."""
    return folder / f"{name}.json"


def write_beside(path: Path, text: str) -> None:
    """Write a file under another name beside it and rename it, so that nobody ever sees half of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"the folder cannot be written: {error.strerror}", path.parent) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"cannot be written: {error.strerror}", path) from None


def read_results(path: Path) -> TargetResults:
    """Read a results file. Raises UsageError for one that is not, or that a newer harness wrote."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        schema = document["schema"]
        if schema > SCHEMA:
            raise UsageError(f"was written by a newer harness (schema {schema}, this one knows {SCHEMA})", path)
        facts = dict(document["target"])
        results = tuple(_decode(run) for run in document["runs"])
        return TargetResults(facts.pop("name"), facts, results, document["made"])
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"is no results file: {type(error).__name__}: {error}", path) from None


def read_folder(folder: Path) -> tuple[TargetResults, ...]:
    """Read every results file of a folder. Raises UsageError where there is no such folder."""
    if not folder.is_dir():
        raise UsageError("there is no such results folder; `harness run --results` and tox write one", folder)
    return tuple(read_results(path) for path in sorted(folder.glob("*.json")))


def _others(path: Path, target: TargetResults) -> Iterable[Result]:
    if not path.exists():
        return ()
    fresh = {(result.case, result.variant, result.style) for result in target.results}
    old = read_results(path)
    if any(old.facts.get(key) != target.facts.get(key) for key in ("tensorflow", "python", "numpy")):
        return ()  # the environment was rebuilt: old results are no longer about it
    return (result for result in old.results if (result.case, result.variant, result.style) not in fresh)


def _encode(result: Result) -> dict[str, Any]:
    return {
        "case": result.case,
        "variant": result.variant,
        "style": result.style,
        "verdict": result.verdict.value,
        "log_verdict": result.log_verdict.value,
        "agreeing": result.agreeing,
        "documented": result.documented,
        "baseline": result.baseline,
        "first_divergence": asdict(result.first) if result.first is not None else None,
        "error": asdict(result.failure) if result.failure is not None else None,
        "reason": result.reason,
        "fingerprint": result.fingerprint,
        "has_golden": result.has_golden,
        "seconds": round(result.seconds, 4),
        "digest": result.digest,
    }


def _decode(run: Mapping[str, Any]) -> Result:
    first, error = run["first_divergence"], run["error"]
    return Result(
        case=run["case"],
        variant=run["variant"],
        style=run["style"],
        verdict=Verdict(run["verdict"]),
        digest=run["digest"],
        log_verdict=Verdict(run["log_verdict"]),
        agreeing=run["agreeing"],
        documented=run["documented"],
        baseline=run["baseline"],
        first=Divergence(**first) if first is not None else None,
        failure=Failure(**error) if error is not None else None,
        reason=run["reason"],
        fingerprint=run["fingerprint"],
        has_golden=run["has_golden"],
        seconds=run["seconds"],
    )
