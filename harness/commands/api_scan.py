"""``harness api-scan``: read the symbols off every release, and write the timeline that the package carries."""

import argparse
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.commands.common import root_of, say
from harness.files.atomic_file import write_beside
from harness.releases.environments import tox_environment
from harness.releases.release import Release, read_releases
from harness.symbols.fold import fold
from harness.symbols.inner import INNER, fold_inner
from harness.symbols.inner_scan import Read, inner_modules, joined
from harness.symbols.naming import is_tf2
from harness.symbols.scan import Scan, scan
from harness.symbols.timeline import TIMELINE
from harness.words.errors import UsageError


def execute(options: argparse.Namespace) -> int:
    """Scan the releases of ``tox.ini``, each in its own environment, which tox makes where it is missing; write the
    timeline; with ``--inner`` what lies inside of TensorFlow 1. Raises UsageError where a release cannot be made or
    scanned: a timeline with holes would be wrong."""
    root = root_of(options)
    every = read_releases(root)
    releases = [each for each in every if not (options.inner and is_tf2(each.name.removeprefix("tf")))]
    lacking = [release for release in releases if release.missing is not None]
    if lacking:
        names = ", ".join(f"{release.name} ({release.missing})" for release in lacking)
        raise UsageError(f"the timeline is made of all releases, and this machine cannot make {names}")
    if options.inner:
        return _written(options.output or INNER, _inner(root, releases))
    with ThreadPoolExecutor(options.jobs) as pool:
        scans = dict(pool.map(lambda release: _scanned(root, release), releases))
    return _written(options.output or TIMELINE, fold(scans))


def _inner(root: Path, releases: Sequence[Release]) -> bytes:
    """One after the other: most of their texts are the same, and are read once."""
    read: Read = {}
    scans = {}
    for release in releases:
        packages = next(iter(tox_environment(root, release.name).parents[1].glob("lib*/python*/site-packages")))
        scans[release.name.removeprefix("tf")] = found = inner_modules(packages, read)
        say(f"{release.name}: {len(found)} modules")
    return fold_inner(joined(scans))


def _written(out: Path, data: bytes) -> int:
    changed = not out.exists() or out.read_bytes() != data
    write_beside(out, data)
    say(f"{out}: {len(data) / 1e6:.2f} MB, {'changed' if changed else 'unchanged'}")
    return 0


def _scanned(root: Path, release: Release) -> tuple[str, Scan]:
    found = scan(tox_environment(root, release.name))
    say(f"{release.name}: TensorFlow {found.version}, {len(found.symbols)} names, {found.digest}")
    return release.name.removeprefix("tf"), found
