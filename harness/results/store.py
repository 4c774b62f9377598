"""Results files: ``results/<target>.json``, one per target, written beside and renamed."""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harness import __version__
from harness.files.atomic_file import prepare_folder, write_beside
from harness.results.codec import decode, encode, named
from harness.results.result import Result
from harness.words.errors import UsageError

SCHEMA = 2

# What makes an environment another one: results of the old one then say nothing about it.
_ENVIRONMENT = ("tensorflow", "python", "numpy")


@dataclass(frozen=True)
class TargetResults:
    """All results of one target: its name, its facts as its worker told them, and when they were written."""

    name: str
    facts: Mapping[str, Any]
    results: tuple[Result, ...]
    made: str = ""


def distinct(targets: Iterable[TargetResults]) -> tuple[TargetResults, ...]:
    """Give the targets with no name twice: a second interpreter with TensorFlow 2.15 becomes ``tf2.15#2``."""
    named: dict[str, TargetResults] = {}
    for target in targets:
        number = 1
        name = target.name
        while name in named:
            number += 1
            name = f"{target.name}#{number}"
        named[name] = replace(target, name=name)
    return tuple(named.values())


def write_results(path: Path, target: TargetResults) -> None:
    """Write a results file. Results that the file holds of runs that ``target`` has not are kept; an old file stays
    whole until the new one is, and of several processes that write at once none loses what another wrote. Raises
    UsageError where the folder cannot be written, or the file is there and no results file of this schema."""
    prepare_folder(path.parent)
    with _locked(path.parent):
        merged = sorted((*_others(path, target), *target.results), key=_key)
        write_beside(path, as_text(as_document(replace(target, results=tuple(merged)))))


def as_text(document: Mapping[str, Any]) -> str:
    """Give a document as JSON that every parser reads: no NaN, no infinity outside of texts."""
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def prepare_results(folder: Path) -> None:
    """Make a results folder; find out before minutes of runs, not after them, whether results can go there. Raises
    UsageError where it cannot be written, or holds a file with which no results can be merged."""
    prepare_folder(folder)
    read_folder(folder)


def as_document(target: TargetResults) -> dict[str, Any]:
    """Give a target's results as the JSON document of its file."""
    return {
        "schema": SCHEMA,
        "harness": __version__,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "target": {"name": target.name, **target.facts},
        "runs": [encode(replace(result, seconds=round(result.seconds, 4))) for result in target.results],
    }


def results_path(folder: Path, name: str) -> Path:
    """Where the results of a target lie."""
    return folder / f"{name}.json"


def read_results(path: Path) -> TargetResults:
    """Read a results file. Raises UsageError for one that is not, or that another version of the harness wrote."""
    try:
        document = _object(json.loads(path.read_text(encoding="utf-8")), {"schema": int})
        _check_schema(document["schema"], path)
        _object(document, {"made": str, "target": dict, "runs": list})
        facts = dict(_object(document["target"], dict.fromkeys(("name", *_ENVIRONMENT), str)))
        results = tuple(decode(run, Result) for run in document["runs"])
        return TargetResults(facts.pop("name"), facts, results, document["made"])
    except RecursionError:
        raise UsageError("is no results file: it is nested too deeply", path) from None
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except KeyError as error:
        raise UsageError(f"is no results file: it lacks {error}", path) from None
    except (ValueError, TypeError) as error:
        raise UsageError(f"is no results file: {error}", path) from None


def _check_schema(schema: int, path: Path) -> None:
    if schema > SCHEMA:
        raise UsageError(f"was written by a newer harness (schema {schema}, this one knows {SCHEMA})", path)
    if schema < SCHEMA:
        advice = "delete it: the next run writes it anew"
        raise UsageError(f"was written by an older harness (schema {schema}, this one knows {SCHEMA}); {advice}", path)


def _object(value: Any, kinds: Mapping[str, type]) -> dict[str, Any]:
    """An object that has these keys with values of these kinds. Raises KeyError or TypeError for anything else."""
    if not isinstance(value, dict):
        raise TypeError(f"there should be an object, not {value!r:.60}")
    for key, kind in kinds.items():
        named(key, value[key], kind)
    return value


def read_folder(folder: Path) -> tuple[TargetResults, ...]:
    """Read every results file of a folder. Raises UsageError where there is no such folder."""
    if not folder.is_dir():
        raise UsageError("there is no such results folder; `harness run --results` and tox write one", folder)
    return tuple(read_results(path) for path in sorted(folder.glob("*.json")))


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let nobody else merge in this folder meanwhile: another worker of pytest-xdist, another tox."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems have no locks for folders; there the last one to write wins.
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _others(path: Path, target: TargetResults) -> Iterable[Result]:
    if not path.exists():
        return ()
    fresh = {_key(result) for result in target.results}
    old = read_results(path)
    if any(old.facts[key] != target.facts[key] for key in _ENVIRONMENT):
        return ()  # the environment was rebuilt: old results are no longer about it
    return (result for result in old.results if _key(result) not in fresh)


def _key(result: Result) -> tuple[str, str, str]:
    return result.case, result.variant, result.style
