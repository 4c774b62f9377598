"""``harness env``: make an environment with TensorFlow and print its interpreter."""

import argparse
import contextlib
import threading
from collections.abc import Iterator

from harness.commands.common import releases_root_of, say
from harness.releases.environments import environment_as_of, tox_environment
from harness.words.errors import UsageError

# One that is there is found at once; who waits longer is told for what.
_AT_ONCE_SECONDS = 2.0


def execute(options: argparse.Namespace) -> int:
    """Print the path of the interpreter; nothing else goes to stdout, so that `$(harness env ...)` works.

    Raises UsageError where the environment cannot be made.
    """
    root = releases_root_of(options)
    if options.tf is not None:
        if options.python is not None:
            raise UsageError("--python goes with --as-of; tox.ini says which one a release takes")
        with _told(f"TensorFlow {options.tf}"):
            say(tox_environment(root, options.tf))
    else:
        with _told(f"TensorFlow as of {options.as_of}"):
            say(environment_as_of(root, options.as_of, options.python))
    return 0


@contextlib.contextmanager
def _told(what: str) -> Iterator[None]:
    """Say on stderr what is being made, where that is not done at once."""
    line = f"harness: making an environment with {what}; its packages are large, and may take some minutes"
    timer = threading.Timer(_AT_ONCE_SECONDS, lambda: say(line, to_stderr=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
