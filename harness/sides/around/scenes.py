"""Scenes of scripts, as the options of a command say: where they work, with which words, what is made ready."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.releases.layers import Layer
from harness.sides.around.above import folders_of_repository, repository_of
from harness.targets.scene import Prelude, Scene, can_lie_at
from harness.words.errors import UsageError

_WEB = ("http://", "https://", "ftp://")


@dataclass(frozen=True)
class SceneOptions:
    """How the scripts of one side are run: with these ``arguments``, in ``folder`` (None: the script's own), with a
    ``seed`` (None: their own), a ``network`` or none; ``files`` stand in for what they would download, by address, or
    lie where they look, by the path of a file or folder that is not there. What they write is copied to
    ``keep``. They are stopped after ``within`` seconds (None: that is a failure), or after so many ``steps`` that they
    print (None: all). Loaders of data sets give ``stand_in`` made-up examples (None: they do what they do). They have
    ``packages`` beside TensorFlow's own, are ``python2`` whatever they look like, and read ``input`` where they ask for
    some. The scripts ``first`` are run before them, and leave what they write. Where ``stand_in`` was ``sized`` by the
    user, what a script counts on does not change it."""

    arguments: tuple[str, ...] = ()
    folder: Path | None = None
    seed: int | None = None
    network: bool = False
    files: Mapping[str, Path] = field(default_factory=dict)
    keep: Path | None = None
    within: float | None = None
    steps: int | None = None
    stand_in: int | None = None
    packages: tuple[str, ...] = ()
    python2: bool = False
    input: Path | None = None
    first: tuple[Path, ...] = ()
    sized: bool = False


def scene_of(folder: Path, options: SceneOptions, module: str = "", layer: Layer | None = None) -> Scene:
    """Give the scene of a script that lies in a folder, or of a module that is found from there, with a ``layer``
    of packages. Raises UsageError for a folder that is the whole file system."""
    place = (options.folder or folder).resolve()
    if not place.is_dir():
        raise UsageError(f"--cwd {options.folder}: there is no such folder")
    if options.keep is not None:
        _check_keep(options.keep)
    if place == Path(place.anchor):
        raise UsageError("is the whole file system; let the script work in a folder of its own: --cwd DIR", place)
    names = ("devices", "plots", "windows", "films", "renames", "folders")
    preludes = [Prelude(each) for each in names]
    if options.seed is not None:
        preludes.append(Prelude("seeds", {"seed": options.seed}))
    files = {address: str(path) for address, path in options.files.items() if address.startswith(_WEB)}
    placed = {where: str(path) for where, path in options.files.items() if where not in files}
    for where in placed:
        if (place / where).exists():
            raise UsageError(f"--file {where}: {place} has that already; give --cwd DIR, the folder that lacks it")
    if placed:
        preludes.append(Prelude("placed", {"files": placed}))
    near = [str(each) for each in folders_of_repository(folder.resolve())]
    if options.stand_in is not None:
        preludes.append(Prelude("stand_in", {"size": options.stand_in, "files": sorted(files), "near": near}))
    if files or not options.network or options.stand_in is not None:
        preludes.append(Prelude("downloads", {"files": files, "network": options.network, "near": near}))
    layers = () if layer is None else (layer.folder,)
    remarks = () if layer is None else _of_layer(layer)
    if options.input is not None and not options.input.is_file():
        raise UsageError(f"--input {options.input}: there is no such file")
    return Scene(
        place,
        options.arguments,
        module,
        layers,
        tuple(preludes),
        options.network,
        options.keep,
        remarks,
        options.input,
        repository_of(folder.resolve()),
        elsewhere=any(where.startswith("/") for where in placed),
    )


def _check_keep(folder: Path) -> None:
    """What is kept replaces nothing."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"--keep {folder}: is no folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"--keep {folder}: is not empty, and what is kept would replace what is there")


def module_file(module: str, folder: Path) -> Path:
    """Give the file that ``python -m`` runs for a module, looked for from a folder. Raises UsageError for none."""
    place = folder.joinpath(*module.split("."))
    for path in (place.with_suffix(".py"), place / "__main__.py"):
        if path.is_file():
            return path
    raise UsageError(f"-m {module}: there is neither {place.with_suffix('.py')} nor {place / '__main__.py'}")


def words_of(option: str, text: str) -> tuple[str, ...]:
    """Give the words of an option like a shell reads them. Raises UsageError for a quote that is left open."""
    try:
        return tuple(shlex.split(text))
    except ValueError as error:
        raise UsageError(f"{option} {text!r} cannot be read as words: {str(error).lower()}") from None


def files_of(texts: list[str]) -> dict[str, Path]:
    """Give the files of ``--file WHERE=PATH``, by the address that a script asks for, or by the path of a file or
    folder that it reads, a whole one or one from the folder that it works in. Raises UsageError for what is none."""
    found: dict[str, Path] = {}
    for text in texts:
        where, _, name = text.rpartition("=")
        of_web = where.startswith(_WEB)
        where = where if of_web else where.rstrip("/")
        path = Path(name)
        if not where or where.startswith("~") or ("://" in where and not of_web):
            raise UsageError(
                f"--file {text}: it is --file WHERE=PATH, with the address (https://…) or the path that the script "
                "asks for"
            )
        if not name or (not path.is_file() and not (path.is_dir() and not of_web)):
            raise UsageError(f"--file {text}: there is no file {name or 'behind the ='}")
        if where.startswith("/") and not can_lie_at(where):
            raise UsageError(
                f"--file {text}: this machine has {where}, or a folder around it, in which a run can put nothing; put "
                "the file there by hand"
            )
        other = next((each for each in found if _is_at(each, where) or _is_at(where, each)), None)
        if other is not None:
            raise UsageError(f"--file {text}: another --file has {other} already; give one of them")
        found[where] = path.resolve()
    return found


def _is_at(where: str, other: str) -> bool:
    """Whether one path or address is another, or lies in it."""
    return where == other or (not other.startswith(_WEB) and where.startswith(f"{other}/"))


def _of_layer(layer: Layer) -> tuple[str, ...]:
    added = f"added {layer.added} (--with)" if layer.added else ""
    return tuple(filter(None, (added, layer.remark)))
