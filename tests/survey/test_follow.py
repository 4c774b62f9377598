"""A survey that stays: what it takes for a change, and what it does then."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.cli import main
from harness.survey.ask import Ask
from harness.survey.engine import Local
from harness.survey.follow import next_state, state_of
from harness.targets.worker.processes import below, table
from tests.processes import killed_on_failure
from tests.projects import write_project
from tests.survey.fakes import fake_project

GOOD = "import tensorflow as tf\nprint('loss', 0.5)\n"
FILES = {"a.py": GOOD, "b.py": GOOD, "data/points.csv": "0.25\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(tmp_path / "legacy", FILES)


def sleeping(*steps: Callable[[], object]) -> Callable[[float], None]:
    """Sleeps take no time; each does the next of some steps, and what comes after the last is a mistake."""
    waiting: Iterator[Callable[[], object]] = iter(steps)
    return lambda _: (next(waiting)(), None)[1]


def nothing() -> None:
    pass


def test_a_change_is_told_once_nothing_else_changes(folder: Path) -> None:
    before = state_of(folder)
    sleep = sleeping(
        nothing,
        lambda: (folder / "a.py").write_text(GOOD * 2),
        lambda: (folder / "data" / "points.csv").write_text("0.5\n0.75\n"),
        nothing,
    )
    after = next_state(folder, before, nothing, sleep=sleep)
    assert {Path(path).name for path in after if after[path] != before[path]} == {"a.py", "points.csv"}


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("new.py", True),
        ("survey.toml", True),
        (".a.py.swp", False),
        ("venv/lib/x.py", False),
        (".git/index", False),
        ("out/survey.json", False),
        ("out/answers/x.json", False),
    ],
)
def test_what_counts_as_a_change(path: str, counts: bool, folder: Path) -> None:
    write_project(folder, {"out/answers/old.json": "{}", "out/survey.json": "{}"})
    before = state_of(folder)
    write_project(folder, {path: "x = 1\n"})
    assert (state_of(folder) != before) is counts


def test_a_file_that_goes_is_a_change(folder: Path) -> None:
    before = state_of(folder)
    (folder / "b.py").unlink()
    assert len(next_state(folder, before, nothing, sleep=sleeping(nothing))) == 2


def test_who_waits_long_is_told_once_to_rest(folder: Path) -> None:
    rested: list[float] = []
    sleep = sleeping(nothing, nothing, nothing, (folder / "b.py").unlink, nothing)
    next_state(folder, state_of(folder), lambda: rested.append(time.monotonic()), rest_after=0.0, sleep=sleep)
    assert len(rested) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--follow goes on from what is kept: -o DIR says where"),
        (["-o", "out", "--shard", "1/2"], "--follow goes without --shard"),
        (["-o", "out", "--format", "json"], "--follow goes without --format"),
    ],
)
def test_what_it_does_not_go_with(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert main(["survey", str(folder), "--follow", *words]) == 2
    assert capsys.readouterr().err.endswith(f"harness: {said}\n")


@pytest.mark.long
def test_releases_that_are_expected_are_open_until_they_rest(tmp_path: Path) -> None:
    project = fake_project(tmp_path / "project")

    def workers() -> int:
        found = below(os.getpid(), table())
        return sum("targets/worker" in Path(f"/proc/{each}/cmdline").read_text() for each in found)

    others = workers()  # those that tests before this one share
    with Local(1) as local:
        local.expect(project, Ask("2.15", "2.15", run=True))
        end = time.monotonic() + 20
        while workers() < others + 2 and time.monotonic() < end:  # the keeper and the worker
            time.sleep(0.02)
        assert workers() == others + 2
        while workers() > others and time.monotonic() < end:  # what is being opened is closed when it is there
            local.rest()
            time.sleep(0.02)
        assert workers() == others


@pytest.mark.long
def test_it_runs_what_has_changed_in_workers_that_stay_open(tmp_path: Path, folder: Path) -> None:
    project = fake_project(tmp_path / "project")
    starts = tmp_path / "starts"
    tensorflow = next((project / ".tox" / "tf2.15" / "lib").glob("*/site-packages/tensorflow/__init__.py"))
    tensorflow.write_text(f"{tensorflow.read_text()}open({str(starts)!r}, 'a').write('imported\\n')\n")
    words = ["survey", str(folder), "--root", str(project), "--from", "2.15", "--run", "--jobs", "1", "--follow"]
    with (
        subprocess.Popen(
            [sys.executable, "-u", "-m", "harness", *words, "-o", str(folder / "out")],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "200"},
        ) as harness,
        killed_on_failure(harness),
    ):
        assert harness.stdout is not None

        def told() -> list[str]:
            """The lines up to the next wait."""
            assert harness.stdout is not None
            lines = list[str]()
            while "waiting for changes below" not in (line := harness.stdout.readline()):
                assert line, lines
                lines.append(line.rstrip())
            return lines

        assert "2 of 2 scripts run on 2.15" in told()
        # In one step: a file that is emptied first may be seen so, where this process has to wait for its turn.
        (tmp_path / "later.py").write_text(f"{GOOD}raise ValueError('shapes differ')\n")
        (tmp_path / "later.py").replace(folder / "a.py")
        changed = told()
        assert [line.split()[1] for line in changed] == ["file", "a.py"]
        assert "raised" in changed[1]
        (folder / "survey.toml").write_text("[[file]]\npath = 3\n")
        assert told() == []
        (folder / "survey.toml").unlink()
        assert told() == ["all answers are what they were"]
        harness.send_signal(signal.SIGINT)
        assert harness.wait(30) == 1
    assert starts.read_text() == "imported\n"
