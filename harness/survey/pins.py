"""Which TensorFlow a repository asks for: the pin in its ``requirements.txt``, ``setup.py`` or the like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet

_TEXTS = ("requirements*.txt", "setup.py", "setup.cfg", "pyproject.toml", "Pipfile", "environment*.y*ml")
# `tensorflow-gpu==1.4.1`, `'tensorflow>=1.0,<2'`, `tensorflow = "~=1.15"`, and conda's `tensorflow=1.4`.
_PIN = re.compile(
    r"(?<![\w.-])tensorflow(?:[-_](?:gpu|cpu))?(?:\[[^\]]*\])?(?:\s*=\s*[\"'](?=[<>=!~]))?"
    r"[ \t]*\(?(?P<spec>(?:[<>=!~]{1,2} *\d[\w.*]* *,? *)+)"
)
_COMMENT = re.compile(r"(?:^|\s)#.*")
_CONDA = re.compile(r"^=(?=\d)")
_LARGEST = 100_000
# The last of these that a minor release has had by now.
_PATCHES = 20


@dataclass(frozen=True)
class Pin:
    """What a file says of TensorFlow's version: ``says`` is ``tensorflow>=1.0``, ``name`` the file's."""

    name: str
    says: str
    _specifiers: SpecifierSet

    def allows(self, release: str) -> bool:
        """Whether some version of a release, ``1.15``, is one that is asked for."""
        return any(self._specifiers.contains(f"{release}.{patch}") for patch in range(_PATCHES))

    def of(self, releases: Iterable[str]) -> tuple[str, ...]:
        """Give those of some releases that are asked for."""
        return tuple(filter(self.allows, releases))


def pin_for(path: Path, folder: Path) -> Pin | None:
    """Give what the file nearest to ``path``, in its folder or one above as far as ``folder``, asks of TensorFlow's
    version; None where none does, or where those that lie together ask for different ones."""
    for place in _folders(path, folder):
        pins = {
            str(pin._specifiers): pin
            for pattern in _TEXTS
            for each in sorted(place.glob(pattern))
            if (pin := _pin(each))
        }
        if pins:
            return next(iter(pins.values())) if len(pins) == 1 else None
    return None


def _folders(path: Path, folder: Path) -> Iterator[Path]:
    here, last = path.absolute().parent, folder.absolute()
    while here.is_relative_to(last):
        yield here
        here = here.parent


def _pin(path: Path) -> Pin | None:
    try:
        text = path.read_text(encoding="utf-8")[:_LARGEST]
    except (OSError, UnicodeDecodeError):
        return None
    found = {
        _CONDA.sub("==", re.sub(r"[\s,]+$", "", each["spec"])).replace(" ", "")
        for each in _PIN.finditer(_COMMENT.sub("", text))
    }
    try:
        return Pin(path.name, f"tensorflow{min(found)}", SpecifierSet(min(found))) if len(found) == 1 else None
    except InvalidSpecifier:
        return None
