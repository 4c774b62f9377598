"""A second survey into the same folder runs what has changed, and nothing else; also where the first was killed."""

import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from harness.cli import main
from harness.files.atomic_file import write_beside
from harness.sides.around.scenes import SceneOptions
from harness.survey import store
from harness.survey.answers import Answers, Survey
from harness.survey.ask import Ask
from harness.survey.store import answers_path, read_answers
from harness.survey.survey import survey
from harness.survey.workers import Gated
from harness.targets.target import Limits, Request
from tests.projects import write_project
from tests.survey.fakes import fake_project

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("kept_readers")]
ASK = Ask("2.15", "2.15", run=True, jobs=1)
GOOD = "import tensorflow as tf\nprint('loss', 0.5)\n"
HELPED = "import tensorflow as tf\nimport helper\nprint('loss', helper.X)\n"
READS = "import tensorflow as tf\nprint(open('points.txt').read())\n"
FAILS = "import tensorflow as tf\nraise ValueError('no')\n"
FILES = {"a.py": GOOD, "b.py": HELPED, "c.py": READS, "fails.py": FAILS}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fake_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(tmp_path / "legacy", {**FILES, "helper.py": "X = 0.125\n", "points.txt": "0.25\n"})


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each script was run."""
    counted: Counter[str] = Counter()
    submit = Gated.submit

    def counting(self: Gated, request: Request) -> object:
        counted[request.script.name] += 1
        return submit(self, request)

    monkeypatch.setattr(Gated, "submit", counting)
    return counted


def surveyed(folder: Path, project: Path, ask: Ask = ASK) -> Survey:
    return survey(folder, project, ask, folder.parent / "out", "")


def test_what_is_the_same_is_not_run_again(folder: Path, project: Path, requests: Counter[str]) -> None:
    first = surveyed(folder, project)
    assert set(requests) == set(FILES)
    requests.clear()
    assert surveyed(folder, project) == first
    assert not requests


def test_what_has_changed_is_run_again_and_nothing_else(folder: Path, project: Path, requests: Counter[str]) -> None:
    surveyed(folder, project)
    for changed, text, run in (
        ("a.py", f"{GOOD}print('accuracy', 0.75)\n", {"a.py"}),
        ("helper.py", "X = 0.5\n", {"b.py"}),
        ("points.txt", "0.75\n", {"c.py"}),
        ("new.py", "print('without TensorFlow')\n", set[str]()),
        ("new.py", GOOD, {"new.py"}),
        ("survey.toml", "[[file]]\npath = 'fails.py'\nargs = '3'\n", {"fails.py"}),
    ):
        requests.clear()
        write_project(folder, {changed: text})
        surveyed(folder, project)
        assert set(requests) == run, changed
    (folder / "a.py").unlink()
    requests.clear()
    found = surveyed(folder, project)
    assert not requests
    assert "a.py" not in [each.name for each in found.answers]
    assert not answers_path(folder.parent / "out", "a.py").exists()


def test_answers_that_hold_are_not_written_again(folder: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: set[str] = set()

    def counting(path: Path, content: str, *, tidy: bool) -> None:
        written.add(path.name)
        write_beside(path, content, tidy=tidy)

    monkeypatch.setattr(store, "write_beside", counting)
    surveyed(folder, project)
    assert {answers_path(folder, name).name for name in FILES} <= written
    written.clear()
    surveyed(folder, project)
    assert not written
    write_project(folder, {"a.py": f"{GOOD}print('accuracy', 0.75)\n"})
    surveyed(folder, project)
    assert written == {answers_path(folder, "a.py").name}


def test_releases_are_opened_ahead_only_where_a_file_is_new(folder: Path, project: Path) -> None:
    expected: list[int] = []

    def look() -> int:
        survey(folder, project, ASK, folder.parent / "out", "", expects=lambda: expected.append(1))
        return len(expected)

    assert [look(), look()] == [1, 1]
    (folder / "a.py").touch()  # nothing else has changed, which times do not say
    assert [look(), look()] == [2, 2]
    write_project(folder, {"new.py": GOOD})
    assert [look(), look()] == [3, 3]


@pytest.mark.parametrize(
    "ask",
    [
        replace(ASK, scene=SceneOptions(seed=7)),
        replace(ASK, scene=SceneOptions(arguments=("3",))),
        replace(ASK, limits=Limits(timeout=50.0)),
        replace(ASK, experiments=3.0),
    ],
)
def test_another_option_runs_all_again(folder: Path, project: Path, requests: Counter[str], ask: Ask) -> None:
    surveyed(folder, project)
    requests.clear()
    surveyed(folder, project, ask)
    assert set(requests) == set(FILES)


def test_what_does_not_matter_runs_nothing(folder: Path, project: Path, requests: Counter[str]) -> None:
    surveyed(folder, project)
    requests.clear()
    surveyed(folder, project, replace(ASK, jobs=2))
    moved = folder.rename(folder.with_name("moved"))
    surveyed(moved, project)
    assert not requests


def test_answers_that_cannot_be_read_are_looked_for_again(folder: Path, project: Path, requests: Counter[str]) -> None:
    first = surveyed(folder, project)
    path = answers_path(folder.parent / "out", "a.py")
    for text in ("", "{", "[]", '{"schema": 99}', path.read_text()[:-40]):
        path.write_text(text)
        requests.clear()
        again = surveyed(folder, project)
        assert set(requests) == {"a.py"}
        assert [without_seconds(each) for each in again.answers] == [without_seconds(each) for each in first.answers]


def test_a_look_at_the_texts_alone_leaves_the_answers_of_runs(
    folder: Path, project: Path, requests: Counter[str]
) -> None:
    first = surveyed(folder, project)
    assert all(not each.ran for each in surveyed(folder, project, replace(ASK, run=False)).answers)
    requests.clear()
    assert surveyed(folder, project) == first
    assert not requests


def without_seconds(answers: Answers) -> Answers:
    return replace(answers, ran=tuple(replace(ran, seconds=0.0) for ran in answers.ran))


def test_a_survey_that_is_killed_goes_on_from_what_is_kept(folder: Path, project: Path, requests: Counter[str]) -> None:
    slow = f"{GOOD}import os, time\nwhile not os.path.exists({str(folder.parent / 'go')!r}): time.sleep(0.1)\n"
    write_project(folder, {"z.py": slow})
    words = ["survey", str(folder), "--root", str(project), "--from", "2.15", "--run", "--jobs", "1"]
    out = folder.parent / "out"
    command = [sys.executable, "-m", "harness", *words, "-o", str(out)]
    harness = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder.parent)
    assert harness.stderr is not None
    for line in harness.stderr:
        if b"4 of 5 files: " in line:
            break
    time.sleep(0.5)
    harness.send_signal(signal.SIGKILL)
    harness.communicate()
    kept = {name for name, each in read_answers(out).items() if each.ran}
    assert kept == set(FILES)
    (folder.parent / "go").touch()
    assert main([*words, "-o", str(out)]) == 1
    assert set(requests) == {"z.py"}


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [("b.py", HELPED, "helper.py"), ("a.py", GOOD, "a.py"), ("c.py", READS, "points.txt")],
)
def test_what_is_changed_while_it_runs_and_changed_back_is_run_again(
    name: str,
    text: str,
    changed: str,
    folder: Path,
    project: Path,
    requests: Counter[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = write_project(folder.parent / "one", {name: text, "helper.py": "X = 0.125\n", "points.txt": "0.25\n"})
    right = (here / changed).read_text(encoding="utf-8")
    wrong = {"helper.py": "X = 0.5\n", "a.py": text.replace("0.5", "0.75"), "points.txt": "0.75\n"}[changed]
    submit = Gated.submit

    def changing(self: Gated, request: Request) -> object:
        write_project(here, {changed: wrong})
        return submit(self, request)

    with monkeypatch.context() as amid:
        amid.setattr(Gated, "submit", changing)
        amid_it = survey(here, project, ASK, folder.parent / "out", "")
    told = {each.name: each.trouble for each in amid_it.answers}[name]
    assert ("was changed while it was looked at" in told) == (changed != "points.txt")
    write_project(here, {changed: right})
    requests.clear()
    again = surveyed(here, project)
    assert set(requests) == {name}
    assert not any(each.trouble for each in again.answers)
    requests.clear()
    assert surveyed(here, project) == again
    assert not requests


@pytest.mark.parametrize("place", ["out", "."])
def test_answers_may_be_kept_below_the_surveyed_folder(
    place: str, folder: Path, project: Path, requests: Counter[str]
) -> None:
    first = survey(folder, project, ASK, folder / place, "")
    requests.clear()
    write_project(folder / place, {"survey.json": "{}", "survey.sarif": "{}", "index.html": ""})
    assert survey(folder, project, ASK, folder / place, "") == first
    assert not requests
    write_project(folder, {"points.txt": "0.5\n"})
    survey(folder, project, ASK, folder / place, "")
    assert set(requests) == {"c.py"}
