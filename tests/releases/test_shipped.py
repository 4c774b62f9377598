"""Specification of an installed harness, far from any checkout: a wheel is whole."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from uv import find_uv_bin

from harness.releases.shipped import own_root, version_text

Run = Callable[..., tuple[int, str]]

OLD = """import tensorflow as tf
w = tf.Variable(5.0)
step = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w + 1))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(3):
        session.run(step)
        print("step %d w %.6f" % (i, session.run(w)))
"""
NEW = """import tensorflow as tf
w = tf.Variable(5.0)
for i in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1)
    w.assign_sub(0.1 * tape.gradient(loss, w))
    print("step %d w %.6f" % (i, w.numpy()))
"""


def uv(*words: str | os.PathLike[str]) -> None:
    subprocess.run([find_uv_bin(), *words], check=True, capture_output=True, text=True)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """An environment with the wheel of this checkout, built and installed as anybody would."""
    folder = tmp_path_factory.mktemp("installed")
    copy = folder / "source"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        if name.startswith(("harness/", "constraints/", "docs/")) or "/" not in name:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((root / name).read_bytes())
    uv("build", "--quiet", "--wheel", "--out-dir", folder, copy)
    (wheel,) = folder.glob("*.whl")
    uv("venv", "--quiet", folder / "env")
    uv("pip", "install", "--quiet", "--python", folder / "env" / "bin" / "python", wheel)
    return folder / "env"


@pytest.fixture
def run(installed: Path, tmp_path: Path, tf1_python: Path, tf2_python: Path) -> Run:
    """Run the installed command in a folder of its own, with a cache that has two releases."""
    releases = tmp_path / "cache" / "releases"
    releases.mkdir(parents=True)
    for python in (tf1_python, tf2_python):
        (releases / python.parents[1].name).symlink_to(python.parents[1])
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "old.py").write_text(OLD)
    (folder / "new.py").write_text(NEW)

    def run(words: Sequence[str]) -> tuple[int, str]:
        environment = {**os.environ, "HARNESS_CACHE": str(tmp_path / "cache"), "COLUMNS": "200"}
        done = subprocess.run(
            [installed / "bin" / "harness", *words],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_a_wheel_does_in_any_folder_what_needs_no_cases(run: Run, tf1_python: Path, tf2_python: Path) -> None:
    old, new = (python.parents[1].name for python in (tf1_python, tf2_python))
    assert run(["--version"])[1].startswith("harness 0.1.0")
    code, page = run(["explain", "shifted"])
    assert code == 0 and "The same numbers, some rows early or late" in page
    code, machine = run(["doctor"])
    assert code == 0 and "environments made: 2 of " in machine
    code, python = run(["env", "--tf", new])
    assert code == 0 and python.strip().endswith(f"cache/releases/{new}/bin/python")
    code, told = run(["compare", f"old.py@{old}", f"new.py@{new}"])
    assert code == 0 and "identical: 3 of 3 lines agree" in told
    code, told = run(["run"])
    assert code == 2 and "cases/ and golden/" in told


def test_the_list_of_a_wheel_is_that_of_the_checkout(installed: Path, root: Path) -> None:
    (shipped,) = installed.glob("lib/python*/site-packages/harness/shipped")
    assert (shipped / "tox.ini").read_bytes() == (root / "tox.ini").read_bytes()
    for folder in ("constraints", "docs/pitfalls"):
        ours = {path.name: path.read_bytes() for path in (root / folder).iterdir()}
        assert {path.name: path.read_bytes() for path in (shipped / folder).iterdir()} == ours


def test_a_checkout_reads_its_own_files_and_names_its_commit(root: Path) -> None:
    assert own_root() == root
    assert version_text().startswith("harness 0.1.0 (")
