"""The list of notes."""

from pathlib import Path

import pytest

from harness.cases.notes import Note, read_notes
from harness.words.errors import UsageError
from tests.projects import NOTES, minimal_project


def notes_error(folder: Path, notes: str | None) -> UsageError:
    with pytest.raises(UsageError) as caught:
        read_notes(minimal_project(folder, notes=notes) / "golden")
    return caught.value


def test_notes_are_given_by_key(tmp_path: Path) -> None:
    notes = '\n["000"]\ntitle = "学习率"\nfile = "000.txt"\nsha256 = "3a"\n' + NOTES
    assert read_notes(minimal_project(tmp_path, notes=notes) / "golden") == {
        "000": Note("000", "学习率", "000.txt", "3a"),
        "n1": Note("n1", "A note", "n1.txt", "00"),
    }


def test_a_list_that_is_missing_is_a_mistake(tmp_path: Path) -> None:
    error = notes_error(tmp_path, None)
    assert error.path == tmp_path / "golden" / "notes.toml"
    assert error.message == "cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("notes", "line", "message"),
    [
        ('\n# Notes\n["000"]\ntitle = "T"\nfile = "f"\n', 2, "[000] lacks the key 'sha256'"),
        ('\n["000"]\ntitle = "T"\nfile = 0\nsha256 = "3a"\n', 3, "'file' should be a text, not 0"),
        (NOTES + 'titel = "T"\n', 5, "unknown key 'titel' in [n1]; did you mean 'title'?"),
        ('\n000 = "T"\n', 1, "'000' should be a table, not 'T'"),
    ],
)
def test_a_list_that_is_malformed_is_a_mistake_on_its_line(tmp_path: Path, notes: str, line: int, message: str) -> None:
    error = notes_error(tmp_path, notes)
    assert (error.path, error.line, error.message) == (tmp_path / "golden" / "notes.toml", line, message)
