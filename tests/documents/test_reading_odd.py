"""What is no file, and yet has the name of a document."""

import os
from pathlib import Path

import pytest

from harness.documents.reading import documents_below, read_document
from harness.words.errors import UsageError


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "guide.md"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is a named pipe"):
        read_document(pipe)
    (tmp_path / "true.md").write_text("```python\nimport tensorflow as tf\n```\n", encoding="utf-8")
    assert list(documents_below(tmp_path)) == [tmp_path / "true.md"]


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder, and no document"):
        read_document(tmp_path)
