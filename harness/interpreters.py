"""Python interpreters on this machine, also those that are not on the PATH: pyenv's and uv's.

Standard library only: tox loads it before anything is installed.
"""

import os
import re
import shutil
from pathlib import Path


def interpreter_folders() -> list[Path]:
    """Give the folders in which pyenv and uv keep interpreters, newest Python first."""
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT", home / ".pyenv")) / "versions"
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR", data / "uv" / "python"))
    found = [folder for root in (pyenv, uv) if root.is_dir() for folder in root.glob("*/bin") if folder.is_dir()]
    return sorted(found, key=_python_version, reverse=True)


def find_interpreter(version: str) -> Path | None:
    """Give the interpreter for ``3.6`` or ``python3.6``, None if the machine has none.

    pyenv's shims do not count: they exist for versions that are installed but not switched on, and then fail.
    """
    name = f"python{version.removeprefix('python')}"
    on_path = [entry for entry in os.environ.get("PATH", "").split(os.pathsep) if Path(entry).name != "shims"]
    places = os.pathsep.join([*on_path, *map(str, interpreter_folders())])
    found = shutil.which(name, path=places)
    return Path(found) if found else None


def _python_version(folder: Path) -> tuple[int, ...]:
    match = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", folder.parent.name)
    return tuple(int(part or 0) for part in match.groups()) if match else ()
