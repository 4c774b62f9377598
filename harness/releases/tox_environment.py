"""Environments as tox keeps them: where one lies, and whether it is whole."""

import json
import shutil
from pathlib import Path


def environment_folder(root: Path, name: str) -> Path:
    """Where tox keeps an environment of a project."""
    return root / ".tox" / name


def is_made(root: Path, name: str) -> bool:
    """Whether tox has made an environment and installed all of it. What lies in it does not tell: an installation that
    was interrupted leaves packages of which some files are missing."""
    folder = environment_folder(root, name)
    return (folder / "bin" / "python").exists() and _is_installed(folder)


def clear_leftovers(folder: Path) -> None:
    """Remove what an installation left that did not come to its end; installers take its packages for installed."""
    if _is_installed(folder):
        return
    for packages in folder.glob("lib*/python*/site-packages"):
        for path in packages.iterdir():
            if not path.name.startswith("_virtualenv"):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _is_installed(folder: Path) -> bool:
    """tox writes down what it installed when that is done."""
    try:
        said = json.loads((folder / ".tox-info.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(said, dict) and "deps" in (said.get("PythonRun") or {})
