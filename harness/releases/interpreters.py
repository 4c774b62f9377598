"""Python interpreters on this machine, also those that are not on the PATH: pyenv's and uv's.

Standard library only: tox loads it before anything is installed.
"""

import os
import re
import shutil
from pathlib import Path

# `3.7.16` is pyenv's name for a CPython, `cpython-3.7.16-linux-x86_64-gnu` uv's. PyPy, Anaconda and free-threaded
# builds call themselves python3.x as well, and nobody built a TensorFlow for them.
_CPYTHON = re.compile(r"(?:cpython-)?(\d+)\.(\d+)(?:\.(\d+))?(?:-.*)?")


def interpreter_folders() -> list[Path]:
    """Give the folders in which pyenv and uv keep CPython, newest first."""
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv") / "versions"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR") or data / "uv" / "python")
    folders = [folder for root in (pyenv, uv) if root.is_dir() for folder in root.glob("*/bin") if folder.is_dir()]
    versions = [(version, folder) for folder in folders if (version := _python_version(folder))]
    return [folder for _, folder in sorted(versions, reverse=True)]


def find_interpreter(version: str) -> Path | None:
    """Give the interpreter for ``3.6`` or ``python3.6``, None if the machine has none.

    pyenv's shims do not count: they exist for versions that are installed but not switched on, and then fail.
    """
    name = f"python{version.removeprefix('python')}"
    on_path = [entry for entry in os.environ.get("PATH", "").split(os.pathsep) if entry and Path(entry).name != "shims"]
    places = os.pathsep.join([*on_path, *map(str, interpreter_folders())])
    found = shutil.which(name, path=places)
    return Path(found) if found else None


def _python_version(folder: Path) -> tuple[int, ...]:
    match = _CPYTHON.fullmatch(folder.parent.name)
    return tuple(int(part or 0) for part in match.groups()) if match else ()
