"""``harness doctor``: what this machine can run, and how to get what it lacks."""

import argparse
import os
import shutil
from pathlib import Path

from rich import box
from rich.table import Table

from harness.commands.common import console, releases_root_of
from harness.releases.environments import cache_folder, is_ready, release_folder
from harness.releases.interpreters import find_interpreter
from harness.releases.release import read_releases
from harness.releases.shipped import is_shipped


def execute(options: argparse.Namespace) -> int:
    """Print what was found; 1 where no release at all can run."""
    root = releases_root_of(options)
    releases = read_releases(root)
    out = console()
    versions = sorted({python for release in releases for python in release.pythons}, key=_key)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("Python", "where", "releases that it can carry"):
        table.add_column(head, overflow="fold")
    missing = []
    for version in versions:
        found = find_interpreter(version)
        unlocked = [release.name.removeprefix("tf") for release in releases if version in release.pythons]
        if found is None:
            missing.append(version.removeprefix("python"))
        table.add_row(version, str(found) if found is not None else "not found", ", ".join(unlocked))
    out.print(table)
    lost = [release.name for release in releases if release.missing is not None]
    if lost:
        out.print(f"cannot run here: {', '.join(lost)}")
        for version in missing:
            out.print(f"  Python {version}: {_how_to_get(version)}")
    ready = [release for release in releases if is_ready(root, release.name)]
    needed = sum(release.megabytes for release in releases if release not in ready and release.missing is None)
    free = shutil.disk_usage(root).free // 10**6
    out.print(
        f"environments made: {len(ready)} of {len(releases)}; the others take about {needed} MB, {free} MB are free"
    )
    if is_shipped(root):  # tox keeps those of a project, and `tox -r` makes them anew
        folder = release_folder(root, releases[0].name).parent
        out.print(f"environments of releases: {folder} (remove one to be rid of it)")
    out.print(f"environments as of a day: {cache_folder()} ({_count(cache_folder())})")
    out.print(
        "fork: yes, runs share one import of TensorFlow" if hasattr(os, "fork") else "fork: no, every run imports it"
    )
    return 0 if len(lost) < len(releases) else 1


def _key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.removeprefix("python").split("."))


def _count(folder: Path) -> str:
    made = list(folder.glob("as-of-*")) if folder.is_dir() else []
    return f"{len(made)} made"


def _how_to_get(version: str) -> str:
    """uv has builds of Python from 3.8 on; pyenv compiles any."""
    pyenv = f"pyenv install {version}"
    return f"uv python install {version}, or {pyenv}" if _key(version) >= (3, 8) else pyenv
