"""``harness atlas``: measure the rows, hold them against what was measured, and make what is made from them."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.atlas.held import Held, hold
from harness.atlas.measured import Answer, in_order, read_measured, write_measured
from harness.atlas.measuring import measure
from harness.atlas.row import Row, read_rows
from harness.atlas.spans import all_releases, at_border
from harness.atlas.summarise import summarise
from harness.atlas.summary import SUMMARY, dump_summary
from harness.commands.common import root_of, say
from harness.files.atomic_file import write_beside
from harness.pages.atlas_pages import atlas_pages
from harness.releases.environments import tox_environment
from harness.releases.release import Release, release_key, select_releases
from harness.targets.target import Setup
from harness.words.errors import UsageError, near


def execute(options: argparse.Namespace) -> int:
    """Do what the options say: list, ``--check``, ``--measure`` or ``--write``. Raises UsageError for a row or release
    that is not known, and where a release cannot be made."""
    root = root_of(options)
    rows = _selected(read_rows(root), options.rows)
    if options.measure or options.check:
        return _run(root, rows, options)
    if options.write:
        return _write(root, read_rows(root))
    for row in rows:
        releases = all_releases(read_measured(root, row))
        measured = f"{releases[0]}-{releases[-1]}, {len(releases)} releases" if releases else "not measured"
        say(f"{row.name:<44} {row.title}   ({measured})")
    return 0


def _selected(rows: Sequence[Row], names: Sequence[str]) -> tuple[Row, ...]:
    if not names:
        return tuple(rows)
    for name in names:
        if not any(row.name == name or row.area == name for row in rows):
            raise UsageError(f"the atlas has no row and no area {name!r}{near(name, [row.name for row in rows])}")
    return tuple(row for row in rows if row.name in names or row.area in names)


def _run(root: Path, rows: Sequence[Row], options: argparse.Namespace) -> int:
    releases = select_releases(root, options.tf or ["all"])
    missing = [release for release in releases if release.missing is not None]
    for release in missing:
        say(f"{release.name} is left out: this machine has {release.missing}", to_stderr=True)
    measured = {row.name: read_measured(root, row) for row in rows}
    versions: dict[str, str] = {}
    bad = 0
    for release in releases:
        if release in missing:
            continue
        name = release.name.removeprefix("tf")
        wanted = [row for row in rows if _is_wanted(row, measured[row.name], name, options)]
        if not wanted:
            continue
        versions[name], answers = measure(tox_environment(root, release.name), wanted, Setup(jobs=options.jobs))
        if options.check:
            bad += _check(release, wanted, answers, measured)
            continue
        for (row, probe), answer in answers.items():
            measured[row][probe] = in_order({**measured[row].get(probe, {}), name: answer})
        changed = sum(write_measured(root, row, measured[row.name], versions) for row in wanted)
        say(f"{release.name}: {len(answers)} probes, {changed} rows changed")
    return 1 if bad else 0


def _is_wanted(
    row: Row, measured: Mapping[str, Mapping[str, Answer]], release: str, options: argparse.Namespace
) -> bool:
    if options.check:
        # What was not measured there, since its neighbours agree, is no news.
        return any(release in answers for answers in measured.values()) or not _within(measured, release)
    if not options.fresh and all(release in measured.get(probe, {}) for probe in row.probes_for(release)):
        return False
    return not options.borders or at_border(measured, row.probes_for(release), release)


def _within(measured: Mapping[str, Mapping[str, Answer]], release: str) -> bool:
    """Whether a release lies between two that were measured."""
    known = [release_key(f"tf{each}") for answers in measured.values() for each in answers]
    return bool(known) and min(known) < release_key(f"tf{release}") < max(known)


def _check(
    release: Release,
    rows: Sequence[Row],
    answers: Mapping[tuple[str, str], Answer],
    measured: Mapping[str, Mapping[str, Mapping[str, Answer]]],
) -> int:
    """Say which probes do not give what was measured, and how many."""
    name = release.name.removeprefix("tf")
    found: list[Held] = []
    for row in rows:
        for probe in row.probes_for(name):
            golden = measured[row.name].get(probe, {})
            held = hold(row, probe, answers[row.name, probe], golden, name)
            if not held.holds:
                found.append(held)
    for held in found:
        say(f"{release.name}: {held.row.name} {held.probe}: {held.text}")
    say(f"{release.name}: {len(answers) - len(found)} of {len(answers)} probes as measured")
    return len(found)


def _write(root: Path, rows: Sequence[Row]) -> int:
    summaries = [summarise(row, read_measured(root, row)) for row in rows]
    write_beside(SUMMARY, dump_summary(summaries))
    pages = atlas_pages(summaries)
    for path, text in pages.items():
        write_beside(root / path, text)
    say(f"{len(summaries)} rows, {len(pages)} pages")
    return 0
