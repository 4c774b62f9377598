"""A project whose only release is a TensorFlow that does nothing: its worker starts in no time."""

import hashlib
import json
import site
import sys
import venv
from pathlib import Path

from tests.projects import write_project

TOX = """
[tox]
env_list = tf2.15

[releases]
tf2.15 = 2024-03-22, 1194 MB

[testenv]
base_python =
    tf2.15: python3.11
deps =
    tf2.15: tensorflow==2.15.1
"""
CONSTRAINTS = "tensorflow==2.15.1\n"


def fake_release(folder: Path) -> None:
    """Make an environment whose TensorFlow does nothing; NumPy is the host's."""
    venv.create(folder, symlinks=True, with_pip=False)
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    tensorflow = {
        "tensorflow/__init__.py": "__version__ = '2.15.1'\n",
        "tensorflow/compat/__init__.py": "",
        "tensorflow/compat/v1.py": "",
        "tensorflow-2.15.1.dist-info/METADATA": "Name: tensorflow\nVersion: 2.15.1\n",
        "host.pth": "\n".join(site.getsitepackages()),
    }
    write_project(packages, tensorflow)


def fake_project(folder: Path) -> Path:
    """Make the project, with its environment as tox makes it."""
    write_project(folder, {"tox.ini": TOX, "constraints/tf2.15.txt": CONSTRAINTS, "golden/notes.toml": ""})
    (folder / "cases").mkdir()
    made = folder / ".tox" / "tf2.15"
    fake_release(made)
    (made / ".tox-info.json").write_text(json.dumps({"PythonRun": {"deps": []}}), encoding="utf-8")
    return folder


def fake_cache(folder: Path) -> Path:
    """Make the cache of a machine that has made this environment by itself, and give it."""
    fake_release(folder / "releases" / f"tf2.15-{hashlib.sha256(CONSTRAINTS.encode()).hexdigest()[:12]}")
    return folder
