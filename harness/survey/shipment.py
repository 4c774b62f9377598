"""A surveyed folder as an archive, for machines that do not share it: packed where the survey is asked for, unpacked
once on each machine that runs files of it."""

import gzip
import hashlib
import io
import os
import shutil
import stat
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from harness.files.lock import locked
from harness.sides.around.scenes import SceneOptions
from harness.survey.tree import places_of
from harness.words.errors import UsageError

# What no worker can do without is smaller; a data set of this size is better put on each machine.
MOST_OF_A_FILE = 256 << 20
MOST_OF_ALL = 1 << 30
_WEEK = 7 * 86400.0
_TREE, _ROOT, _GIVEN = "tree", "root", "given"


@dataclass(frozen=True)
class Shipment:
    """An archive with a surveyed folder called ``name``, the list of releases with their constraints, and files that
    lie elsewhere; ``digest`` is that of all of it. ``left_out`` are files that are too large, by their paths."""

    archive: bytes
    digest: str
    name: str
    left_out: tuple[str, ...] = ()

    def folder(self, place: Path) -> Path:
        """Give the surveyed folder of a place where this is unpacked."""
        return place / _TREE / self.name

    def root(self, place: Path) -> Path:
        """Give the folder with the list of releases there."""
        return place / _ROOT

    def unpacked(self, cache: Path) -> Path:
        """Unpack into a folder of the cache, unless that was done before, and give it. What other surveys left there a
        week ago is removed."""
        place = cache / "surveys" / self.digest
        with locked(cache / "locks" / self.digest):
            if not place.is_dir():
                place.parent.mkdir(parents=True, exist_ok=True)
                _remove_old(place.parent)
                with tempfile.TemporaryDirectory(dir=place.parent, prefix=".making-") as beside:
                    made = Path(beside) / "made"
                    with tarfile.open(fileobj=io.BytesIO(self.archive), mode="r:gz") as archive:
                        archive.extractall(made, filter="fully_trusted")  # noqa: S202  (packed by ``pack``)
                    made.rename(place)
            os.utime(place)
        return place


def pack(folder: Path, root: Path, scene: SceneOptions) -> Shipment:
    """Pack a surveyed folder without other people's code, the releases of a project, and what a scene names."""
    name = folder.resolve().name or "tree"
    found = list(_members(folder, f"{_TREE}/{name}"))
    left_out, size = [], 0
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, place, bytes_ in sorted(found, key=lambda each: (each[2], each[1])):
            size += bytes_
            if bytes_ > MOST_OF_A_FILE or size > MOST_OF_ALL:
                left_out.append(f"{path.relative_to(folder)} ({bytes_ >> 20} MiB)")
                size -= bytes_
            else:
                _add(archive, path, place, folder)
        for path in (root / "tox.ini", *sorted((root / "constraints").glob("*.txt"))):
            _add(archive, path, f"{_ROOT}/{path.relative_to(root)}", folder)
        for number, path in enumerate(_given(scene)):
            _add(archive, path, f"{_GIVEN}/{number}/{path.name}", folder)
    digest = hashlib.sha256(plain.getbuffer()).hexdigest()[:24]
    return Shipment(gzip.compress(plain.getbuffer(), 1, mtime=0), digest, name, tuple(left_out))


def scene_there(scene: SceneOptions, folder: Path, shipment: Shipment, place: Path) -> SceneOptions:
    """Give a scene whose files are those of a place where they were unpacked. Raises UsageError for what cannot be
    sent."""
    numbers = {path: place / _GIVEN / str(number) / path.name for number, path in enumerate(_given(scene))}
    there = None
    if scene.folder is not None:
        if not scene.folder.resolve().is_relative_to(folder.resolve()):
            raise UsageError(
                f"--cwd {scene.folder}: lies outside of the surveyed folder, which is all that a cluster has"
            )
        there = shipment.folder(place) / scene.folder.resolve().relative_to(folder.resolve())
    if scene.keep is not None:
        raise UsageError("--keep: what files write stays on the machines of the cluster; leave it out")
    files = {address: numbers[path] for address, path in scene.files.items()}
    return replace(scene, folder=there, files=files, input=numbers[scene.input] if scene.input is not None else None)


def _given(scene: SceneOptions) -> list[Path]:
    return list(dict.fromkeys([*scene.files.values(), *([scene.input] if scene.input is not None else [])]))


def _members(folder: Path, name: str) -> Iterator[tuple[Path, str, int]]:
    """The files and folders of a tree, where they lie in the archive, and their sizes; no pipe, and no link to a folder
    outside of it."""
    base = folder.resolve()
    for here, folders, files in places_of(folder):
        place = f"{name}/{here.relative_to(folder).as_posix()}"
        yield here, place, 0
        for each in (*folders, *files):
            path = here / each
            try:
                inside = path.resolve(strict=True).is_relative_to(base)
                found = path.lstat() if inside else path.stat()
            except (OSError, RuntimeError):
                continue
            if stat.S_ISREG(found.st_mode) or stat.S_ISLNK(found.st_mode):
                yield path, f"{place}/{each}", found.st_size


def _add(archive: tarfile.TarFile, path: Path, place: str, folder: Path) -> None:
    """Put a file, a folder or a link into an archive; what cannot be read is left out."""
    inside = path.is_symlink() and path.resolve().is_relative_to(folder.resolve())
    info = tarfile.TarInfo(place)
    try:
        found = path.lstat() if inside else path.stat()
        # Of the owner nothing, so that the same tree is the same archive, whoever packs it.
        info.mode, info.mtime = stat.S_IMODE(found.st_mode), int(found.st_mtime)
        if inside:
            info.type, info.linkname = tarfile.SYMTYPE, os.path.relpath(path.resolve(), path.parent.resolve())
            archive.addfile(info)
        elif stat.S_ISDIR(found.st_mode):
            info.type, info.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(info)
        else:
            content = path.read_bytes()
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    except OSError:
        return


def _remove_old(folder: Path) -> None:
    for path in folder.iterdir():
        if time.time() - path.lstat().st_mtime > _WEEK:
            shutil.rmtree(path, ignore_errors=True)
