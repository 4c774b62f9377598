"""``harness api-scan``: read the symbols off every release, and write the timeline that the package carries."""

import argparse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.commands.common import root_of, say
from harness.files.atomic_file import write_beside
from harness.releases.environments import tox_environment
from harness.releases.release import Release, read_releases
from harness.symbols.fold import fold
from harness.symbols.scan import Scan, scan
from harness.symbols.timeline import TIMELINE
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Scan the releases of ``tox.ini``, each in its own environment, which tox makes where it is missing; write the
    timeline. Raises UsageError where a release cannot be made or scanned: a timeline with holes would be wrong."""
    root = root_of(options)
    releases = read_releases(root)
    lacking = [release for release in releases if release.missing is not None]
    if lacking:
        names = ", ".join(f"{release.name} ({release.missing})" for release in lacking)
        raise UsageError(f"the timeline is made of all releases, and this machine cannot make {names}")
    with ThreadPoolExecutor(options.jobs) as pool:
        scans = dict(pool.map(lambda release: _scanned(root, release), releases))
    data = fold(scans)
    out = options.output or TIMELINE
    changed = not out.exists() or out.read_bytes() != data
    write_beside(out, data)
    say(f"{out}: {len(data) / 1e6:.2f} MB, {'changed' if changed else 'unchanged'}")
    return 0


def _scanned(root: Path, release: Release) -> tuple[str, Scan]:
    found = scan(tox_environment(root, release.name))
    say(f"{release.name}: TensorFlow {found.version}, {len(found.symbols)} names, {found.digest}")
    return release.name.removeprefix("tf"), found
