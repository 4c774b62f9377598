"""``harness constraints``: resolve the environments of their time anew."""

import argparse

from harness.commands.common import root_of, say
from harness.releases.constraints import resolve, write_constraints
from harness.releases.environments import find_release
from harness.releases.release import read_releases


def execute(options: argparse.Namespace) -> int:
    """Write ``constraints/<environment>.txt`` for each release and say what changed."""
    root = root_of(options)
    releases = [find_release(root, name) for name in options.releases] or read_releases(root)
    for release in releases:
        resolution = resolve(release)
        changed = write_constraints(root / "constraints" / f"{release.name}.txt", resolution)
        source = f", from source: {', '.join(resolution.from_source)}" if resolution.from_source else ""
        say(f"{release.name} as of {release.as_of}: {'changed' if changed else 'unchanged'}{source}")
    return 0
