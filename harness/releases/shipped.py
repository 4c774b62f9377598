"""What the harness brings itself, wherever it is installed: the list of releases, their constraints, pages on causes.

In a checkout they are the checkout's own files; a wheel holds copies of them, made when it was built (``setup.py``).
"""

import subprocess
from pathlib import Path

from harness import __version__

_PACKAGE = Path(__file__).parents[1]
SHIPPED = _PACKAGE / "shipped"
BUILT_FROM = "BUILT_FROM"


def own_root() -> Path:
    """Give the folder that has ``tox.ini``, ``constraints/`` and ``docs/pitfalls/`` of the harness itself."""
    checkout = _PACKAGE.parent
    return checkout if (checkout / "tox.ini").is_file() and (checkout / "constraints").is_dir() else SHIPPED


def is_shipped(root: Path) -> bool:
    """Whether a folder is that of a wheel, in which nothing may be made."""
    return root == SHIPPED


def version_text() -> str:
    """Give version and commit: ``harness 0.1.0 (df187e0, changed)`` in a checkout, as it was built in a wheel, without
    a commit where nobody knows it."""
    commit = commit_of(own_root()) if own_root() != SHIPPED else _built_from()
    return f"harness {__version__}" + (f" ({commit})" if commit else "")


def commit_of(checkout: Path) -> str:
    """Give the commit of a checkout, and whether anything is changed in it; empty for an archive, and without git."""
    if not (checkout / ".git").exists():
        return ""
    command = ["git", "describe", "--always", "--dirty=, changed", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _built_from() -> str:
    path = SHIPPED / BUILT_FROM
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""
