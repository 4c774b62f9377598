"""TensorFlow's own ``tf_upgrade_v2``, asked in the target's interpreter."""

import atexit
import contextlib
import json
import re
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


class _Upgrader:
    """The upgrader of an interpreter: a process that is kept for the next text, and ends when this one does. Raises
    OSError where it cannot be started."""

    def __init__(self, python: Path) -> None:
        with contextlib.ExitStack() as stack:
            self._errors = stack.enter_context(tempfile.TemporaryFile("a+b"))
            words = [str(python), str(_CHILD)]
            self._popen = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True
            )
            stack.pop_all()

    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._popen.poll() is None

    def ask(self, text: str) -> Any:
        """Give its answer to a text. Raises EOFError, with the last line that it said, where it ended, and TimeoutError
        where it was ended for taking too long."""
        assert self._popen.stdin is not None and self._popen.stdout is not None
        self._errors.truncate(0)
        began, timer = time.monotonic(), threading.Timer(_SECONDS, self._popen.kill)
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                self._popen.stdin.write(json.dumps(text) + "\n")
                self._popen.stdin.flush()
            line = self._popen.stdout.readline()
        finally:
            timer.cancel()
        if line:
            return json.loads(line)
        if time.monotonic() - began >= _SECONDS:
            raise TimeoutError(f"it took longer than {_SECONDS} s")
        self._popen.wait()
        self._errors.seek(0)
        raise EOFError(self._errors.read().decode(errors="replace").strip().rpartition("\n")[2])

    def close(self) -> None:
        """End it."""
        assert self._popen.stdin is not None and self._popen.stdout is not None
        self._popen.kill()
        with contextlib.suppress(OSError):
            self._popen.stdin.close()
        self._popen.wait()
        self._popen.stdout.close()
        self._errors.close()


_kept: dict[Path, _Upgrader] = {}
_lock = threading.Lock()


@atexit.register
def close_upgraders() -> None:
    """End the upgraders that are kept."""
    with _lock:
        while _kept:
            _kept.popitem()[1].close()


def upgraded(text: str, python: Path | None) -> Upgraded:
    """Run the upgrader in its SAFETY mode, which is the one that changes no number: TensorFlow is imported as
    ``tensorflow.compat.v1``, and every symbol stays what it was. Without an interpreter its part is done by names.

    Raises UsageError for an interpreter without TensorFlow 1.15 or later.
    """
    if python is None:
        return Upgraded(_with_imports(text), "import tensorflow.compat.v1, by name")
    try:
        answer = _answer(text, python)
    except (OSError, TimeoutError) as error:
        raise UsageError(f"cannot be asked for tf_upgrade_v2: {error}", python) from None
    except EOFError as error:
        raise UsageError(f"has no tf_upgrade_v2: {error}".removesuffix(": "), python) from None
    if answer is None:
        raise UsageError("has no tf_upgrade_v2", python)
    result, _ = answer
    if result is None:
        return Upgraded(
            _with_imports(text), "import tensorflow.compat.v1, by name: tf_upgrade_v2 cannot read this text"
        )
    return Upgraded(result, "import tensorflow.compat.v1")


def _answer(text: str, python: Path) -> Any:
    with _lock:
        if python in _kept and not _kept[python].is_alive():  # something ended it meanwhile
            _kept.pop(python).close()
        if python not in _kept:
            _kept[python] = _Upgrader(python)
        try:
            return _kept[python].ask(text)
        except BaseException:
            _kept.pop(python).close()
            raise


def _with_imports(text: str) -> str:
    text = _PLAIN.sub(lambda found: f"{found[1]}tensorflow.compat.v1{found[2] or ' as tensorflow'}", text)
    return _FROM.sub(r"\1tensorflow.compat.v1\2", text)
