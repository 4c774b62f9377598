"""``harness doctor``, ``harness releases`` and ``harness errata``: what there is, as tables."""

import json
from pathlib import Path

import pytest

from harness.cli import main
from tests.projects import CASE, minimal_project, write_project

TOX = """
[tox]
env_list = tf1.4, tf2.15

[releases]
tf1.4 = 2017-12-22, 265 MB
tf2.15 = 2024-03-22, 1194 MB
tf2.16 = 2024-07-12, 1195 MB

[testenv]
base_python =
    tf1.4: python3.6
    tf2.15: python3.11, python3.10

[testenv:tf{2.15,2.16}]
base_python =
    tf2.16: python3.12
deps =
    tf1.4: tensorflow==1.4.1
    tf2.15: tensorflow-cpu==2.15.1
    tf2.16: tensorflow-cpu==2.16.0rc0
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, on a machine that has no Python but 3.10 and nothing in its cache."""
    for name in ("COLUMNS", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME", "HARNESS_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    install(tmp_path, "python3.10")
    return write_project(minimal_project(tmp_path), {"tox.ini": TOX})


def install(folder: Path, name: str) -> Path:
    path = folder / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o755)
    return path


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line.strip()]


def test_doctor_says_which_pythons_unlock_which_releases_and_how_to_get_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert main(["doctor"]) == 0
    lines = said(capsys)
    assert lines[0] == "Python where releases that it can carry"
    assert lines[2:10] == [
        "python3.6 not found 1.4",
        f"python3.10 {folder}/bin/python3.10 2.15",
        "python3.11 not found 2.15",
        "python3.12 not found 2.16",
        "cannot run here: tf1.4, tf2.16",
        "Python 3.6: pyenv install 3.6",
        "Python 3.11: uv python install 3.11, or pyenv install 3.11",
        "Python 3.12: uv python install 3.12, or pyenv install 3.12",
    ]
    assert lines[10].startswith("environments made: 0 of 3; the others take about 1194 MB, ")
    assert lines[11] == f"environments as of a day: {folder}/cache/tensorflow-legacy-harness (0 made)"
    assert lines[12:] == ["fork: yes, runs share one import of TensorFlow"]


def test_doctor_counts_what_is_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = ".tox/tf2.15/lib/python3.10/site-packages/tensorflow/__init__.py"
    day = "cache/tensorflow-legacy-harness/as-of-2018-09-24/pyvenv.cfg"
    info = '{"PythonRun": {"deps": {}}}'
    write_project(folder, {made: "", day: "", ".tox/tf2.15/bin/python": "", ".tox/tf2.15/.tox-info.json": info})
    assert main(["doctor"]) == 0
    lines = said(capsys)
    assert any(line.startswith("environments made: 1 of 3; the others take about 0 MB, ") for line in lines)
    assert any(line.endswith("(1 made)") for line in lines)


def test_a_machine_that_can_run_nothing_is_not_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bin" / "python3.10").unlink()
    assert main(["doctor"]) == 1
    assert "cannot run here: tf1.4, tf2.15, tf2.16" in said(capsys)


def test_releases_are_listed_with_what_the_machine_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["releases"]) == 0
    lines = said(capsys)
    assert [lines[0], *lines[2:]] == [
        "environment installs as of Pythons MB here",
        "tf1.4 tensorflow==1.4.1 2017-12-22 3.6 265 no python3.6",
        "tf2.15 tensorflow-cpu==2.15.1 2024-03-22 3.11, 3.10 1194 yes",
        "tf2.16 tensorflow-cpu==2.16.0rc0 2024-07-12 3.12 1195 no python3.12",
    ]


def test_a_job_matrix_has_one_line_and_no_pre_release(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["releases", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out) == [
        {"name": "tf1.4", "tensorflow": "1.4.1", "python": "3.6"},
        {"name": "tf2.15", "tensorflow": "2.15.1", "python": "3.11"},
    ]


def test_errata_and_claims_come_by_note_and_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = """
[[claims]]
line = 9
quote = "nine"
says = "it is nine"
verdict = "unsettled"
shows = "nobody knows"

[[errata]]
line = 12
says = "twelve"
shows = "thirteen"

[[errata]]
line = 3
says = "three"
shows = "four"
"""
    (folder / "cases" / "counting" / "case.toml").write_text(CASE.lstrip() + more)
    assert main(["errata"]) == 0
    lines = said(capsys)
    assert [lines[0], *lines[2:]] == [
        "note what the note says the run shows case",
        "n1:3 erratum three four counting",
        "n1:9 unsettled it is nine nobody knows counting",
        "n1:12 erratum twelve thirteen counting",
    ]
