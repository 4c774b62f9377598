"""The plugin of tox, with tox itself: which Python carries a release, and what is told of the disk."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.releases.tox_environment import is_made
from tests.projects import write_project

TOX = """
[tox]
env_list = tf9.1, tf9.2, tf9.3, other

[releases]
tf9.1 = 2018-01-01, 300 MB
tf9.2 = 2018-01-01, 400 MB

[testenv]
skip_install = true
allowlist_externals = true
commands = true
base_python =
    tf9.1: python3.99, python{major}.{minor}
    tf9.2: python{major}.{minor}, python3.99
    tf9.3: python3.99, python3.98
    other: python3.99, python{major}.{minor}
deps =
    tf9.1: empty @ file://{folder}/empty
    tf9.2: empty @ file://{folder}/empty
"""

# Builds the package without anything from an index.
BACKEND = """
import pathlib, zipfile

def build_wheel(folder, settings=None, metadata=None):
    with zipfile.ZipFile(pathlib.Path(folder, "empty-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("empty.py", "")
        wheel.writestr("empty-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: empty\\nVersion: 1\\n")
        wheel.writestr("empty-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("empty-1.dist-info/RECORD", "")
    return "empty-1-py3-none-any.whl"
"""


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """A project with this plugin and four environments: the first has a Python that no machine has before ours."""
    major, minor, *_ = sys.version_info
    tox = TOX.replace("{major}", str(major)).replace("{minor}", str(minor)).replace("{folder}", str(tmp_path))
    (tmp_path / "harness").symlink_to(root / "harness")
    # It looks for the harness beside itself.
    shutil.copy(root / "toxfile.py", tmp_path)
    package = '[build-system]\nrequires = []\nbuild-backend = "b"\nbackend-path = ["."]\n[project]\nname = "empty"\n'
    files = {"empty/pyproject.toml": package + 'version = "1"\n', "empty/b.py": BACKEND}
    return write_project(tmp_path, {"tox.ini": tox, **files})


def tox(folder: Path, *words: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TOX", "HARNESS"))}
    done = subprocess.run(
        [sys.executable, "-m", "tox", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_a_release_is_carried_by_the_first_python_that_the_machine_has(folder: Path) -> None:
    ours = f"python{sys.version_info.major}.{sys.version_info.minor}"
    told = tox(folder, "config", "-k", "base_python").split()
    assert told == [
        *("[testenv:tf9.1]", "base_python", "=", ours),
        *("[testenv:tf9.2]", "base_python", "=", ours, "python3.99"),
        *("[testenv:tf9.3]", "base_python", "=", "python3.99", "python3.98"),
        *("[testenv:other]", "base_python", "=", "python3.99", ours),
    ]


def test_the_disk_is_told_once_before_the_first_installation_and_only_for_what_is_to_be_made(folder: Path) -> None:
    words = ("run", "--notest", "-e", "tf9.1,tf9.2")
    assert "disk: 2 environments to make, about 400 MB; " in tox(folder, *words, "--prune")
    shutil.rmtree(folder / ".tox")
    assert tox(folder, *words).count("disk: 2 environments to make, about 700 MB; ") == 1
    shutil.rmtree(folder / ".tox" / "tf9.1")
    assert "disk: 1 environment to make, about 300 MB; " in tox(folder, *words)
    assert "disk:" not in tox(folder, *words)


def test_an_installation_that_was_interrupted_is_done_from_the_start(folder: Path) -> None:
    made = folder / ".tox" / "tf9.1"
    tox(folder, "run", "--notest", "-e", "tf9.1")
    assert is_made(folder, "tf9.1")
    # As it is when Ctrl-C comes amid the packages: tox has not written down any, but some files are there.
    info = json.loads((made / ".tox-info.json").read_text())
    del info["PythonRun"]
    (made / ".tox-info.json").write_text(json.dumps(info))
    [packages] = made.glob("lib/python*/site-packages")
    write_project(packages, {"half/__init__.py": "", "half-1.dist-info/METADATA": "Name: half"})
    assert not is_made(folder, "tf9.1")
    tox(folder, "run", "--notest", "-e", "tf9.1")
    assert is_made(folder, "tf9.1")
    assert not list(packages.glob("half*"))
    assert list(packages.glob("empty-1.dist-info"))
