"""Interpreters of pyenv and uv are found without any setting; what only looks like one is not."""

from pathlib import Path

import pytest

from harness.releases.interpreters import find_interpreter, interpreter_folders


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, nothing on the PATH, nothing said about pyenv and uv."""
    for name in ("PYENV_ROOT", "XDG_DATA_HOME", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    return tmp_path


def install(path: Path) -> Path:
    """Put an executable there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_machine_without_any_has_none() -> None:
    assert interpreter_folders() == []
    assert find_interpreter("3.6") is None


def test_pyenv_and_uv_are_looked_through_the_newest_python_first(home: Path) -> None:
    uv = home / ".local/share/uv/python"
    pyenv = home / ".pyenv/versions"
    found = [
        install(uv / "cpython-3.13.0-linux-x86_64-gnu/bin/python3.13"),
        install(pyenv / "3.11.7/bin/python3.11"),
        install(uv / "cpython-3.9.20-linux-x86_64-gnu/bin/python3.9"),
        install(pyenv / "3.9.1/bin/python3.9"),
        install(pyenv / "3.6.15/bin/python3.6"),
    ]
    assert interpreter_folders() == [path.parent for path in found]
    assert find_interpreter("3.6") == found[4]
    assert find_interpreter("python3.9") == found[2]
    assert find_interpreter("3.7") is None


def test_a_longer_version_is_not_taken_for_a_shorter_one(home: Path) -> None:
    install(home / ".pyenv/versions/3.10.4/bin/python3.10")
    assert find_interpreter("3.1") is None


@pytest.mark.parametrize(
    ("variable", "folder", "below"),
    [
        ("PYENV_ROOT", "elsewhere", "elsewhere/versions/3.6.15"),
        ("PYENV_ROOT", "", ".pyenv/versions/3.6.15"),
        ("UV_PYTHON_INSTALL_DIR", "elsewhere", "elsewhere/cpython-3.6.15-linux-x86_64-gnu"),
        ("XDG_DATA_HOME", "elsewhere", "elsewhere/uv/python/cpython-3.6.15-linux-x86_64-gnu"),
        ("XDG_DATA_HOME", "", ".local/share/uv/python/cpython-3.6.15-linux-x86_64-gnu"),
    ],
)
def test_the_tools_own_variables_are_followed(
    home: Path, monkeypatch: pytest.MonkeyPatch, variable: str, folder: str, below: str
) -> None:
    monkeypatch.setenv(variable, str(home / folder) if folder else "")
    python = install(home / below / "bin/python3.6")
    assert find_interpreter("3.6") == python


def test_the_path_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(home / ".pyenv/versions/3.6.15/bin/python3.6")
    on_path = install(home / "bin/python3.6")
    monkeypatch.setenv("PATH", f"{home}/nothing:{home}/bin")
    assert find_interpreter("3.6") == on_path


def test_shims_of_pyenv_do_not_count(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(home / ".pyenv/shims/python3.6")
    install(home / ".pyenv/shims/python3.7")
    real = install(home / ".pyenv/versions/3.7.16/bin/python3.7")
    monkeypatch.setenv("PATH", f"{home}/.pyenv/shims")
    assert find_interpreter("3.6") is None
    assert find_interpreter("3.7") == real


@pytest.mark.parametrize("path", ["", ":"])
def test_an_empty_path_is_not_the_working_directory(home: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    install(home / "python3.6")
    monkeypatch.chdir(home)
    monkeypatch.setenv("PATH", path)
    assert find_interpreter("3.6") is None


@pytest.mark.parametrize(
    "name",
    [
        "pypy3.6-7.3.3",
        "anaconda3-2023.03",
        "my-project",
        "pypy-3.6.9-linux-x86_64-gnu",
        "cpython-3.6.0+freethreaded-linux-x86_64-gnu",
        "3.6.0t",
    ],
)
def test_only_cpython_counts(home: Path, name: str) -> None:
    install(home / ".pyenv/versions" / name / "bin/python3.6")
    assert find_interpreter("3.6") is None


def test_a_file_that_cannot_be_executed_is_no_interpreter(home: Path) -> None:
    install(home / ".pyenv/versions/3.6.15/bin/python3.6").chmod(0o644)
    assert find_interpreter("3.6") is None
