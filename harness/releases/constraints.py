"""Constraints: what each release's environment holds, resolved against the package index as of a day of its time."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from uv import find_uv_bin

from harness.files.atomic_file import write_beside
from harness.releases.interpreters import find_interpreter
from harness.releases.release import Release
from harness.words.errors import UsageError

# Small packages of pure Python (wrapt with an optional C part) that had no wheel then.
_FROM_SOURCE = ("absl-py", "clang", "gast", "html5lib", "jax", "markdown", "opt-einsum", "termcolor", "wrapt")
# tensorflow-cpu 2.18.1 and 2.19.1 name a version of it for Windows that does not exist, which no other system needs.
_OVERRIDE = "tensorflow-intel; sys_platform == 'never'"
# What builds and installs is today's: it does not get into what is computed.
_TODAYS = ("packaging", "setuptools", "wheel")
_NO_WHEEL = re.compile(r"Wheels are required for `([\w.-]+)`")


@dataclass(frozen=True)
class Resolution:
    """The constraints of one release as text, and the packages that it takes from source."""

    text: str
    from_source: tuple[str, ...]


def exclude_newer(as_of: str) -> list[str]:
    """Give uv's options for the package index as it was on a day (``2018-09-24``)."""
    far = [option for name in _TODAYS for option in ("--exclude-newer-package", f"{name}=2100-01-01")]
    return ["--exclude-newer", as_of, *far]


def resolve(release: Release) -> Resolution:
    """Resolve a release as of its day, wheels only but for the few packages that never had one.

    Raises UsageError for a release of which ``tox.ini`` does not say all that this takes, and with the resolver's last
    lines where there is no solution.
    """
    if not (release.requirement and release.as_of and release.pythons):
        raise UsageError(f"tox.ini lacks what {release.name} installs, its day in [releases], or its base_python")
    sources: list[str] = []
    while True:
        done = _compile(release, sources)
        if done.returncode == 0:
            made = "made by `harness constraints`, not by hand"
            head = f"# TensorFlow {release.version} as it was on {release.as_of}; {made}.\n"
            return Resolution(head + done.stdout, tuple(sources))
        said = " ".join(done.stderr.split())
        lacking = [name for name in _NO_WHEEL.findall(said) if name in _FROM_SOURCE and name not in sources]
        if not lacking:
            last = "\n".join(done.stderr.strip().splitlines()[-5:])
            raise UsageError(f"{release.name} has no solution as of {release.as_of}:\n{last}")
        sources.append(lacking[0])


def write_constraints(path: Path, resolution: Resolution) -> bool:
    """Write a constraints file; False where it already says the same."""
    if path.exists() and path.read_text(encoding="utf-8") == resolution.text:
        return False
    write_beside(path, resolution.text)
    return True


def _compile(release: Release, sources: list[str]) -> "subprocess.CompletedProcess[str]":
    oldest = min((python.removeprefix("python") for python in release.pythons), key=_python_key)
    command = [find_uv_bin(), "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--emit-build-options"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--python-version", oldest, "--only-binary", ":all:"]
    command += [option for name in sources for option in ("--no-binary", name)]
    interpreter = find_interpreter(oldest)
    # What has to be built to know its dependencies is built by a Python of that time: setup.py files check.
    command += ["--python", str(interpreter)] if interpreter is not None else []
    command += ["--universal"] if len(release.pythons) > 1 else []
    with tempfile.TemporaryDirectory() as folder:
        override = Path(folder) / "override.txt"
        override.write_text(_OVERRIDE, encoding="utf-8")
        command += ["--override", str(override), *exclude_newer(release.as_of), "-"]
        return subprocess.run(command, input=release.requirement, text=True, capture_output=True, check=False)


def _python_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
