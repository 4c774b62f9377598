"""The scene of a script: the folder that it finds, its words, what is made ready before it, and what it left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PRELUDES = Path(__file__).with_name("preludes")
_NETWORK = "network"
_UNPROTECTED = "unprotected"
# Beside these, and in them, a run can have what this machine has not: see ``worker/root.py``.
_OF_PEOPLE = ("/home", "/Users", "/mnt", "/media", "/data", "/srv")


@dataclass(frozen=True)
class Prelude:
    """A file of ``preludes/``, run before a script; it finds the setting as ``SETTING``."""

    name: str
    setting: Mapping[str, Any] = field(default_factory=dict)

    def as_message(self) -> list[Any]:
        """Give the prelude as the worker reads it: the path of its file and its setting."""
        return [str(_PRELUDES / f"{self.name}.py"), dict(self.setting)]


@dataclass(frozen=True)
class Scene:
    """What a script finds: it works in ``folder``, which it sees as it is and cannot change, with ``arguments`` behind
    its name; ``module`` is its name where it is run as ``python -m`` does. ``paths`` are folders of packages beside
    TensorFlow's own. It has a ``network`` or none; what it wrote is copied to ``keep``. ``remarks`` are
    sentences on how it was made ready, ``input`` is the file that it reads as its standard input, None for none. In the
    ``repository`` that it lies in (None: its own folder) it may write as well, and that is gone with the run; so it may
    make folders ``elsewhere``, where this machine has none, which takes some milliseconds.
    """

    folder: Path
    arguments: tuple[str, ...] = ()
    module: str = ""
    paths: tuple[Path, ...] = ()
    preludes: tuple[Prelude, ...] = ()
    network: bool = False
    keep: Path | None = None
    remarks: tuple[str, ...] = ()
    input: Path | None = None
    repository: Path | None = None
    elsewhere: bool = True

    def as_message(self) -> dict[str, Any]:
        """Give the scene as the worker reads it."""
        return {
            "folder": str(self.folder.resolve()),
            "arguments": list(self.arguments),
            "module": self.module,
            "paths": [str(path.resolve()) for path in self.paths],
            "preludes": [each.as_message() for each in self.preludes],
            "network": self.network,
            "keep": str(self.keep.resolve()) if self.keep is not None else None,
            "input": str(self.input.resolve()) if self.input is not None else None,
            "elsewhere": self.elsewhere,
            "repository": str(self.repository.resolve()) if self.repository is not None else None,
        }


def can_lie_at(path: str) -> bool:
    """Whether a run can have a file or folder at a whole path that this machine has not: nothing of it is there, but
    for a folder in which people, or disks, have theirs."""
    place = Path(path)
    there = next((each for each in place.parents if each.exists()), place)
    return place.is_absolute() and not place.exists() and str(there) in ("/", *_OF_PEOPLE)


@dataclass(frozen=True)
class FileChange:
    """A file below the folder that a script wrote, by its path there, and its size in bytes; None for one that it
    deleted."""

    path: str
    bytes: int | None


@dataclass(frozen=True)
class SideEffects:
    """What a run did besides printing: ``changes`` to its folder, none of which reached the user's files; the data sets
    that ``stand_ins`` were given for; what it was ``given`` of its own repository in place of a download; ``folders``
    that were made since it writes into them; the scripts that were run ``first``; the old names by which it was given
    what was ``renamed``; the modules that are ``missing``, which it never uses; what it was given of TensorFlow as
    that was ``earlier``, before 0.12; ``problems``, in words. It was
    ``protected`` unless the kernel can see to none of that."""

    changes: tuple[FileChange, ...] = ()
    stand_ins: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    protected: bool = True
    given: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[FileChange, ...]:
        """The changes that left a file, with its size."""
        return tuple(each for each in self.changes if each.bytes is not None)


def read_side_effects(answer: Mapping[str, Any] | None) -> SideEffects | None:
    """Give what a worker's answer tells of them; None for a run without a scene."""
    if answer is None:
        return None
    notes = [str(line).partition(" ") for line in answer["notes"]]
    problems = [str(answer["problem"])] if answer["problem"] else []
    if any(kind == _NETWORK for kind, _, _ in notes):
        problems.append("the run had a network: the kernel lets nobody here cut it off")
    protected = not any(kind == _UNPROTECTED for kind, _, _ in notes)
    if not protected:
        problems.append(
            "CAREFUL: the kernel here allows neither an overlay nor Landlock; what it writes by an absolute path, or "
            "by a link, does change your files"
        )
    return SideEffects(
        tuple(FileChange(str(each["path"]), each["bytes"]) for each in answer["changes"]),
        _noted(notes, "stand_in"),
        tuple(problems),
        protected,
        _noted(notes, "downloads"),
        _noted(notes, "folders"),
        _noted(notes, "first"),
        _noted(notes, "old_names"),
        _noted(notes, "unused_imports"),
        _noted(notes, "earlier"),
    )


def _noted(notes: list[tuple[str, str, str]], kind: str) -> tuple[str, ...]:
    """What was noted of one kind, each once."""
    return tuple(dict.fromkeys(what for each, _, what in notes if each == kind))
