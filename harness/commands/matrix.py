"""``harness matrix FOLDER``: the table of verdicts over all results files."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from harness.cases.run import Run, plan
from harness.cases.suite import Suite
from harness.commands.common import console, say, suite_of
from harness.releases.build_log import failed_installation
from harness.releases.release import Release, default_releases, select_releases
from harness.results.case_versions import refuse_mix
from harness.results.matrix import Matrix, build_matrix
from harness.results.matrix_text import as_json, as_markdown, as_table
from harness.results.store import TargetResults, distinct, read_folder, results_path
from harness.words.errors import UsageError


@dataclass(frozen=True, eq=False)
class Shown:
    """The suite, the runs that are planned of it, the results that there are, and the matrix of both."""

    suite: Suite
    runs: tuple[Run, ...]
    targets: tuple[TargetResults, ...]
    matrix: Matrix


def execute(options: argparse.Namespace) -> int:
    """Print the matrix; 1 where a cell is red or nothing ran. Raises UsageError for results of different case files."""
    shown = read_matrix(options)
    matrix = shown.matrix
    if options.format == "markdown":
        say(as_markdown(matrix), end="")
    elif options.format == "json":
        say(as_json(matrix), end="")
    else:
        out = console()
        out.print(as_table(matrix, out.width), soft_wrap=True)
        if matrix.runs:
            seconds = sum(result.seconds for target in shown.targets for result in target.results)
            out.print(f"{seconds:.0f} s in these runs, imports of TensorFlow not counted")
    return 0 if matrix.good else 1


def read_matrix(options: argparse.Namespace) -> Shown:
    """Read what is to be shown. Raises UsageError for results of different case files, but for ``--stale``."""
    suite = suite_of(options)
    named = [name.strip() for name in (options.releases or "").split(",") if name.strip()]
    releases = select_releases(suite.root, named) if named else default_releases(suite.root)
    own = suite.root / "results"
    targets = _targets(options.folders, own, releases, sure=bool(named))
    if named:
        wanted = {release.name for release in releases}
        targets = tuple(target for target in targets if target.name.partition("#")[0] in wanted)
    runs = plan(suite.cases, (), slow=options.slow)
    if not options.stale:
        refuse_mix(targets, runs)
    # What this machine could not make says nothing of results that came from elsewhere.
    here = all(folder.absolute() == own.absolute() for folder in options.folders)
    unbuilt = _unbuilt(suite.root, own, releases) if here else {}
    matrix = build_matrix(runs, targets, releases, unbuilt, require_all=options.require_all or not here)
    return Shown(suite, runs, targets, matrix)


def _targets(named: list[Path], usual: Path, releases: tuple[Release, ...], *, sure: bool) -> tuple[TargetResults, ...]:
    """The results to show. None at all is an error only where nobody says, ``sure`` of it, which there should be."""
    folders = named or [usual]
    if len(folders) == 1 and not folders[0].exists() and releases and (sure or not named):
        return ()
    targets = distinct(target for folder in folders for target in read_folder(folder))
    if not targets and not releases:
        raise UsageError("holds no results file", folders[0])
    return targets


def _unbuilt(root: Path, folder: Path, releases: tuple[Release, ...]) -> dict[str, str]:
    """Releases whose environment tox could not make, after what results there may be of it. Where it had no Python for
    one, there was nothing to make."""
    found = {}
    for release in (each for each in releases if each.missing is None):
        path = results_path(folder, release.name)
        said = failed_installation(root, release.name, path.stat().st_mtime if path.exists() else 0.0)
        if said is not None:
            found[release.name] = said
    return found
