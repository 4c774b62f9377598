"""Scans: the public symbols of one release, as its own interpreter tells them (``scanner/`` runs there)."""

import hashlib
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.words.errors import UsageError

SCANNER = Path(__file__).parent / "scanner"
_PATIENCE_SECONDS = 600.0
_SHOWN_LINES = 3


@dataclass(frozen=True)
class Scan:
    """What the interpreter of one release said: its version, each symbol as ``[kind, signature, deprecation, bases]``,
    and the tables of ``tf_upgrade_v2``. ``digest`` stands for all of it."""

    version: str
    symbols: Mapping[str, tuple[str, str, str, tuple[str, ...]]]
    tables: Mapping[str, Any]
    digest: str


def scan(python: Path) -> Scan:
    """Walk the TensorFlow of an interpreter. Raises UsageError where it has none, or cannot be walked."""
    try:
        done = subprocess.run(
            [str(python), "-s", str(SCANNER)], capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except OSError as error:
        raise UsageError(f"{python} cannot be started: {error.strerror}") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"{python} did not tell its symbols within {_PATIENCE_SECONDS:g} s") from None
    if done.returncode != 0:
        said = " / ".join(done.stderr.strip().splitlines()[-_SHOWN_LINES:]) or f"exit code {done.returncode}"
        raise UsageError(f"the symbols of {python} cannot be read: {said}")
    return read_scan(done.stdout)


def read_scan(text: str) -> Scan:
    """Read what the scanner wrote."""
    said = json.loads(text)
    symbols = {
        name: (kind, signature, deprecation, tuple(bases))
        for name, (kind, signature, deprecation, bases) in said["symbols"].items()
    }
    return Scan(said["tensorflow"], symbols, said["tables"], hashlib.sha256(text.encode()).hexdigest()[:16])
