"""What tox wrote down of an environment that it could not make."""

import re
from pathlib import Path

_LAST_LINES = 6
_MAKES = re.compile(r"-(?:venv|install)")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def failed_installation(root: Path, name: str, since: float = 0.0) -> str | None:
    """Give the last lines of what tox ran where its newest try to make an environment failed; None where it did not, or
    was over before ``since`` (seconds of the epoch)."""
    logs = sorted(
        (root / ".tox" / name / "log").glob("*.log"),
        key=lambda path: (path.stat().st_mtime, _number(path)),
        reverse=True,
    )
    if not logs or logs[0].stat().st_mtime < since or not _MAKES.search(logs[0].name):
        return None
    text = _COLOUR.sub("", logs[0].read_text(encoding="utf-8", errors="replace"))
    code = re.search(r"^exit_code: (-?\d+)$", text, re.MULTILINE)
    if code is None or code[1] == "0":
        return None
    said = [line.strip() for line in text[code.end() :].splitlines() if line.strip()]
    return "\n".join(said[-_LAST_LINES:]) or f"exit code {code[1]}"


def _number(path: Path) -> int:
    """tox numbers its logs: ``2-install_deps.log``."""
    number = path.name.partition("-")[0]
    return int(number) if number.isdigit() else 0
