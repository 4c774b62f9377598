"""The pytest plugin: ``case.toml`` files are collected, every style of a case is a test item.

The only file that imports pytest. ``cases/staircase_decay/case.toml::graph`` is an item; with several ``--python`` it
is ``::graph@tf1.15``. ``--force-regen`` and ``--regen-all`` are pytest-regressions', and write golden traces only.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_regressions.common import perform_regression_check

from harness.case import STYLES
from harness.case_file import read_case
from harness.environments import environment_as_of, tox_environment
from harness.errors import UsageError
from harness.failure_text import describe
from harness.golden import dump_golden
from harness.notes import read_notes
from harness.options import positive, seconds
from harness.result import Result, Run, plan
from harness.results import prepare_results, write_beside
from harness.sessions import Sessions
from harness.suite import find_root, read_suite, unused_golden_files
from harness.target import MEBIBYTE, Limits, Setup, find_python
from harness.verdict import Verdict

_PYTHONS = pytest.StashKey[Sequence[Path]]()
_SESSIONS = pytest.StashKey[Sessions]()
# What went wrong after the last item, here or in a worker of pytest-xdist.
_LATE_ERRORS = pytest.StashKey[list[str]]()


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
    group.addoption("--results", type=Path, metavar="DIR", help="write <target>.json for each target into this folder")
    group.addoption("--fresh", action="store_true", help="run all, also what the results folder has and still holds")
    group.addoption("--slow", action="store_true", help="run slow cases, too")
    group.addoption("--style", action="append", choices=STYLES, default=[], help="run only this style; may be repeated")
    group.addoption("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="runs side by side")
    group.addoption("--case-timeout", type=seconds, metavar="SECONDS", help="limit of each run (default: its case's)")
    group.addoption("--case-memory", type=positive, default=4096, metavar="MIB", help="memory limit of each run")
    group.addoption("--no-experiments", action="store_true", help="name likely causes without running anything again")


def pytest_configure(config: pytest.Config) -> None:
    """Look at the options before anything runs; no worker is started before an item needs it."""
    option = config.getoption
    # What is to be regenerated has to be measured.
    fresh = option("--fresh") or option("--force-regen") or option("--regen-all")
    config.stash[_SESSIONS] = Sessions(
        Setup(jobs=option("--jobs"), experiments=not option("--no-experiments")),
        Limits(option("--case-timeout"), option("--case-memory") * MEBIBYTE),
        None if fresh else option("--results"),
    )
    config.stash[_LATE_ERRORS] = []
    try:
        config.stash[_PYTHONS] = [*option("--python"), *_made(config)]
        for python in config.stash[_PYTHONS]:
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


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Collect every ``case.toml`` below a folder ``cases``."""
    if file_path.name != "case.toml" or "cases" not in file_path.parent.parts:
        return None
    file: CaseFile = CaseFile.from_parent(parent, path=file_path)
    return file


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker of pytest-xdist could not tell anybody."""
    late = getattr(node, "workeroutput", {}).get("harness_late_errors", [])
    node.config.stash[_LATE_ERRORS].extend(late)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write results, end workers. An error in that is the session's."""
    config = session.config
    sessions, late = config.stash[_SESSIONS], config.stash[_LATE_ERRORS]
    try:
        if config.getoption("--results") is not None:
            sessions.write(config.getoption("--results"))
    except UsageError as error:
        late.append(str(error))
    finally:
        sessions.stack.close()
    if hasattr(config, "workeroutput"):
        config.workeroutput["harness_late_errors"] = late
    if late:
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
    for message in config.stash[_LATE_ERRORS]:
        terminalreporter.write_line(f"ERROR: {message}", red=True)


def _labelled(pythons: Sequence[Path]) -> dict[str, Path]:
    """Interpreters by the name of their environment, ``tf1.15``; by their number where two have one name."""
    found: dict[str, Path] = {}
    for number, path in enumerate(dict.fromkeys(find_python(python).absolute() for python in pythons)):
        name = path.parent.parent.name
        found[name if name not in found else f"{name}#{number + 1}"] = path
    return found


class CaseFile(pytest.File):
    """One ``case.toml``."""

    def collect(self) -> Iterator["CaseItem"]:
        """Give an item for each variant, style and interpreter."""
        option = self.config.getoption
        try:
            root = find_root(self.path.parent)
            case = read_case(self.path, root, read_notes(root / "golden"))
        except UsageError as error:
            raise self.CollectError(str(error)) from None
        pythons = _labelled(self.config.stash[_PYTHONS] or [Path(sys.executable)])
        for run in plan([case], option("--style"), slow=option("--slow") or self._is_named()):
            for label, python in pythons.items():
                name = f"{run.variant.name}-{run.style.name}" if run.variant.name else run.style.name
                item: CaseItem = CaseItem.from_parent(self, name=f"{name}@{label}" if len(pythons) > 1 else name)
                item.run, item.python = run, python
                yield item

    def _is_named(self) -> bool:
        """Whether the command line names this very case, which is then wanted, slow or not."""
        folder = self.config.invocation_params.dir
        paths = {(folder / str(argument).partition("::")[0]).resolve() for argument in self.config.args}
        return not paths.isdisjoint((self.path.resolve(), self.path.parent.resolve()))


class CaseItem(pytest.Item):
    """One run in one interpreter."""

    run: Run
    python: Path
    cls = None  # pytest-regressions asks every node for its class

    def runtest(self) -> None:
        """Fail with the result where its verdict does not pass; check, or regenerate, the golden trace."""
        sessions = self.config.stash[_SESSIONS]
        try:
            session = sessions.of(self.python, self._runs_of_this_process())
        except UsageError as error:
            if self._in_xdist:
                raise
            # No other item of this interpreter would fare better, and the rest can wait for the right one.
            pytest.exit(f"harness: {error}", returncode=2)
        result = session.result(self.run)
        sessions.keep(self.python, result)
        self.user_properties.append(("verdict", result.verdict.value))
        if result.verdict is Verdict.UNSUPPORTED:
            pytest.skip(result.reason)
        if result.reused:
            self.user_properties.append(("reused", "yes"))
            return
        # A trace whose documented log does not hold must never become golden.
        if not result.log_verdict.passes:
            raise CaseError(result)
        self._check_golden(result, str(session.target))

    @property
    def _in_xdist(self) -> bool:
        return hasattr(self.config, "workerinput")

    def _runs_of_this_process(self) -> list[Run]:
        """All runs of the session in this interpreter; of pytest-xdist's items nobody knows yet who gets which."""
        if self._in_xdist:
            return []
        items = [item for item in self.session.items if isinstance(item, CaseItem)]
        return [item.run for item in items if item.python == self.python]

    def _check_golden(self, result: Result, made_by: str) -> None:
        def dump(path: Path) -> None:
            write_beside(path, dump_golden(result.trace, made_by))

        def check(_obtained: Path, _expected: Path) -> None:
            if not result.verdict.passes:  # its documented log holds, so it is the golden trace that does not
                raise CaseError(result)

        with tempfile.TemporaryDirectory() as folder:
            perform_regression_check(
                datadir=Path(folder),  # type: ignore[arg-type]
                original_datadir=Path(folder),
                request=SimpleNamespace(config=self.config, node=self),  # type: ignore[arg-type]
                check_fn=check,
                dump_fn=dump,
                extension=".csv",
                fullpath=self.run.variant.golden_path(self.run.style.name),
                obtained_filename=Path(folder) / "obtained.csv",
            )

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Give the result in words; a traceback of the harness would say nothing."""
        if isinstance(excinfo.value, CaseError):
            return describe(self.run, excinfo.value.result)
        if isinstance(excinfo.value, pytest.fail.Exception | UsageError):
            return str(
                excinfo.value
            )  # of pytest-regressions, which says which file it wrote; of a file, or an interpreter
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Give the case's place and name."""
        return self.path, None, f"{self.run.subject} {self.run.style.name}"


class CaseError(AssertionError):
    """A verdict that does not pass; an AssertionError, which is what pytest-regressions regenerates on."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.explanation())
        self.result = result
