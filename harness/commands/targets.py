"""The options that name interpreters: ``--python``, ``--tf`` and ``--as-of``."""

import argparse
import sys
from pathlib import Path

from harness.releases.environments import environment_as_of, tox_environment


def add_targets(verb: argparse.ArgumentParser) -> None:
    """Declare the options; each may be repeated."""
    verb.add_argument(
        "--python",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="an interpreter or environment with TensorFlow (default: the one that runs the harness)",
    )
    verb.add_argument(
        "--tf",
        action="append",
        default=[],
        metavar="RELEASE",
        help="tox's environment of a release, 1.15; made if missing",
    )
    verb.add_argument(
        "--as-of",
        action="append",
        default=[],
        metavar="DATE",
        help="TensorFlow as pip installed it on a day, 2018-09-24; made in the cache folder if missing",
    )


def chosen_pythons(options: argparse.Namespace, root: Path) -> list[Path]:
    """Give the interpreters that the options name, made where they are missing; the current one for none.

    Raises UsageError for a release or day that cannot be had.
    """
    pythons = [*options.python]
    pythons += [tox_environment(root, name) for name in options.tf]
    pythons += [environment_as_of(root, day) for day in options.as_of]
    return pythons or [Path(sys.executable)]
