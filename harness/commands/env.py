"""``harness env``: make an environment with TensorFlow and print its interpreter."""

import argparse
from typing import Any

from harness.commands.common import root_of
from harness.releases.environments import environment_as_of, tox_environment
from harness.words.errors import UsageError


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser("env", help="make an environment, of a release or as of a day, and print its interpreter")
    which = verb.add_mutually_exclusive_group(required=True)
    which.add_argument("--tf", metavar="RELEASE", help="tox's environment of a release: 1.15")
    which.add_argument("--as-of", metavar="DATE", help="TensorFlow as pip installed it on a day: 2018-09-24")
    verb.add_argument(
        "--python", metavar="VERSION", help="with --as-of: the Python to use, 3.6 (default: the newest that it runs on)"
    )
    verb.set_defaults(execute=execute)


def execute(options: argparse.Namespace) -> int:
    """Print the path of the interpreter; nothing else goes to stdout, so that `$(harness env ...)` works.

    Raises UsageError where the environment cannot be made.
    """
    root = root_of(options)
    if options.tf is not None:
        if options.python is not None:
            raise UsageError("--python goes with --as-of; tox.ini says which one a release takes")
        print(tox_environment(root, options.tf))
    else:
        print(environment_as_of(root, options.as_of, options.python))
    return 0
