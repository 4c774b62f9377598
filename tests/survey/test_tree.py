"""The files that a survey is about, and those that are not even opened."""

import os
from pathlib import Path

import pytest

from harness.survey.tree import files_of, why_unread
from harness.words.errors import UsageError
from tests.projects import write_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(
        tmp_path / "legacy", {"b.py": "", "a.ipynb": "{}", "sub/c.py": "", "readme.md": "", ".d.py": ""}
    )


def test_scripts_and_notebooks_in_order(folder: Path) -> None:
    assert files_of(folder) == ["a.ipynb", "b.py", "sub/c.py"]


def test_other_peoples_code_is_left_out(folder: Path) -> None:
    others = (".git", ".hidden", "venv", "node_modules", "build", "dist", "__pycache__", "site-packages")
    write_project(folder, {f"{name}/x.py": "" for name in others} | {"mine/pyvenv.cfg": "", "mine/lib/x.py": ""})
    assert files_of(folder) == ["a.ipynb", "b.py", "sub/c.py"]


def test_links_to_folders_are_not_followed_and_links_to_files_are(folder: Path, tmp_path: Path) -> None:
    write_project(tmp_path / "outside", {"x.py": ""})
    (folder / "round").symlink_to(folder)
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "link.py").symlink_to(tmp_path / "outside" / "x.py")
    assert files_of(folder) == ["a.ipynb", "b.py", "link.py", "sub/c.py"]
    assert why_unread(folder / "link.py") == ""


def test_names_that_are_no_unicode_are_there(folder: Path) -> None:
    odd = os.fsdecode(b"odd\xff.py")
    (folder / odd).touch()
    assert odd in files_of(folder)


def test_what_is_not_opened_says_why(folder: Path) -> None:
    os.mkfifo(folder / "pipe.py")
    (folder / "circle.py").symlink_to("circle.py")
    (folder / "broken.py").symlink_to("nowhere.py")
    (folder / "large.py").write_bytes(bytes(9 << 20))
    (folder / "folder.py").mkdir()
    found = {name: why_unread(folder / name) for name in files_of(folder)}
    assert {name: why for name, why in found.items() if why} == {
        "pipe.py": "is no regular file",
        "circle.py": "cannot be read: Too many levels of symbolic links",
        "broken.py": "cannot be read: No such file or directory",
        "large.py": "is 9 MiB long, which no script is",
    }


def test_what_is_no_folder(folder: Path) -> None:
    for path in (folder / "b.py", folder / "nowhere"):
        with pytest.raises(UsageError, match="is no folder; harness survey takes the folder of a repository"):
            files_of(path)
