"""TensorFlow's own ``tf_upgrade_v2``, asked in the target's interpreter."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.words.errors import UsageError

_CHILD = Path(__file__).with_name("upgrade_child.py")
_SECONDS = 120
# Its part of the work in SAFETY mode, for texts that it cannot read.
_PLAIN = re.compile(r"^([ \t]*import[ \t]+)tensorflow([ \t]+as[ \t]+\w+)?(?=[ \t]*(?:$|#|;))", re.MULTILINE)
_FROM = re.compile(r"^([ \t]*from[ \t]+)tensorflow([ \t]+import\b)", re.MULTILINE)


@dataclass(frozen=True)
class Upgraded:
    """What was made of a text, and by what, in words."""

    text: str
    by: str


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
    result, _ = answer
    if result is None:
        return Upgraded(
            _with_imports(text), "import tensorflow.compat.v1, by name: tf_upgrade_v2 cannot read this text"
        )
    return Upgraded(result, "import tensorflow.compat.v1")


def _with_imports(text: str) -> str:
    text = _PLAIN.sub(lambda found: f"{found[1]}tensorflow.compat.v1{found[2] or ' as tensorflow'}", text)
    return _FROM.sub(r"\1tensorflow.compat.v1\2", text)
