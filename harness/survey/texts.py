"""The text of a file as people wrote it: a script's own, or that of a notebook's cells."""

import tokenize
from pathlib import Path

from harness.scripts.notebook import read_notebook
from harness.words.errors import UsageError


def text_of(path: Path) -> str:
    """Give the text of a script, in whatever encoding it names, or of the cells of a notebook. Raises UsageError for a
    file that cannot be read as one."""
    if path.suffix == ".ipynb":
        return read_notebook(path).source
    try:
        with tokenize.open(path) as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except (UnicodeDecodeError, SyntaxError):
        # As the linter reads it: Chinese tutorials of 2017 name no encoding.
        return path.read_bytes().decode("gb18030", errors="replace")
