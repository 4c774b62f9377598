"""Results that still hold: a run whose target, files and harness are the same need not be done again."""

import functools
import hashlib
import os
import platform
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from harness.results.result import Result
from harness.results.store import TargetResults, read_results
from harness.targets.surroundings import is_setting
from harness.words.errors import UsageError


def target_fingerprint(python: Path, environment: Mapping[str, str]) -> str:
    """Give a digest of all that an environment's results depend on: its packages, its Python, the processor and how
    many of them there are, the settings that TensorFlow and what is below it read, what else is in the ``environment``
    of its runs, and the harness itself. Empty for an interpreter outside of a virtual environment, whose packages may
    be anywhere."""
    folder = python.absolute().parent.parent
    config = folder / "pyvenv.cfg"
    packages = sorted(package.name for package in folder.glob("lib/python*/site-packages/*-info"))
    if not config.is_file() or not packages:
        return ""
    settings = {name: value for name, value in os.environ.items() if is_setting(name)}
    digest = hashlib.sha256(config.read_bytes())
    machine = (platform.machine(), _processor(), _processors())
    digest.update(
        repr((packages, str(folder), machine, sorted({**settings, **environment}.items()), harness_digest())).encode()
    )
    return digest.hexdigest()[:16]


def results_that_hold(folder: Path, fingerprint: str) -> TargetResults | None:
    """Give what a results folder has of the target with this fingerprint, but only results that may be taken as they
    are: they pass, and were held against a golden trace. None where there is nothing of it."""
    if not fingerprint or not folder.is_dir():
        return None
    for path in sorted(folder.glob("*.json")):
        try:
            found = read_results(path)
        except UsageError:
            continue  # whoever writes that file next says so
        kept = [
            each
            for each in found.results
            if each.made_in == fingerprint and each.verdict.passes and each.by_golden is not None
        ]
        if kept:
            return replace(found, results=tuple(replace(each, reused=True) for each in kept))
    return None


def by_run(found: TargetResults | None) -> dict[tuple[str, str, str], Result]:
    """Give results by subject, style and the digest of their files."""
    results = found.results if found is not None else ()
    return {(each.subject, each.style, each.digest): each for each in results}


def _processor() -> str:
    """Model and instruction sets: another processor may round another way."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    lines = [line for line in text.splitlines() if line.startswith(("model name", "flags"))]
    return "\n".join(sorted(set(lines)))


def _processors() -> int:
    """As many threads TensorFlow makes, and the order of a sum may depend on that."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@functools.cache
def harness_digest() -> str:
    """Give a digest of the harness' own sources."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
