"""``survey.toml``: what each key does, and what each mistake says."""

import os
from pathlib import Path

import pytest

from harness.survey.ask import Entry
from harness.survey.settings import read_settings, with_settings
from harness.survey.tree import files_of
from harness.words.errors import UsageError
from tests.projects import write_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"train.py": "", "pkg/main.py": "", "pkg/tool/__main__.py": "", "data/points.csv": "1", "lines.txt": "y\n"}
    return write_project(tmp_path / "legacy", files)


def entries(folder: Path, text: str) -> tuple[Entry, ...]:
    write_project(folder, {"survey.toml": text})
    return read_settings(folder)


def test_without_the_file_there_are_no_settings(folder: Path) -> None:
    assert read_settings(folder) == ()


TRAIN = ("train.py", "train.py")


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ("path = 'train.py'", Entry(*TRAIN)),
        ("path = './train.py'", Entry(*TRAIN)),
        ("module = 'pkg.main'", Entry("pkg/main.py", "pkg/main.py", "pkg.main")),
        ("module = 'pkg.tool'", Entry("pkg/tool/__main__.py", "pkg/tool/__main__.py", "pkg.tool")),
        ("path = 'train.py'\nname = 'short'", Entry("train.py", "short")),
        ("path = 'train.py'\nargs = '--steps 3 \"a b\"'", Entry(*TRAIN, arguments=("--steps", "3", "a b"))),
        ("path = 'train.py'\ncwd = 'pkg'", Entry(*TRAIN, folder="pkg")),
        ("path = 'train.py'\ncwd = 'pkg/../data'", Entry(*TRAIN, folder="data")),
        ("path = 'train.py'\nwith = ['pandas', 'gym==0.10']", Entry(*TRAIN, packages=("pandas", "gym==0.10"))),
        ("path = 'train.py'\ninput = 'lines.txt'", Entry(*TRAIN, input="lines.txt")),
        ("path = 'train.py'\ndata = ['data', 'lines.txt']", Entry(*TRAIN, data=("data", "lines.txt"))),
        ("path = 'train.py'\nfirst = ['pkg/main.py']", Entry(*TRAIN, first=("pkg/main.py",))),
        ("path = 'train.py'\nseconds = 90", Entry(*TRAIN, seconds=90.0)),
        ("path = 'train.py'\nfrom = 'tf1.4'", Entry(*TRAIN, origin="1.4")),
        ("path = 'train.py'\nskip = 'needs a robot'", Entry(*TRAIN, skipped="needs a robot")),
        ("path = 'train.py'\ntests = true", Entry(*TRAIN, tests=True)),
        (
            "path = 'train.py'\n[file.files]\n'http://x.org/p.csv' = 'data/points.csv'",
            Entry(*TRAIN, files={"http://x.org/p.csv": "data/points.csv"}),
        ),
    ],
)
def test_what_a_key_says(folder: Path, keys: str, entry: Entry) -> None:
    assert entries(folder, f"[[file]]\n{keys}\n") == (entry,)


def test_several_ways_to_run_a_file_have_names_of_their_own(folder: Path) -> None:
    one, other, third = "args = '-a 1'", "args = '-a 2'", "name = 'whole'"
    text = "".join(f"[[file]]\npath = 'train.py'\n{more}\n" for more in (one, other, third, ""))
    assert [each.name for each in entries(folder, text)] == [
        "train.py (-a 1)",
        "train.py (-a 2)",
        "whole",
        "train.py (4)",
    ]


def test_files_without_an_entry_are_there_as_they_are(folder: Path) -> None:
    found = with_settings(files_of(folder), entries(folder, "[[file]]\npath = 'pkg/main.py'\nskip = 'old'\n"))
    assert [(each.name, each.skipped) for each in found] == [
        ("pkg/main.py", "old"),
        ("pkg/tool/__main__.py", ""),
        ("train.py", ""),
    ]


def test_a_file_that_would_be_left_out_is_there_where_it_is_named(folder: Path) -> None:
    write_project(folder, {"build/made.py": "", "run_all": ""})
    found = with_settings(
        files_of(folder), entries(folder, "[[file]]\npath='build/made.py'\n[[file]]\npath='run_all'\n")
    )
    assert [each.name for each in found] == [
        "build/made.py",
        "pkg/main.py",
        "pkg/tool/__main__.py",
        "run_all",
        "train.py",
    ]


HEAD = "# what files are run with\n[[file]]\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[file]\n", ":1: is not TOML: "),
        ("x = 1\n", ":1: unknown key 'x'; known here: file"),
        ("file = 3\n", ":1: 'file' should be a list, not 3"),
        ("file = [3]\n", ":1: 'file' should be a list of tables, [[file]]"),
        (f"{HEAD}args = 'x'\n", ":2: [[file]] has either a path or a module"),
        (f"{HEAD}path = 'train.py'\nmodule = 'pkg.main'\n", ":2: [[file]] has either a path or a module"),
        (f"{HEAD}path = 'trian.py'\n", ":3: there is no file for trian.py; did you mean 'train.py'?"),
        (f"{HEAD}path = 'nowhere/x.py'\n", ":3: there is no file for nowhere/x.py"),
        (f"{HEAD}path = 'pkg'\n", ":3: there is no file for pkg"),
        (f"{HEAD}path = '../other.py'\n", ":3: 'path': ../other.py lies outside of the surveyed folder"),
        (f"{HEAD}module = 'pkg.man'\n", ":3: there is no file for pkg.man"),
        (f"{HEAD}path = 'train.py'\nargs = 3\n", ":4: 'args' should be a text, not 3"),
        (f"{HEAD}path = 'train.py'\nargs = '\"x'\n", ":4: 'args' cannot be read as words: no closing quotation"),
        (f"{HEAD}path = 'train.py'\ncwd = 'nowhere'\n", ":4: 'cwd': there is no nowhere"),
        (f"{HEAD}path = 'train.py'\ncwd = 'lines.txt'\n", ":4: 'cwd': lines.txt is no folder"),
        (f"{HEAD}path = 'train.py'\ninput = 'pkg'\n", ":4: 'input': pkg is no file"),
        (f"{HEAD}path = 'train.py'\ncwd = '..'\n", ":4: 'cwd': .. lies outside of the surveyed folder"),
        (f"{HEAD}path = 'train.py'\nwith = 'pandas'\n", ":4: 'with' should be a list, not 'pandas'"),
        (f"{HEAD}path = 'train.py'\nwith = [1]\n", ":4: 'with' should be a list of texts"),
        (f"{HEAD}path = 'train.py'\ninput = 'x'\n", ":4: 'input': there is no x"),
        (f"{HEAD}path = 'train.py'\ndata = ['x']\n", ":4: 'data': there is no x"),
        (f"{HEAD}path = 'train.py'\nfirst = ['x.py']\n", ":4: 'first': there is no x.py"),
        (f"{HEAD}path = 'train.py'\nseconds = -1\n", ":4: 'seconds' should be a positive number"),
        (f"{HEAD}path = 'train.py'\nseconds = nan\n", ":4: 'seconds' should be a positive number"),
        (f"{HEAD}path = 'train.py'\nseconds = inf\n", ":4: 'seconds' should be a positive number"),
        (f"{HEAD}path = 'train.py'\nseconds = 'long'\n", ":4: 'seconds' should be a number, not 'long'"),
        (f"{HEAD}path = 'train.py'\ntests = 'yes'\n", ":4: 'tests' should be true or false, not 'yes'"),
        (f"{HEAD}path = 'train.py'\nargz = 'x'\n", ":4: unknown key 'argz' in [file]; did you mean 'args'?"),
        (f"{HEAD}path = 'train.py'\nfiles = 3\n", ":4: 'files' should be a table, not 3"),
        (f"{HEAD}path = 'train.py'\n[file.files]\n'http://x/y' = 'no'\n", ":5: 'http://x/y': there is no no"),
        (f"{HEAD}path = 'train.py'\n[[file]]\npath = 'train.py'\nname = 'train.py (1)'\n", ": two files are called"),
    ],
)
def test_what_a_mistake_says(folder: Path, text: str, words: str) -> None:
    write_project(folder.parent, {"other.py": ""})
    with pytest.raises(UsageError) as refused:
        entries(folder, text)
    assert str(refused.value).startswith(f"{folder / 'survey.toml'}{words}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_settings_that_nobody_may_read(folder: Path) -> None:
    write_project(folder, {"survey.toml": ""})
    (folder / "survey.toml").chmod(0)
    with pytest.raises(UsageError, match=r"survey\.toml: cannot be read: Permission denied"):
        read_settings(folder)
