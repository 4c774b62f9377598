"""Layers: packages beside TensorFlow's own, in a folder that a run sees besides its environment.

The environment of a release stays as it is. A layer is resolved with all that the environment has as constraints, so
that TensorFlow and NumPy are those of the release, and as of the release's day; it is kept in the cache folder, and
shared by all scripts that ask for the same.
"""

import csv
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from uv import find_uv_bin

from harness.releases.constraints import exclude_newer
from harness.releases.environments import cache_folder, last_said
from harness.releases.fitting import fitting
from harness.releases.installing import Installed, install
from harness.releases.release import read_releases
from harness.words.errors import UsageError

# In a layer: what matplotlib found out about fonts; which of its packages are of a later day than the release; and
# which guesses are not in it, for want of a version at all or of one that can be installed.
FONTS = ".matplotlib"
_NEWER = ".newer-than-its-day"
_LEFT_OUT = ".left-out"
_NOT_HAD = ".not-had"
# What uv says of a package of which the index has nothing, or nothing yet.
_NONE = re.compile(r"there are no versions of|was not found in the package registry")
# Layers that an earlier harness made another way are not those that are asked for.
_MADE_AS = "2"
# Nor those without what is taken now where none of a range can be installed.
_OR_ANY = ", or any"
_TENSORFLOW = re.compile(r"^tensorflow(?:-cpu|-gpu)?==(\d+\.\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Layer:
    """A folder with packages; ``remark`` says what is not as one would expect, ``added`` are those that were asked for,
    with the versions that were taken."""

    folder: Path
    remark: str = ""
    added: str = ""


def layer_of(
    python: Path, packages: Sequence[str], root: Path, guessed: Sequence[str] = (), known: Sequence[str] = ()
) -> Layer:
    """Give the layer that has these packages, and what they need, for an interpreter with TensorFlow; made where it is
    missing. ``root`` is the project whose ``tox.ini`` says of which day a release is. Packages that are ``guessed``, as
    the imports of a script say, are left out where the index had none of that name on that day: what came later under
    it is another's; those that are ``known`` to be meant are then taken as of a later day. Either is left out where no
    version of it can be installed.

    Raises UsageError for what is no name of a package, and for what cannot be had beside that TensorFlow, with the
    installer's last lines.
    """
    for package in (*packages, *guessed, *known):
        _check(package)
    there = _installed(python)
    packages, guessed, known = (fitting(each, there) for each in (packages, guessed, known))
    day = _day_of(there, root)
    said = [
        _MADE_AS,
        str(python.absolute()),
        there,
        day or "",
        *sorted(packages),
        *(f"guessed {each}" for each in sorted(guessed)),
        *(f"known {each}{_OR_ANY if Requirement(each).specifier else ''}" for each in sorted(known)),
    ]
    key = hashlib.sha256("\n".join(said).encode()).hexdigest()
    folder = cache_folder() / "layers" / key[:32]
    if not folder.is_dir():
        there_then = _of_its_day(python, guessed, day)
        left_out = [each for each in guessed if each not in there_then]
        _make(folder, python, packages, [*there_then, *known], there, day, left_out)
    return Layer(folder, "; ".join(_remarks(folder, day)), _added(folder, [*packages, *guessed, *known]))


def _added(folder: Path, packages: Sequence[str]) -> str:
    """What of some packages is in a layer, and in which version."""
    there = dict(each.name.removesuffix(".dist-info").split("-", 1) for each in folder.glob("*-*.dist-info"))
    versions = {canonicalize_name(name): version for name, version in there.items()}
    names = {canonicalize_name(Requirement(each).name) for each in packages} & versions.keys()
    return ", ".join(f"{name} {versions[name]}" for name in sorted(names))


def _remarks(folder: Path, day: str | None) -> Iterator[str]:
    newer = folder / _NEWER
    later: dict[str, list[str]] = {}
    for line in newer.read_text(encoding="utf-8").splitlines() if newer.is_file() else ():
        name, _, its_day = line.rpartition(" ")
        later.setdefault(its_day, []).append(name)
    for its_day, names in later.items():
        yield f"{' and '.join(names)} as of {its_day}: no version of {day} can be installed"
    for file, told in ((_LEFT_OUT, f"was on the index on {day}"), (_NOT_HAD, "can be installed beside that release")):
        if (folder / file).is_file():
            yield f"no package {' or '.join((folder / file).read_text(encoding='utf-8').split())} {told}"


def _of_its_day(python: Path, packages: Sequence[str], day: str | None) -> Sequence[str]:
    """Give those of some packages of which the index had any version on a day."""
    if day is None or not packages:
        return packages
    command = [find_uv_bin(), "pip", "install", "--dry-run", "--no-deps", "--python", str(python), *exclude_newer(day)]

    def said(*names: str) -> str:
        with tempfile.TemporaryDirectory(prefix="harness-") as folder:
            words = [*command, "--target", str(Path(folder) / "layer"), *names]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
        return done.stderr if done.returncode != 0 else ""

    if not said(*packages):
        return packages
    return [package for package in packages if not _NONE.search(" ".join(said(package).split()))]


def on_the_index(python: Path, packages: Sequence[str]) -> tuple[str, ...]:
    """Give those of some packages that the index has for an interpreter, whatever else is installed there."""
    command = [find_uv_bin(), "pip", "install", "--quiet", "--dry-run", "--no-deps", "--python", str(python)]
    with tempfile.TemporaryDirectory(prefix="harness-") as folder:
        target = ["--target", str(Path(folder) / "layer")]
        return tuple(
            package
            for package in packages
            if subprocess.run([*command, *target, package], capture_output=True, check=False).returncode == 0
        )


def _check(package: str) -> None:
    try:
        requirement = Requirement(package)
    except InvalidRequirement:
        raise UsageError(f"--with {package}: is no name of a package, as scikit-learn or pandas==1.0 is") from None
    if requirement.url is not None:
        raise UsageError(f"--with {package}: packages come from the index, by name")


def _installed(python: Path) -> str:
    """What an environment has, a line ``name==version`` each."""
    done = subprocess.run(
        [find_uv_bin(), "pip", "freeze", "--quiet", "--python", str(python)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise UsageError(f"what {python} has cannot be listed:\n{last_said(done.stderr)}")
    return "\n".join(line for line in done.stdout.splitlines() if re.match(r"[\w.-]+==", line))


def day_of(python: Path, root: Path) -> str | None:
    """Give the day of the release that an interpreter has, by a project's ``tox.ini``; None for one that it has not."""
    return _day_of(_installed(python), root)


def _day_of(there: str, root: Path) -> str | None:
    """The day of the release that an environment has, None for one that the project does not know."""
    found = _TENSORFLOW.search(there)
    if found is None:
        return None
    return next((each.as_of for each in read_releases(root) if each.name == f"tf{found[1]}" and each.as_of), None)


def _make(
    folder: Path,
    python: Path,
    packages: Sequence[str],
    guessed: Sequence[str],
    there: str,
    day: str | None,
    left_out: Sequence[str],
) -> None:
    """Make a layer beside its place and rename it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as beside:
        constraints, layer = Path(beside) / "constraints.txt", Path(beside) / "layer"
        constraints.write_text(there + "\n", encoding="utf-8")
        command = [find_uv_bin(), "pip", "install", "--quiet", "--python", str(python)]
        command += ["--constraint", str(constraints)]
        installed = install(command, packages, guessed, day, layer) if packages or guessed else Installed()
        if installed.said:
            raise UsageError(
                f"--with {' --with '.join([*packages, *guessed])}: cannot be had beside what {python} has; the "
                f"installer's last lines:\n{last_said(installed.said)}"
            )
        layer.mkdir(exist_ok=True)
        for file, names in ((_LEFT_OUT, left_out), (_NOT_HAD, installed.not_had)):
            if names:
                (layer / file).write_text("\n".join(names), encoding="utf-8")
        if installed.later:
            lines = [f"{name} {its_day}" for name, its_day in installed.later.items()]
            (layer / _NEWER).write_text("\n".join(lines), encoding="utf-8")
        _leave_out(layer, {canonicalize_name(line.partition("==")[0]) for line in there.splitlines()})
        _make_ready(layer, python)
        if not folder.is_dir():  # else another process was quicker
            layer.rename(folder)


def _make_ready(layer: Path, python: Path) -> None:
    """Do once what each run would do: compile, and look for fonts."""
    subprocess.run([str(python), "-m", "compileall", "-q", str(layer)], capture_output=True, check=False)
    if (layer / "matplotlib").is_dir():
        settings = layer / FONTS
        settings.mkdir()
        look = f"import site; site.addsitedir({str(layer)!r}); import matplotlib.font_manager"
        environment = {**os.environ, "MPLCONFIGDIR": str(settings), "MPLBACKEND": "Agg"}
        subprocess.run([str(python), "-c", look], capture_output=True, check=False, env=environment)


def _leave_out(layer: Path, names: set[str]) -> None:
    """Remove what the environment has itself, in the same version: a target folder is given all that is needed."""
    for info in [*layer.glob("*.dist-info")]:
        if canonicalize_name(info.name.removesuffix(".dist-info").rpartition("-")[0]) not in names:
            continue
        with (info / "RECORD").open(encoding="utf-8", newline="") as file:
            listed = [layer / row[0] for row in csv.reader(file) if row]
        for path in listed:
            if path.resolve().is_relative_to(layer.resolve()) and path.is_file():
                path.unlink()
        shutil.rmtree(info, ignore_errors=True)
        for top in {path.relative_to(layer).parts[0] for path in listed if path.is_relative_to(layer)}:
            _remove_if_empty(layer / top)


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(path.is_file() and path.suffix != ".pyc" for path in folder.rglob("*")):
        shutil.rmtree(folder)
