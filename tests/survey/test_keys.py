"""What a file's answers rest on: what it may read, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.sides.own_files import own_files
from harness.survey.answers import Kind, Known
from harness.survey.ask import Ask, Entry
from harness.survey.keys import file_key, forget_digests
from harness.survey.known import Read
from tests.projects import write_project

ASK = Ask("1.15", "2.15", run=True)
FILES = {
    "plain.py": "import tensorflow as tf\nprint(1)\n",
    "reads.py": "import numpy as np\nprint(np.load('data/x.npy'))\n",
    "asks.py": "import os\nprint(os.listdir('data'))\n",
    "helped.py": "import loader\nprint(loader.X)\n",
    "loader.py": "X = open('points.csv').read()\n",
    "named.py": "import importlib\nprint(importlib.import_module('plugin').X)\n",
    "plugin.py": "X = 1\n",
    "sub/there.py": "print(open('d.csv').read())\n",
    "data/x.npy": "0",
    "points.csv": "1\n",
    "d.csv": "2\n",
    "README.md": "of no matter\n",
    "survey/answers/a.json": "{}",
    "survey/survey.json": "{}",
}
NAMES = ["plain.py", "reads.py", "asks.py", "helped.py", "named.py", "sub/there.py"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(tmp_path / "legacy", FILES)


def keys(folder: Path, ask: Ask = ASK) -> dict[str, str]:
    forget_digests()
    found = {}
    for name in NAMES:
        text = (folder / name).read_text(encoding="utf-8")
        entry = Entry(name, name, folder="." if name.startswith("sub/") else "")
        read = Read(Known(Kind.SCRIPT), tuple(own_files(folder / name, text)), text, text)
        found[name] = file_key(entry, folder, ask, read)
    return found


def others(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [name for name in NAMES if before[name] != after[name]]


@pytest.mark.parametrize(
    ("changed", "text", "which"),
    [
        ("plain.py", "print(2)\n", ["plain.py", "named.py"]),
        ("data/x.npy", "3", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("data/new.txt", "3", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("d.csv", "3\n", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("loader.py", "X = 2\n", ["helped.py", "named.py"]),
        ("plugin.py", "X = 2\n", ["named.py"]),
        ("README.md", "other prose\n", []),
        ("survey/survey.json", '{"other": 1}', []),
        ("survey/answers/b.json", "{}", []),
    ],
)
def test_a_change_counts_for_those_that_may_read_it(changed: str, text: str, which: list[str], folder: Path) -> None:
    before = keys(folder)
    write_project(folder, {changed: text})
    assert others(before, keys(folder)) == which


def test_a_variable_that_is_handed_on_counts_by_its_value(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = replace(ASK, handed=("STEPS",))
    monkeypatch.setenv("STEPS", "1")
    before = keys(folder, ask)
    assert keys(folder, ask) == before
    monkeypatch.setenv("STEPS", "2")
    assert others(before, keys(folder, ask)) == NAMES


def test_where_the_folder_lies_is_no_matter(folder: Path, tmp_path: Path) -> None:
    assert keys(write_project(tmp_path / "elsewhere", FILES)) == keys(folder)
