"""The pytest plugin: its options, and what it does around the items of ``items.py``.

No other folder imports pytest. ``--force-regen`` and ``--regen-all`` are pytest-regressions', and write golden traces
only.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from harness.cases.suite import find_root, read_suite, unused_golden_files
from harness.files.options import ENV_HELP, folder, positive, seconds
from harness.plugin.items import LATE_ERRORS, PYTHONS, SESSIONS, CaseFile
from harness.releases.environments import environment_as_of, tox_environment
from harness.results.store import prepare_results
from harness.runs.sessions import Sessions
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup, find_python
from harness.words.errors import UsageError
from harness.words.styles import STYLES


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options; they mean what they mean for ``harness run``."""
    group = parser.getgroup("harness", "TensorFlow cases")
    group.addoption(
        "--python",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="run cases in this interpreter or environment; may be repeated (default: the one that runs pytest)",
    )
    group.addoption("--tf", action="append", default=[], metavar="RELEASE", help="run cases in tox's environment: 1.15")
    group.addoption("--as-of", action="append", default=[], metavar="DATE", help="run cases in TensorFlow as of a day")
    group.addoption(
        "--results", type=folder, metavar="DIR", help="write <target>.json for each target into this folder"
    )
    group.addoption("--fresh", action="store_true", help="run all, also what the results folder has and still holds")
    group.addoption("--slow", action="store_true", help="run slow cases, too")
    group.addoption("--style", action="append", choices=STYLES, default=[], help="run only this style; may be repeated")
    group.addoption("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="runs side by side")
    group.addoption("--case-timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: its case's)")
    group.addoption("--case-memory", type=positive, default=4096, metavar="MIB", help="memory limit of each run")
    group.addoption("--env", action="append", default=[], metavar="NAME", help=ENV_HELP)
    group.addoption("--no-experiments", action="store_true", help="name likely causes without running anything again")


def pytest_configure(config: pytest.Config) -> None:
    """Look at the options before anything runs; no worker is started before an item needs it."""
    option = config.getoption
    regenerating = option("--force-regen") or option("--regen-all")
    try:
        setup = handing_on(Setup(jobs=option("--jobs"), experiments=not option("--no-experiments")), option("--env"))
    except UsageError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[SESSIONS] = Sessions(
        setup,
        Limits(option("--case-timeout"), option("--case-memory") * MEBIBYTE),
        # What is to be regenerated has to be measured.
        None if option("--fresh") or regenerating else option("--results"),
        regenerating,
    )
    config.stash[LATE_ERRORS] = []
    try:
        config.stash[PYTHONS] = [*option("--python"), *_made(config)]
        for python in config.stash[PYTHONS]:
            find_python(python)
        if option("--results") is not None:
            prepare_results(option("--results"))
    except UsageError as error:
        raise pytest.UsageError(str(error)) from None


def _made(config: pytest.Config) -> list[Path]:
    """The interpreters of ``--tf`` and ``--as-of``, made where they are missing; xdist's workers get them ready."""
    releases, days = config.getoption("--tf"), config.getoption("--as-of")
    if not releases and not days:
        return []
    root = find_root(config.invocation_params.dir)
    return [tox_environment(root, name) for name in releases] + [environment_as_of(root, day) for day in days]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    """Collect every ``case.toml`` below a folder ``cases``."""
    if file_path.name != "case.toml" or "cases" not in file_path.parent.parts:
        return None
    file: CaseFile = CaseFile.from_parent(parent, path=file_path)
    return file


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker of pytest-xdist could not tell anybody."""
    known = node.config.stash[LATE_ERRORS]
    late = getattr(node, "workeroutput", {}).get("harness_late_errors", [])
    known.extend(message for message in late if message not in known)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write results, end workers. An error in that is the session's."""
    config = session.config
    sessions, late = config.stash[SESSIONS], config.stash[LATE_ERRORS]
    try:
        if config.getoption("--results") is not None:
            sessions.write(config.getoption("--results"))
    except UsageError as error:
        late.append(str(error))
    finally:
        sessions.stack.close()
    if hasattr(config, "workeroutput"):
        config.workeroutput["harness_late_errors"] = late
    if late and session.exitstatus != pytest.ExitCode.INTERRUPTED:
        session.exitstatus = pytest.ExitCode.USAGE_ERROR


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which golden files no case uses, and what went wrong at the end."""
    reports = [report for category in terminalreporter.stats.values() for report in category]
    ran = [report for report in reports if "verdict" in dict(getattr(report, "user_properties", ()))]
    for root in sorted({find_root((config.rootpath / report.location[0]).parent) for report in ran}):
        try:
            unused = unused_golden_files(read_suite(root))
        except UsageError:
            continue  # some other case's mistake, which is no matter of the items that ran
        for path in unused:
            terminalreporter.write_line(f"no case uses {path.relative_to(root)}", yellow=True)
    reused = sum(
        "reused" in dict(getattr(report, "user_properties", ())) for report in terminalreporter.getreports("passed")
    )
    if reused:
        terminalreporter.write_line(f"{reused} results taken as they were, since nothing has changed; --fresh runs all")
    for message in config.stash[LATE_ERRORS]:
        terminalreporter.write_line(f"ERROR: {message}", red=True)
