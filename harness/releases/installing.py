"""Installing packages as of a day: one that cannot be had as it was then is taken as of a day on which it can."""

import datetime
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from harness.releases.constraints import exclude_newer

# So many days later a package is looked for again: few had wheels for the Python that a release came with at once.
_LATER = (180, 365, 730, 1460)
# What uv says of a package that it cannot build or has not found, with its name.
_CULPRIT = re.compile(
    r"Failed to (?:build|download|fetch|read|parse)[^`]*`(?P<built>[\w.-]+?)(?:==[^`]*| @[^`]*)?`"
    r"|there are no versions of (?P<none>[\w.-]+)|Because (?P<unknown>[\w.-]+) was not found in the package registry"
)
# What no installer of today reads of their old versions, ``pytz (>=2011k)``; with what they really need.
_METADATA = """
[[dependency-metadata]]
name = "pandas"
requires-dist = ["numpy", "python-dateutil", "pytz"]
"""
# What builds a package of a day before that: later ones refuse words that setup.py files of the time have.
_BUILT_BY, _UNTIL = "setuptools<58\nwheel<0.38\n", "2022-01-01"
TODAY = "today"


@dataclass(frozen=True)
class Installed:
    """How it went: what the installer ``said`` first where it failed, empty where it did not; and which packages are of
    a ``later`` day than asked for, with that day or ``today``; guesses that are ``not_had``."""

    said: str = ""
    later: Mapping[str, str] = field(default_factory=dict)
    not_had: tuple[str, ...] = ()


def install(
    command: Sequence[str], packages: Sequence[str], guessed: Sequence[str], day: str | None, target: Path
) -> Installed:
    """Install packages into a folder, by an installer's command that says all but the days and the packages; each as of
    a day, None for today. Those that are only ``guessed`` are taken in any version where none of the range that they
    are guessed in can be installed, and left out where none at all can."""
    said: list[str] = []
    later: dict[str, str] = {}
    spare = {_name(each): each for each in guessed}
    not_had: list[str] = []
    settings = target.parent / "uv.toml"
    settings.write_text(_METADATA, encoding="utf-8")
    builds = target.parent / "builds.txt"
    builds.write_text(_BUILT_BY if day is not None and day < _UNTIL else "", encoding="utf-8")
    command = [*command, "--build-constraint", str(builds)]
    while day is not None:
        words = [*command, "--config-file", str(settings), *exclude_newer(day), *_days(later), *packages]
        failed = _run([*words, *spare.values()], target)
        if failed is None:
            return Installed("", later, tuple(not_had))
        said.append(failed)
        culprit = _culprit(failed)
        following = _after(day, later.get(culprit)) if culprit else None
        if culprit is not None and following is not None:
            later[culprit] = following
        elif culprit in spare and spare[culprit] != culprit and Requirement(spare[culprit]).specifier:
            spare[culprit] = culprit  # of the range that was guessed none, but perhaps what came behind it
            later.pop(culprit, None)
        elif culprit in spare:
            not_had.append(spare.pop(culprit))
            later.pop(culprit, None)
            if not packages and not spare:  # an installer takes no empty list
                return Installed("", {}, tuple(not_had))
        else:
            break
    wanted = [*packages, *spare.values()]
    for options in (["--only-binary", ":all:"], []):
        failed = _run([*command, *options, *wanted], target)
        if failed is None:
            return Installed("", dict.fromkeys(wanted, TODAY) if day is not None else {}, tuple(not_had))
        said.append(failed)
    return Installed(said[0])


def _run(words: Sequence[str], target: Path) -> str | None:
    shutil.rmtree(target, ignore_errors=True)
    done = subprocess.run([*words, "--target", str(target)], capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else done.stderr


def _name(requirement: str) -> str:
    return canonicalize_name(Requirement(requirement).name)


def _days(later: Mapping[str, str]) -> list[str]:
    return [word for name, day in later.items() for word in ("--exclude-newer-package", f"{name}={day}")]


def _culprit(said: str) -> str | None:
    found = _CULPRIT.search(" ".join(said.replace("╰─▶", " ").split()))
    return canonicalize_name(next(filter(None, found.groups()))) if found is not None else None


def _after(day: str, last: str | None) -> str | None:
    """The day after the one on which a package was looked for last, None behind the last."""
    days = [str(datetime.date.fromisoformat(day) + datetime.timedelta(each)) for each in _LATER]
    return next((each for each in days if last is None or each > last), None)
