"""Options that several verbs have."""

import argparse
import os
from pathlib import Path

from harness.files.options import ENV_HELP, ISOLATIONS, positive, seconds


def add_fresh(verb: argparse.ArgumentParser) -> None:
    """Declare the option that runs all."""
    verb.add_argument("--fresh", action="store_true", help="run all, also what the results folder has and still holds")


def add_experiments(verb: argparse.ArgumentParser) -> None:
    """Declare the option that leaves causes unconfirmed."""
    verb.add_argument(
        "--no-experiments",
        action="store_true",
        help="name likely causes without running anything again to confirm them",
    )


def add_env(verb: argparse.ArgumentParser) -> None:
    """Declare the option that hands environment variables on."""
    verb.add_argument("--env", action="append", default=[], metavar="NAME", help=ENV_HELP)


def add_releases_root(verb: argparse.ArgumentParser) -> None:
    """Declare the option that names the project behind a verb, for verbs that want its releases alone."""
    verb.add_argument(
        "--root",
        type=Path,
        default=argparse.SUPPRESS,
        help="the project whose releases are meant (default: found upwards; outside of any, those that the harness "
        "brings)",
    )


def add_limits(verb: argparse.ArgumentParser) -> None:
    """Declare the options that say how runs are done."""
    jobs = os.cpu_count() or 1
    verb.add_argument("--jobs", type=positive, default=jobs, metavar="N", help=f"runs side by side (default: {jobs})")
    verb.add_argument(
        "--timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: its case's, 60 s)"
    )
    verb.add_argument("--memory", type=positive, metavar="MIB", default=4096, help="limit of each run (default: 4096)")
    verb.add_argument(
        "--isolation",
        choices=ISOLATIONS,
        default=ISOLATIONS[0],
        help="fork runs from one import of TensorFlow, or start a process for each (default: %(default)s)",
    )


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
