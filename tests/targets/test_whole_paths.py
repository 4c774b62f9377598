"""Where a run can have files and folders that the machine has not, for ``--file /the/whole/path=PATH``."""

import ast
from pathlib import Path

import pytest

from harness.targets import scene
from harness.targets.scene import can_lie_at


@pytest.mark.parametrize(
    ("path", "can"),
    [
        ("/home/somebody of old/data/rows.csv", True),
        ("/Users/somebody/rows.csv", True),
        ("/content/drive/rows.csv", True),
        ("/etc/rows.csv", False),
        ("/etc", False),
        ("data/rows.csv", False),
        ("~/rows.csv", False),
    ],
)
def test_a_run_can_have_what_lies_below_no_folder_of_this_machine(path: str, can: bool) -> None:
    assert can_lie_at(path) is can


def test_folders_of_people_are_those_that_the_worker_shows_one_by_one() -> None:
    text = (Path(scene.__file__).parent / "worker" / "root.py").read_text(encoding="utf-8")
    (line,) = (each for each in text.splitlines() if each.startswith("_OF_PEOPLE = "))
    assert ast.literal_eval(line.partition(" = ")[2]) == scene._OF_PEOPLE
