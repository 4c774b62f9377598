"""What the tests of needs share: a script in a folder, and what is said of it in short."""

import textwrap
from pathlib import Path

from harness.sides.around.own_files import own_files
from harness.survey.needs.of_file import needs_of

BROUGHT = frozenset(["absl-py", "h5py", "keras-preprocessing", "numpy", "six"])


def said(folder: Path, text: str, name: str = "train.py") -> list[str]:
    """Write a script and give each need as ``line kind what: option``."""
    text = textwrap.dedent(text)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    needs = needs_of(text, path, folder, tuple(own_files(path, text)), BROUGHT)
    return [f"{need.line} {need.kind} {need.what}: {need.option}" for need in needs]
