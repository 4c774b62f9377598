"""TensorFlow's own ``tf_upgrade_v2``, asked in the target's interpreter."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.words.errors import UsageError

_CHILD = Path(__file__).with_name("upgrade_child.py")
_SECONDS = 120
_ERROR = re.compile(r"^script\.py:(?P<line>\d+):\d+: (?:ERROR|WARNING): (?P<message>.*)$", re.DOTALL)


@dataclass(frozen=True)
class Upgraded:
    """What it made of a text, and what it says it cannot do, by line."""

    text: str
    said: tuple[tuple[int, str], ...]


def upgraded(text: str, python: Path) -> Upgraded:
    """Run the upgrader in its SAFETY mode, which is the one that changes no number: TensorFlow is imported as
    ``tensorflow.compat.v1``, and every symbol stays what it was.

    Raises UsageError for an interpreter without TensorFlow 1.15 or later.
    """
    try:
        done = subprocess.run(
            [str(python), str(_CHILD)], input=json.dumps(text), capture_output=True, text=True, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"cannot be asked for tf_upgrade_v2: {error}", python) from None
    answer = json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else None
    if answer is None:
        last = done.stderr.strip().rpartition("\n")[2]
        raise UsageError(f"has no tf_upgrade_v2{f': {last}' if done.returncode else ''}", python)
    result, errors = answer
    matches = (_ERROR.match(each) for each in errors)
    said = tuple((int(match["line"]), match["message"]) for match in matches if match)
    return Upgraded(result, said)
