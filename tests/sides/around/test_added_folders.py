"""Folders that a script puts into ``sys.path``, read off its text."""

from pathlib import Path

import pytest

from harness.sides.around.added_folders import added_folders
from harness.sides.around.own_files import own_files

FOLDER = Path("/home/user/project")


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("import sys\nsys.path.append('game/')\n", FOLDER / "game"),
        ("import sys\nsys.path.insert(0, '..')\n", FOLDER / ".."),
        ("import sys\nLIB = '../lib'\nif LIB not in sys.path:\n    sys.path.append(LIB)\n", FOLDER / "../lib"),
        ("import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), 'lib'))\n", FOLDER / "lib"),
        (
            "import os, sys\nsys.path.append(os.path.abspath(os.path.dirname(os.path.dirname(__file__))))\n",
            FOLDER.parent,
        ),
        ("import os, sys\nsys.path.append(os.getcwd())\n", FOLDER),
    ],
)
def test_a_folder_is_known_where_the_text_tells_it(text: str, folder: Path) -> None:
    assert added_folders(FOLDER / "train.py", text) == (folder,)


@pytest.mark.parametrize(
    "text",
    [
        "import sys\nsys.path.append(find())\n",
        "path = 'lib'\n",
        "sys.path.append(\n",
        "x = a = 1\nsys.path.append(a + a)\n",
    ],
)
def test_nothing_is_made_of_what_only_a_run_knows(text: str) -> None:
    assert added_folders(FOLDER / "train.py", text) == ()


def test_files_in_such_a_folder_are_the_scripts_own(tmp_path: Path) -> None:
    (tmp_path / "game").mkdir()
    (tmp_path / "game" / "bird.py").write_text("import pygame\n")
    found = own_files(tmp_path / "train.py", "import sys\nsys.path.append('game/')\nimport bird\n")
    assert [(each.path.name, each.text) for each in found] == [("bird.py", "import pygame\n")]


def test_a_module_of_python_2_finds_those_that_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "__init__.py").write_text("")
    (tmp_path / "data" / "digits.py").write_text("import reader\nprint 'read'\n")
    (tmp_path / "data" / "reader.py").write_text("import sklearn\n")
    found = own_files(tmp_path / "train.py", "import data.digits\n")
    assert [each.path.name for each in found] == ["__init__.py", "digits.py", "reader.py"]
