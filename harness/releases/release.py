"""The list of TensorFlow releases, as ``tox.ini`` has it."""

import configparser
import functools
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.version import Version

from harness.releases.interpreters import find_interpreter
from harness.words.errors import UsageError, near, not_utf_8

_ENVIRONMENT = re.compile(r"tf(\d+\.\d+)")
_PARTS = re.compile(r"\{[^{}]*\}|[^{}]+")


@dataclass(frozen=True)
class Release:
    """One environment of tox: its name (``tf1.15``), the Pythons that can carry it, the best first, what is installed
    (``tensorflow==1.15.5``), the day as of which its constraints are resolved, and the disk that it takes in MB."""

    name: str
    pythons: tuple[str, ...]
    requirement: str = ""
    as_of: str = ""
    megabytes: int = 0

    @property
    def version(self) -> str:
        """The TensorFlow version, ``1.15.5``."""
        return self.requirement.partition("==")[2]

    @property
    def is_prerelease(self) -> bool:
        """Whether this is a release candidate."""
        return bool(self.version) and Version(self.version).is_prerelease

    @property
    def missing(self) -> str | None:
        """Why this machine cannot make the environment; None where it can, or where tox is left to choose."""
        if not self.pythons or any(find_interpreter(python) for python in self.pythons):
            return None
        return f"no {' or '.join(self.pythons)}"


def read_releases(root: Path) -> tuple[Release, ...]:
    """Give every release that ``tox.ini`` knows, oldest first; none where the project has no ``tox.ini``.

    Raises UsageError for a ``tox.ini`` that cannot be read.
    """
    path = root / "tox.ini"
    try:
        return _releases_in(_text_of(path))
    except configparser.Error as error:
        raise _unreadable(error, path) from None


@functools.lru_cache(maxsize=8)
def _releases_in(text: str) -> tuple[Release, ...]:
    # A survey asks for each of its runs, and to read the list takes longer than to make a run ready.
    parser = _parser_of(text)
    pythons = {name: tuple(_words(value)) for name, value in _by_factor(parser, "base_python").items()}
    requirements = _by_factor(parser, "deps")
    sections = (section.removeprefix("testenv:") for section in parser.sections() if section.startswith("testenv:"))
    listed = [*_default_names(parser), *(name for section in sections for name in _expanded(section))]
    return tuple(
        Release(name, pythons.get(name, ()), requirements.get(name, ""), *_as_of(parser, name))
        for name in sorted(set(listed), key=release_key)
        if _ENVIRONMENT.fullmatch(name)
    )


def default_releases(root: Path) -> tuple[Release, ...]:
    """Give the releases that plain ``tox`` runs, oldest first: one per era."""
    names = _default_names(_parsed(root / "tox.ini"))
    return tuple(release for release in read_releases(root) if release.name in names)


def select_releases(root: Path, names: Iterable[str]) -> tuple[Release, ...]:
    """Give the named releases, ``tf1.15`` or ``1.15``, oldest first; ``all`` stands for every one that is no
    pre-release.

    Raises UsageError for a name that ``tox.ini`` does not have.
    """
    names = [f"tf{name}" if name[:1].isdigit() else name for name in names]
    known = {release.name: release for release in read_releases(root)}
    if "all" in names:
        names = [name for name in names if name != "all"]
        names += [name for name, release in known.items() if not release.is_prerelease]
    for name in names:
        if name not in known:
            raise UsageError(f"tox.ini has no environment {name!r}{near(name, known)}")
    return tuple(release for release in known.values() if release.name in names)


def _parsed(path: Path) -> configparser.ConfigParser:
    try:
        return _parser_of(_text_of(path))
    except configparser.Error as error:
        raise _unreadable(error, path) from None


def _parser_of(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text)
    return parser


def _text_of(path: Path) -> str:
    """What a file holds, nothing where there is none."""
    if not path.exists():
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError as error:
        raise not_utf_8(error, path) from None


def _unreadable(error: configparser.Error, path: Path) -> UsageError:
    return UsageError(f"cannot be read: {' '.join(error.message.split())}", path)


def _default_names(parser: configparser.ConfigParser) -> list[str]:
    return _expanded(parser.get("tox", "env_list", fallback=parser.get("tox", "envlist", fallback="")))


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


def _by_factor(parser: configparser.ConfigParser, key: str) -> dict[str, str]:
    """What a key says for each environment, from lines like ``tf2.15: python3.11, python3.10``."""
    found = {}
    for section in parser.sections():
        for line in parser.get(section, key, fallback="").splitlines():
            factors, colon, value = line.partition(":")
            for factor in _words(factors) if colon else ():
                found[factor] = value.strip()
    return found


def _as_of(parser: configparser.ConfigParser, name: str) -> tuple[str, int]:
    """Day and megabytes from ``tf1.15 = 2021-01-20, 554 MB`` in the section [releases]."""
    day, _, size = parser.get("releases", name, fallback="").partition(",")
    digits = size.replace("MB", "").strip()
    return day.strip(), int(digits) if digits.isdigit() else 0


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[,\s]+", text.strip()) if word]
