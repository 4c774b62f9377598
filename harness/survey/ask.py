"""What a survey is asked for: from which release to which, what files are run with, and whether they are run at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.sides.around.scenes import SceneOptions
from harness.targets.target import Limits


@dataclass(frozen=True)
class Entry:
    """One way to run a file: its ``path`` below the surveyed folder, and what ``survey.toml`` says of it. ``name`` is
    what it is called (the path, unless several entries have it), ``module`` its name where it is run as ``python -m``
    does; ``arguments``, ``packages``, ``files`` and ``input`` are added to those of all; ``folder`` is where it works,
    ``data`` are files that it reads, by their paths, and the scripts ``first`` are run before it. ``seconds`` is what a
    run is expected to take, ``origin`` its own release; ``skipped`` says why it is not run. ``tests`` runs
    the unit tests in it."""

    path: str
    name: str
    module: str = ""
    arguments: tuple[str, ...] = ()
    folder: str = ""
    packages: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    input: str = ""
    data: tuple[str, ...] = ()
    seconds: float | None = None
    origin: str = ""
    skipped: str = ""
    tests: bool = False
    first: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """What the command line asks for. ``origin`` is the release that files come from (empty: each its own), ``also``
    are further ones to run them on. ``run`` says whether anything is run; ``ways`` are what ports are drafted as; a
    difference is put to the test for at most ``experiments`` seconds a file. ``handed`` are environment variables that
    runs get by name."""

    origin: str
    target: str
    also: tuple[str, ...] = ()
    run: bool = False
    ways: tuple[str, ...] = ("compat", "eager")
    scene: SceneOptions = field(default_factory=SceneOptions)
    limits: Limits = field(default_factory=Limits)
    jobs: int = 2
    experiments: float = 30.0
    handed: tuple[str, ...] = ()


def scene_for(entry: Entry, folder: Path, ask: Ask) -> SceneOptions:
    """Give what a run of an entry of a folder finds: what is asked for all, and what ``survey.toml`` adds."""
    scene = ask.scene
    return replace(
        scene,
        arguments=(*scene.arguments, *entry.arguments),
        folder=folder / entry.folder if entry.folder else scene.folder,
        packages=tuple(dict.fromkeys((*scene.packages, *entry.packages))),
        files={**scene.files, **{address: folder / name for address, name in entry.files.items()}},
        input=folder / entry.input if entry.input else scene.input,
        first=tuple(folder / each for each in entry.first),
    )
