"""The release of TensorFlow that a package with ops of its own was built for, as the index tells it."""

import re
import subprocess
from pathlib import Path

from uv import find_uv_bin

from harness.releases.constraints import exclude_newer
from harness.releases.layers import day_of

_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)", re.MULTILINE)
_SECONDS = 60


def built_before(python: Path, package: str, version: str, release: str) -> tuple[str, str] | None:
    """Give the newest version of a package behind ``version``, of those of the release's day, that can be had beside a
    TensorFlow before ``release``, and that TensorFlow's version; None where there is none, or nobody can be asked."""
    root = next((each for each in python.absolute().parents if (each / "tox.ini").is_file()), None)
    day = day_of(python, root) if root is not None else None
    if day is None:
        return None
    command = [find_uv_bin(), "pip", "compile", "-", "--quiet", "--no-annotate", "--no-header", "--python", str(python)]
    command += exclude_newer(day)
    wanted = f"{package}>{version}\ntensorflow<{release}\n"
    try:
        done = subprocess.run(command, input=wanted, capture_output=True, text=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    pinned = {match["name"]: match["version"] for match in _PINNED.finditer(done.stdout)}
    if done.returncode != 0 or package not in pinned or "tensorflow" not in pinned:
        return None
    return pinned[package], pinned["tensorflow"]
