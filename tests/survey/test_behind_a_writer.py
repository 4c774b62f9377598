"""A file that misses what a script beside it writes is run behind that script."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.survey.answers import Answers, Survey
from harness.survey.ask import Ask
from harness.survey.standing import Standing, standing_of
from harness.survey.survey import survey
from harness.survey.workers import Gated
from tests.projects import write_project
from tests.survey.fakes import fake_project

if TYPE_CHECKING:
    from harness.targets.target import Request

pytestmark = pytest.mark.long
ASK = Ask("2.15", "2.15", run=True, jobs=1)
WRITES = "import tensorflow as tf\nwith open('points.txt', 'w') as file:\n    file.write('0.25')\n"
READS = "import tensorflow as tf\nprint('loss', float(open('points.txt').read()))\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fake_project(tmp_path_factory.mktemp("project"))


def surveyed(folder: Path, project: Path) -> Survey:
    return survey(folder, project, ASK, folder.parent / "out", "")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list["Request"]:
    """What is run."""
    asked: list[Request] = []
    submit = Gated.submit

    def asking(self: Gated, request: "Request") -> object:
        asked.append(request)
        return submit(self, request)

    monkeypatch.setattr(Gated, "submit", asking)
    return asked


def reader(found: Survey) -> Answers:
    return next(each for each in found.answers if each.name == "read.py")


def test_it_runs_behind_it_and_says_so(tmp_path: Path, project: Path, runs: list["Request"]) -> None:
    folder = write_project(tmp_path / "legacy", {"read.py": READS, "write.py": WRITES})
    found = surveyed(folder, project)
    own = reader(found).ran[0]
    assert (own.ended, own.lines, own.writer) == ("well", 1, "write.py")
    assert own.remarks == ("run behind write.py, which names what it reads",)
    assert standing_of(reader(found)) is Standing.THERE
    assert not (folder / "points.txt").exists()

    runs.clear()
    assert surveyed(folder, project) == found
    assert not runs, "what is the same is not run again"
    write_project(folder, {"write.py": WRITES.replace("0.25", "0.75")})
    again = reader(surveyed(folder, project))
    assert {each.script.name for each in runs} == {"read.py", "write.py"}
    assert again.ran[0].writer == "write.py"


def test_where_that_does_not_help_it_needs_the_file(tmp_path: Path, project: Path, runs: list["Request"]) -> None:
    folder = write_project(tmp_path / "legacy", {"read.py": READS, "write.py": f"{WRITES}raise ValueError('late')\n"})
    found = surveyed(folder, project)
    assert standing_of(reader(found)) is Standing.NEEDS
    runs.clear()
    assert surveyed(folder, project) == found
    assert not runs, "what did not help is not tried again"
    write_project(folder, {"write.py": WRITES})
    assert standing_of(reader(surveyed(folder, project))) is Standing.THERE
    gone = write_project(tmp_path / "other", {"read.py": READS})
    assert standing_of(reader(surveyed(gone, project))) is Standing.NEEDS


MAKES = "import tensorflow as tf\nwith open('first.txt', 'w') as file:\n    file.write('0.5')\n"
HALVES = (
    "import tensorflow as tf\nvalue = float(open('first.txt').read()) / 2\n"
    "with open('points.txt', 'w') as file:\n    file.write(str(value))\n"
)
BOTH = f"{READS}print('first', float(open('first.txt').read()))\n"


def test_it_runs_behind_two(tmp_path: Path, project: Path, runs: list["Request"]) -> None:
    texts = {"read.py": READS, "halve.py": HALVES, "make.py": MAKES, "both.py": BOTH}
    folder = write_project(tmp_path / "legacy", texts)
    found = surveyed(folder, project)
    assert [(each.name, each.ran[0].behind) for each in found.answers if each.ran] == [
        ("both.py", ("make.py", "halve.py")),
        ("halve.py", ("make.py",)),
        ("make.py", ()),
        ("read.py", ("make.py", "halve.py")),
    ]
    own = reader(found).ran[0]
    assert (own.ended, own.writer) == ("well", "halve.py")
    assert own.remarks[-1] == "run behind halve.py, which names what it reads, and that behind make.py"

    write_project(folder, {"make.py": f"{MAKES}raise ValueError('late')\n"})
    found = surveyed(folder, project)
    assert standing_of(reader(found)) is Standing.NEEDS
    runs.clear()
    assert surveyed(folder, project) == found
    assert not runs, "what did not help is not tried again"


def test_a_writer_that_is_gone_is_no_longer_asked_for(tmp_path: Path, project: Path) -> None:
    folder = write_project(tmp_path / "legacy", {"read.py": READS, "write.py": WRITES})
    assert reader(surveyed(folder, project)).ran[0].is_well
    (folder / "write.py").unlink()
    assert standing_of(reader(surveyed(folder, project))) is Standing.NEEDS
