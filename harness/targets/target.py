"""Targets: Python interpreters that have TensorFlow, and how runs are done in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.cases.case import DOCUMENTED_FILE
from harness.files.odd_file import what_it_is
from harness.files.options import ISOLATIONS
from harness.targets.scene import Prelude, Scene
from harness.words.errors import UsageError

MEBIBYTE = 1 << 20
# More than any documented example writes, and less than fills the disk of a machine that others use, too.
MOST_OF_A_DISK = 4096 * MEBIBYTE


@dataclass(frozen=True)
class Limits:
    """What one run may take: wall-clock seconds (None: what its case says), bytes of memory, bytes of output, bytes of
    files in its own folders."""

    timeout: float | None = None
    memory: int = 4096 * MEBIBYTE
    output: int = MEBIBYTE
    disk: int = MOST_OF_A_DISK


@dataclass(frozen=True)
class Setup:
    """How runs are done in a target: side by side up to ``jobs``, each in a ``fork`` of the worker or a process of its
    own (``spawn``), with these environment variables on top of those of the caller's that runs get (``surroundings``);
    results tell none of those that are named in ``untold``. With ``one_cpu`` the worker is held to one processor where
    the system can do that; TensorFlow makes as many threads as it has processors.

    ``patience`` is what importing TensorFlow may take, ``grace`` what a worker gets beyond a run's own limit before it
    is taken for dead; both in seconds. ``experiments`` says whether a run that does not pass is run again, with one
    thing changed, to learn why; ``progress`` whether the last line that a run printed is told once a second.
    """

    jobs: int = 1
    isolation: str = ISOLATIONS[0]
    environment: Mapping[str, str] = field(default_factory=dict)
    untold: tuple[str, ...] = ()
    patience: float = 300.0
    grace: float = 20.0
    one_cpu: bool = False
    experiments: bool = True
    progress: bool = False


@dataclass(frozen=True)
class Target:
    """One interpreter with TensorFlow. ``facts`` is all that its worker said of it (versions, platform, build)."""

    python: Path
    tensorflow: str
    facts: Mapping[str, Any]

    @property
    def name(self) -> str:
        """``tf2.15`` for any TensorFlow 2.15: the name of the tox environment and of the results file."""
        match = re.match(r"\d+\.\d+", self.tensorflow)
        return f"tf{match[0] if match else self.tensorflow}"

    def __str__(self) -> str:
        facts = self.facts
        return f"TensorFlow {self.tensorflow}, Python {facts['python']}, NumPy {facts['numpy']}"


@dataclass(frozen=True)
class Request:
    """One script to run, with the parameters of its ``trace``.

    ``patch`` is a file that is run before it, with TensorFlow imported, and finds ``arguments`` as ``CHANGE``; those
    that are ``patched`` already, each with its own arguments, are run before that one.
    ``source`` stands in for the text of the script, which keeps its path. ``scene`` is what the script finds, None for
    an empty folder. With ``within`` the timeout is no limit that it fails at: it is wanted no longer than that,
    nor after so many ``steps`` that it prints. ``preludes`` are run after those of the scene, also where there is none.
    """

    script: Path
    parameters: Mapping[str, Any]
    timeout: float
    memory: int
    output: int
    patch: Path | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    disk: int = MOST_OF_A_DISK
    scene: Scene | None = None
    within: bool = False
    steps: int | None = None
    preludes: tuple[Prelude, ...] = ()
    patched: tuple[tuple[Path, Mapping[str, Any]], ...] = ()

    def as_message(self, number: int) -> dict[str, Any]:
        """Give the request as the worker reads it."""
        script = self.script.resolve()
        protected, watched = belongings(script)
        return {
            "id": number,
            "script": str(script),
            "protected": protected,
            "watched": watched,
            "disk": self.disk,
            "parameters": dict(self.parameters),
            "timeout": self.timeout,
            "memory": self.memory,
            "output": self.output,
            "patch": str(self.patch.resolve()) if self.patch is not None else None,
            "arguments": dict(self.arguments),
            "patched": [[str(path.resolve()), dict(arguments)] for path, arguments in self.patched],
            "source": self.source,
            "scene": self.scene.as_message() if self.scene is not None else None,
            "within": self.within,
            "steps": self.steps,
            "preludes": [each.as_message() for each in self.preludes],
        }


def request_within(limits: Limits, script: Path, parameters: Mapping[str, Any], timeout: float) -> Request:
    """Give what runs a script within limits; ``timeout`` is for limits that have none."""
    seconds = limits.timeout if limits.timeout is not None else timeout
    return Request(script, parameters, seconds, limits.memory, limits.output, disk=limits.disk)


def belongings(script: Path) -> tuple[list[str], list[str]]:
    """Give the folders of the project whose case a script belongs to, its cases and golden files, which no run may
    change, and what of them its run is judged by: the case's folder and its documented logs. Nothing for any other
    script."""
    for root in script.parents:
        cases, golden = root / "cases", root / "golden"
        if cases in script.parents and golden.is_dir():
            case = next((folder for folder in script.parents if (folder / "case.toml").is_file()), script.parent)
            logs = sorted((golden / case.relative_to(cases)).rglob(DOCUMENTED_FILE)) if cases in case.parents else []
            return [str(cases), str(golden)], [str(case), *map(str, logs)]
    return [], []


def find_python(path: Path) -> Path:
    """Give the interpreter for ``--python``: the path itself, or ``bin/python`` in it if it is an environment.

    The path stays as it is, symbolic links and all: it is by its own path that an interpreter finds its environment.
    Raises UsageError where there is none.
    """
    if path.is_dir():
        inside = path / "bin" / "python"
        if not inside.exists():
            raise UsageError(f"--python {path} is a folder without bin/python")
        return inside
    odd = what_it_is(path)
    if odd is not None:
        raise UsageError(f"--python {path} is {odd}")
    if not path.exists():
        raise UsageError(f"--python {path} does not exist")
    return path
