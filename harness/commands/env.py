"""``harness env``: make an environment with TensorFlow and print its interpreter."""

import argparse

from harness.commands.common import releases_root_of, say
from harness.releases.environments import environment_as_of, tox_environment
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Print the path of the interpreter; nothing else goes to stdout, so that `$(harness env ...)` works.

    Raises UsageError where the environment cannot be made.
    """
    root = releases_root_of(options)
    if options.tf is not None:
        if options.python is not None:
            raise UsageError("--python goes with --as-of; tox.ini says which one a release takes")
        say(tox_environment(root, options.tf))
    else:
        say(environment_as_of(root, options.as_of, options.python))
    return 0
