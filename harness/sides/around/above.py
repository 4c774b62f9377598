"""Folders above a script in which modules lie that it imports: its author started it there, or had them on his path."""

import itertools
import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from harness.words.distributions import is_well_known

# As many folders above are looked at, and none above the head of a repository.
_MOST_ABOVE = 4
# As many below are.
_MOST_BELOW = 200
# And as many of a repository.
_MOST_ELSEWHERE = 1000
# Folders beside a script's, or in it, that are put on the path by custom.
_SOURCES = ("src", "lib")
_HEADS = (".git", "LICENSE", "LICENSE.md", "LICENSE.txt", "setup.py", "requirements.txt")


def folders_above(script: Path, modules: Collection[str]) -> tuple[Path, ...]:
    """Give the folders above that of a script in which modules lie, by their first names, that do not lie beside it;
    also those called ``src`` or ``lib`` in one of them, the one folder below it that has what none of these has, and
    the one elsewhere in its repository, which an editor had on the path. Python's own and TensorFlow are none."""
    folder = script.absolute().parent
    wanted = {name for name in modules if name and not _leads(folder, name)}
    wanted = {name for name in wanted if name.partition(".")[0] not in {*sys.stdlib_module_names, "tensorflow"}}
    found = []
    for above in (place / each for place in (folder, *_above(folder)) for each in ("", *_SOURCES)):
        here = {name.partition(".")[0] for name in wanted if _leads(above, name)}
        if here:
            found.append(above)
            wanted = {name for name in wanted if name.partition(".")[0] not in here}
    below = _below(folder, wanted)
    lost = {name for name in wanted if not any(_leads(each, name) for each in below)}
    return (*found, *below, *_elsewhere(folder, lost))


def _elsewhere(folder: Path, wanted: Collection[str]) -> list[Path]:
    """The folders of a repository each of which alone has a module. A name of one word is none of these: each project
    of a repository has its ``utils``, and packages have names like that."""
    wanted = {name for name in wanted if "_" in name.partition(".")[0].strip("_") and not is_well_known(name)}
    head = repository_of(folder) if wanted else None
    if head is None:
        return []
    having: dict[str, list[Path]] = {name: [] for name in sorted(wanted)}
    for place, folders, _ in itertools.islice(os.walk(head), _MOST_ELSEWHERE):
        folders[:] = sorted(each for each in folders if each[0] not in "._")
        for name, places in having.items():
            if _leads(Path(place), name):
                places.append(Path(place))
    return [*dict.fromkeys(places[0] for places in having.values() if len(places) == 1)]


def _below(folder: Path, wanted: Collection[str]) -> list[Path]:
    """The folders below one, as deep as two, each of which alone has a module: of several none is known to be meant."""
    if not wanted:
        return []
    first = [Path(each.path) for each in _folders_in(folder)]
    below = [*first, *(Path(inner.path) for each in first for inner in _folders_in(each))][:_MOST_BELOW]
    having = {name: [each for each in below if _leads(each, name)] for name in sorted(wanted)}
    return [*dict.fromkeys(places[0] for places in having.values() if len(places) == 1)]


def _folders_in(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            found = [each for each in entries if each.is_dir(follow_symlinks=False) and each.name[0] not in "._"]
    except OSError:
        return []
    return sorted(found, key=lambda each: each.name)


def folders_of_repository(folder: Path) -> tuple[Path, ...]:
    """Give a folder and those above it, up to the head of its repository."""
    return (folder.absolute(), *_above(folder.absolute()))


def repository_of(folder: Path) -> Path | None:
    """Give the head of the repository that a folder lies in, or is; None where nothing says that it is in one."""
    last = folders_of_repository(folder)[-1]
    return last if any((last / name).exists() for name in _HEADS) else None


def is_folder_near(script: Path, name: str) -> bool:
    """Whether a folder of that name lies beside a script, or beside what it lies in: a module that it lacks is missing
    there, and no package of the same name is what it imports. A folder of examples may be called as the package is."""
    folder = script.absolute().parent
    near = (place / name for place in (folder, *_above(folder)))
    return any(each.is_dir() and each not in script.absolute().parents for each in near)


def _above(folder: Path) -> Iterator[Path]:
    inside = folder
    for above in [*folder.parents][:_MOST_ABOVE]:
        if above in (Path.home(), Path(above.anchor)) or (inside / ".git").exists():
            return
        yield above
        if any((above / name).exists() for name in _HEADS):
            return
        inside = above


def _leads(folder: Path, module: str) -> bool:
    """Whether a module is found in a folder; one in a folder that is no package, only by what lies in there."""
    first, _, rest = module.partition(".")
    place = folder / first
    inner = place / rest.partition(".")[0] if rest else place / "__init__"
    return (
        place.with_suffix(".py").is_file()
        or (place / "__init__.py").is_file()
        or (inner.with_suffix(".py").is_file() or (bool(rest) and inner.is_dir()))
    )
