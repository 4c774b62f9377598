"""The list of TensorFlow releases, as ``tox.ini`` has it."""

import configparser
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

from packaging.version import Version

from harness.errors import UsageError
from harness.interpreters import find_interpreter

_ENVIRONMENT = re.compile(r"tf(\d+\.\d+)")
_PARTS = re.compile(r"\{[^{}]*\}|[^{}]+")


@dataclass(frozen=True)
class Release:
    """One environment of tox: its name (``tf1.15``), and the Pythons that can carry it, the best first."""

    name: str
    pythons: tuple[str, ...]

    @property
    def missing(self) -> str | None:
        """Why this machine cannot make the environment; None where it can, or where tox is left to choose."""
        if not self.pythons or any(find_interpreter(python) for python in self.pythons):
            return None
        return f"no {' or '.join(self.pythons)}"


def read_releases(root: Path) -> tuple[Release, ...]:
    """Give the releases of plain ``tox``, oldest first; none where the project has no ``tox.ini``.

    Raises UsageError for a ``tox.ini`` that cannot be read.
    """
    path = root / "tox.ini"
    if not path.exists():
        return ()
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"is not UTF-8 at byte {error.start}", path) from None
    except configparser.Error as error:
        raise UsageError(f"cannot be read: {' '.join(error.message.split())}", path) from None
    listed = parser.get("tox", "env_list", fallback=parser.get("tox", "envlist", fallback=""))
    names = {name for name in _expanded(listed) if _ENVIRONMENT.fullmatch(name)}
    pythons = _pythons(parser)
    return tuple(Release(name, pythons.get(name, ())) for name in sorted(names, key=release_key))


def release_key(name: str) -> tuple[tuple[int, ...], str]:
    """Order ``tf1.4`` before ``tf1.15`` and both before ``tf2.15#2``; anything that is no release comes last."""
    match = _ENVIRONMENT.match(name)
    return (Version(match[1]).release if match else (1 << 30,)), name


def _expanded(listed: str) -> list[str]:
    """The names in a list of environments, ``tf{1.4,1.15}, lint`` being three."""
    names = []
    for text in re.findall(r"(?:[^\s,{}]|\{[^{}]*\})+", listed):
        parts = [
            re.split(r"\s*,\s*", part[1:-1].strip()) if part[0] == "{" else [part] for part in _PARTS.findall(text)
        ]
        names += ["".join(chosen) for chosen in itertools.product(*parts)]
    return names


def _pythons(parser: configparser.ConfigParser) -> dict[str, tuple[str, ...]]:
    """Pythons by environment, from lines like ``tf2.15: python3.11, python3.10``."""
    found = {}
    for section in parser.sections():
        for line in parser.get(section, "base_python", fallback="").splitlines():
            factors, colon, pythons = line.partition(":")
            for factor in re.split(r"[,\s]+", factors.strip()) if colon else ():
                found[factor] = tuple(python for python in re.split(r"[,\s]+", pythons.strip()) if python)
    return found
