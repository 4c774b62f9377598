"""Making environments: a release as tox makes it, or TensorFlow as anybody had it on some day."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from packaging.version import Version
from uv import find_uv_bin

from harness.files.lock import locked
from harness.releases.constraints import exclude_newer
from harness.releases.interpreters import find_interpreter
from harness.releases.release import Release, read_releases
from harness.releases.shipped import is_shipped
from harness.releases.tox_environment import environment_folder, is_made
from harness.words.errors import UsageError, near

_LAST_LINES = 8
# When each Python came out (PEP 494, 537, 569, 596, 619, 664, 693, 719).
_PYTHON_DAYS = {
    "3.6": "2016-12-23",
    "3.7": "2018-06-27",
    "3.8": "2019-10-14",
    "3.9": "2020-10-05",
    "3.10": "2021-10-04",
    "3.11": "2022-10-24",
    "3.12": "2023-10-02",
    "3.13": "2024-10-07",
}
_NEVER = "9999"


def cache_folder() -> Path:
    """Give the user's cache folder for environments: ``HARNESS_CACHE``, else the one of the XDG standard."""
    named = os.environ.get("HARNESS_CACHE")
    base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return Path(named) if named else base / "tensorflow-legacy-harness"


def tox_environment(root: Path, name: str) -> Path:
    """Give the interpreter of tox's environment for a release, ``1.15`` or ``tf1.15``; tox makes it if it is missing.

    Raises UsageError for a release that ``tox.ini`` does not have, one whose Python the machine lacks, and an
    installation that fails, with the installer's last lines.
    """
    release = find_release(root, name)
    python = release_folder(root, release.name) / "bin" / "python"
    if is_ready(root, release.name):
        return python
    if release.missing is not None:
        raise UsageError(
            f"{release.name} cannot be made: this machine has {release.missing}; `harness doctor` says how to get it"
        )
    with locked(_lock_of(python.parents[1])):
        if is_ready(root, release.name):  # somebody else has made it meanwhile
            return python
        return _made_in_cache(root, release) if _is_kept(root) else _made_by_tox(root, release)


def _made_by_tox(root: Path, release: Release) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "tox", "run", "-q", "--notest", "-e", release.name],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0 or not is_made(root, release.name):
        raise UsageError(
            f"{release.name} cannot be made; its installer's last lines:\n{last_said(done.stdout + done.stderr)}"
        )
    return release_folder(root, release.name) / "bin" / "python"


def release_folder(root: Path, name: str) -> Path:
    """Give where the environment of a release lies: tox's of a project, or in the cache folder for the releases that a
    wheel of the harness brings, and for those of a list that lies in the cache folder itself, of which several may be
    there: each environment goes by its constraints."""
    if is_shipped(root):
        return cache_folder() / "releases" / name
    if not _is_kept(root):
        return environment_folder(root, name)
    constraints = root / "constraints" / f"{name}.txt"
    held = hashlib.sha256(constraints.read_bytes() if constraints.is_file() else b"").hexdigest()
    return cache_folder() / "releases" / f"{name}-{held[:12]}"


def is_ready(root: Path, name: str) -> bool:
    """Whether that environment is there, and whole."""
    return _is_complete(release_folder(root, name) / "bin" / "python") if _is_kept(root) else is_made(root, name)


def _is_kept(root: Path) -> bool:
    """Whether the environments of a list of releases are kept in the cache folder."""
    return is_shipped(root) or root.absolute().is_relative_to(cache_folder().absolute())


def _lock_of(folder: Path) -> Path:
    named = hashlib.sha256(str(folder.absolute()).encode(errors="surrogateescape")).hexdigest()
    return cache_folder() / "locks" / named[:16]


def _made_in_cache(root: Path, release: Release) -> Path:
    """The interpreter of a release, installed as tox would, with the constraints that the harness brings."""
    folder = release_folder(root, release.name)
    interpreter = next(found for name in release.pythons if (found := find_interpreter(name)) is not None)
    constraints = root / "constraints" / f"{release.name}.txt"
    problem = _install(folder, interpreter, [release.requirement, "--constraint", str(constraints)])
    if problem is not None:
        raise UsageError(f"{release.name} cannot be made; its installer's last lines:\n{problem}")
    return folder / "bin" / "python"


def find_release(root: Path, name: str) -> Release:
    """Give the release for ``1.15`` or ``tf1.15``. Raises UsageError, with those near to it, for an unknown one."""
    known = {release.name: release for release in read_releases(root)}
    full = name if name.startswith("tf") else f"tf{name}"
    if full not in known:
        if not known:
            raise UsageError(f"there is no release {name!r}: this project has no tox.ini that lists any")
        names = [each.removeprefix("tf") for each in known]
        if is_shipped(root):  # Nobody who has a wheel has seen its list.
            advice = near(full, known) or f"; there are those from {names[0]} to {names[-1]}"
            raise UsageError(f"there is no release {name!r}{advice}")
        advice = near(full, known) or f"; it has those from {names[0]} to {names[-1]}"
        raise UsageError(f"tox.ini has no release {name!r}{advice}")
    return known[full]


def environment_as_of(root: Path, day: str, python: str | None = None) -> Path:
    """Give an interpreter with TensorFlow and all that comes with it as ``pip`` would have installed it on a day.

    It lies in the cache folder and is made where it is missing, with the newest Python of that day that its TensorFlow
    could use, or with the one that is named (``3.6``). Raises UsageError where nothing can be had for that day, and for
    a day that is not over: what the index will have had by then nobody knows.
    """
    day = _checked(day)
    python = python.removeprefix("python") if python else None
    folder = cache_folder() / f"as-of-{day}{f'-python{python}' if python else ''}"
    inside = folder / "bin" / "python"
    if _is_complete(inside):
        return inside
    problems = []
    for version in [python] if python else pythons_of(root, day):
        interpreter = find_interpreter(version)
        if interpreter is None:
            problems.append(f"Python {version}: this machine has none")
            continue
        problem = _install(folder, interpreter, [*exclude_newer(day), "tensorflow"])
        if problem is None:
            return inside
        problems.append(f"Python {version}: {problem}")
    text = "\n".join(f"    {line}" for problem in problems for line in problem.splitlines())
    raise UsageError(f"no TensorFlow as of {day} can be installed here:\n{text}")


def pythons_of(root: Path, day: str) -> list[str]:
    """Give the Pythons that were there on a day and that some release can use, the newest first.

    Which of them the release of that day could use is known only from what the index has for it. Raises UsageError for
    a day before the first release.
    """
    # pip leaves pre-releases alone.
    dated = [release for release in read_releases(root) if release.as_of and not release.is_prerelease]
    first = min((_weeks_before(release.as_of) for release in dated), default="")
    if not first or day < first:
        when = f"; the first came on {first}" if first else ", for tox.ini gives no release a day"
        raise UsageError(f"no TensorFlow that this project knows was there on {day}{when}")
    known = {python.removeprefix("python") for release in dated for python in release.pythons}
    there = [python for python in known if _PYTHON_DAYS.get(python, _NEVER) <= day]
    return sorted(there, key=Version, reverse=True)


def _is_complete(python: Path) -> bool:
    """Whether an environment of the cache folder is there; it is renamed into its place when it is whole."""
    return python.exists() and any(python.parents[1].glob("lib/python*/site-packages/tensorflow*"))


def _weeks_before(as_of: str) -> str:
    """The day on which a release came out; constraints are resolved two weeks later."""
    return date.fromordinal(date.fromisoformat(as_of).toordinal() - 14).isoformat()


def _checked(day: str) -> str:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"a day is written like 2018-09-24, not {day!r}") from None
    if found >= datetime.now(UTC).date():
        raise UsageError(f"{found.isoformat()} is not over: what the package index has by then nobody knows")
    return found.isoformat()


def _install(folder: Path, interpreter: Path, packages: Sequence[str]) -> str | None:
    """Make the environment beside its place and rename it; None if that went well, else the installer's last lines."""
    uv = find_uv_bin()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as beside:
        partial = Path(beside) / "environment"
        inside = partial / "bin" / "python"
        steps = [
            # Relocatable, for it is renamed in the end.
            [uv, "venv", "--quiet", "--relocatable", "--python", str(interpreter), str(partial)],
            [uv, "pip", "install", "--quiet", "--python", str(inside), *packages],
        ]
        for step in steps:
            done = subprocess.run(step, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                return last_said(done.stdout + done.stderr)
        # Some packages hold files of Python 2 that do not compile; nothing imports them.
        subprocess.run([str(inside), "-m", "compileall", "-q", str(partial / "lib")], capture_output=True, check=False)
        if not _is_complete(folder / "bin" / "python"):  # else another process was quicker
            shutil.rmtree(folder, ignore_errors=True)
            partial.rename(folder)
    return None


def last_said(text: str) -> str:
    """Give the last lines that an installer wrote, without colours."""
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in text.splitlines() if line.strip()]
    return "\n".join(lines[-_LAST_LINES:])
