"""A module in a submodule of git's that was not fetched with the repository: the command that fetches it is told."""

from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.submodules import submodule_text
from harness.targets.outcome import Failure
from harness.targets.target import Request

MODULES = '[submodule "sets"]\n\tpath = libs/sets\n\turl = https://example.org/sets\n'


def test_the_command_is_told_while_the_folder_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "libs" / "sets").mkdir(parents=True)
    (tmp_path / ".gitmodules").write_text(MODULES)
    script = tmp_path / "lessons" / "train.py"
    script.parent.mkdir()
    script.touch()
    failure = Failure("raised", "train.py:1: ModuleNotFoundError: No module named 'sets'", "")
    side = Side("train.py@tf1.4", (), failure=failure, origin=Origin(Path("python"), Request(script, {}, 60.0, 1, 1)))
    assert list(submodule_text(side)) == [
        "sets is a submodule of the repository, and its folder libs/sets is empty: "
        f"git -C {tmp_path} submodule update --init libs/sets"
    ]
    (tmp_path / "libs" / "sets" / "load.py").touch()
    assert list(submodule_text(side)) == []
