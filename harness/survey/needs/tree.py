"""What lies where a script looks, and what lies above it in the tree that is surveyed."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

# What a checkpoint's files have behind its name.
_CHECKPOINT = (".index", ".meta", ".data-00000-of-00001")


@dataclass(frozen=True)
class Tree:
    """A script at ``path`` in a surveyed ``folder``. ``added`` are further folders in which its modules are looked for;
    None: they may be anywhere in the tree."""

    path: Path
    folder: Path
    added: tuple[str, ...] | None = ()

    def looking_in(self, folders: Sequence[str] | None) -> "Tree":
        """Give the same with further folders for modules."""
        return replace(self, added=None if folders is None else tuple(folders))

    def has(self, name: str, *, prefix: bool = False) -> bool:
        """Whether a path leads to something from the script's folder; of a ``prefix``, whether a file begins so."""
        return _is_there(self.path.parent / name, prefix=prefix)

    def above(self, name: str, *, prefix: bool = False) -> str:
        """Give the nearest folder above the script's from which a relative path is right; empty for none."""
        if Path(name).is_absolute():
            return ""
        return next((str(each) for each in self._above() if _is_there(each / name, prefix=prefix)), "")

    def has_module(self, module: str) -> bool:
        """Whether a script finds a module of its own."""
        return any(_has_module(each, module) for each in self._looked_in())

    def above_module(self, module: str) -> str:
        """Give the nearest folder above the script's that has a module; empty for none."""
        return next((str(each) for each in self._above() if _has_module(each, module)), "")

    def shown(self, name: str) -> str:
        """Give a path as a person says it: from the script's folder, where it lies in that."""
        if is_address(name):
            return name
        path, folder = posixpath.normpath(name), f"{self.path.parent.resolve()}/"
        return path.removeprefix(folder)

    def _looked_in(self) -> Iterator[Path]:
        yield self.path.parent
        if self.added is None:
            yield from self._above()
        else:
            yield from (self.path.parent / each for each in self.added)

    def _above(self) -> Iterator[Path]:
        place, top = self.path.parent, self.folder.resolve()
        while place.resolve() != top and place.resolve().is_relative_to(top) and place.parent != place:
            place = place.parent
            yield place


def is_address(name: str) -> bool:
    """Whether a text is an address rather than a path."""
    return "://" in name


def _has_module(folder: Path, module: str) -> bool:
    """A folder without ``__init__.py`` counts where what is asked of it, or else any module, lies in it."""
    first, _, rest = module.partition(".")
    place = folder / first
    if _is_file(place.with_suffix(".py")) or _is_file(place / "__init__.py"):
        return True
    if rest and _has_module(place, rest):
        return True
    try:
        return place.is_dir() and any(each.suffix == ".py" for each in place.iterdir())
    except OSError:
        return False


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except (OSError, ValueError):
        return False


def _is_there(place: Path, *, prefix: bool) -> bool:
    try:
        return place.exists() or (prefix and any(_beginning(place)))
    except (OSError, ValueError):
        return True  # a name that no system takes is none of which anything can be said


def _beginning(place: Path) -> Iterable[Path]:
    for ending in _CHECKPOINT:
        if place.with_name(place.name + ending).exists():
            yield place
