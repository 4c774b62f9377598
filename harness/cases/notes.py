"""The notes that the cases come from, as ``golden/notes.toml`` lists them."""

from dataclasses import dataclass
from pathlib import Path

from harness.files.toml_table import read_toml

NOTES_FILE = "notes.toml"


@dataclass(frozen=True)
class Note:
    """A source note: its key, title, the name of the file it was kept in and that file's SHA-256."""

    key: str
    title: str
    file: str
    sha256: str


def read_notes(golden: Path) -> dict[str, Note]:
    """Give the notes by key. Raises UsageError where the list is missing or malformed."""
    table = read_toml(golden / NOTES_FILE)
    notes = {}
    for key in table:
        entry = table.table(key)
        notes[key] = Note(key, entry.take("title", str), entry.take("file", str), entry.take("sha256", str))
        entry.finish()
    return notes
