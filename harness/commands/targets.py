"""The options that name interpreters: ``--python``, ``--tf`` and ``--as-of``."""

import argparse
import sys
from pathlib import Path

from harness.releases.environments import environment_as_of, tox_environment


def chosen_pythons(options: argparse.Namespace, root: Path) -> list[Path]:
    """Give the interpreters that the options name, made where they are missing; the current one for none.

    Raises UsageError for a release or day that cannot be had.
    """
    pythons = [*options.python]
    pythons += [tox_environment(root, name) for name in options.tf]
    pythons += [environment_as_of(root, day) for day in options.as_of]
    return pythons or [Path(sys.executable)]
