"""The pytest plugin: ``case.toml`` files are collected, every style of a case is a test item.

The only file that imports pytest. ``cases/staircase_decay/case.toml::graph`` is an item; with several ``--python`` it is
``::graph@tf1.15``. ``--force-regen`` and ``--regen-all`` are pytest-regressions', and write golden traces only.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_regressions.common import perform_regression_check

from harness.compare import compare_with_trace
from harness.errors import UsageError
from harness.failure_text import describe
from harness.golden import dump_golden, read_golden
from harness.notes import read_notes
from harness.result import Result, Run, plan
from harness.results import results_path, write_beside, write_results
from harness.runner import Session, start
from harness.suite import find_root, read_case, read_suite, unused_golden_files
from harness.target import MEBIBYTE, Limits, Setup
from harness.verdict import Verdict
from harness.workers import open_worker


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
    group.addoption("--results", type=Path, metavar="DIR", help="write <target>.json for each target into this folder")
    group.addoption("--slow", action="store_true", help="run slow cases, too")
    group.addoption("--style", action="append", default=[], help="run only this style; may be repeated")
    group.addoption("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="runs side by side")
    group.addoption("--case-timeout", type=float, metavar="SECONDS", help="limit of each run (default: its case's)")
    group.addoption("--case-memory", type=int, default=4096, metavar="MIB", help="memory limit of each run")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Collect every ``case.toml``."""
    if file_path.name != "case.toml":
        return None
    file: CaseFile = CaseFile.from_parent(parent, path=file_path)
    return file


@dataclass
class Sessions:
    """The workers of a test session: started when the first item runs, every item submitted to them at once."""

    config: pytest.Config
    stack: ExitStack = field(default_factory=ExitStack)
    by_python: dict[Path, Session] = field(default_factory=dict)
    results: dict[Path, list[Result]] = field(default_factory=dict)

    def of(self, item: "CaseItem") -> Session:
        """Give the session of an item's interpreter."""
        if item.python not in self.by_python:
            items = [each for each in item.session.items if isinstance(each, CaseItem) and each.python == item.python]
            option = self.config.getoption
            worker = self.stack.enter_context(open_worker(item.python, Setup(jobs=option("--jobs"))))
            limits = Limits(option("--case-timeout"), option("--case-memory") * MEBIBYTE)
            self.by_python[item.python] = start(worker, [each.run for each in items], limits)
        return self.by_python[item.python]

    def finish(self) -> None:
        """Write the results and end the workers."""
        folder = self.config.getoption("--results")
        try:
            for python, session in self.by_python.items():
                if folder is not None:
                    name = session.worker.target.name
                    write_results(results_path(folder, name), session.summary(self.results.get(python, [])))
        finally:
            self.stack.close()


_SESSIONS = pytest.StashKey[Sessions]()


def pytest_configure(config: pytest.Config) -> None:
    """Make room for the workers; none is started before an item needs it."""
    config.stash[_SESSIONS] = Sessions(config)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write results, end workers. An error in that is the session's."""
    try:
        session.config.stash[_SESSIONS].finish()
    except UsageError as error:
        raise pytest.UsageError(str(error)) from None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Name golden files that no case uses: their case is gone, or they were never read."""
    if not config.stash[_SESSIONS].by_python:
        return
    with suppress(UsageError):
        suite = read_suite(find_root(config.rootpath))
        for path in unused_golden_files(suite):
            terminalreporter.write_line(f"no case uses {path.relative_to(suite.root)}", yellow=True)


def _labelled(pythons: Sequence[Path]) -> dict[str, Path]:
    """Interpreters by the name of their environment, ``tf1.15``; by their number where two have one name."""
    found: dict[str, Path] = {}
    for number, python in enumerate(pythons):
        name = python.name if python.is_dir() else python.absolute().parent.parent.name
        found[name if name not in found else f"{name}#{number}"] = python
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
            raise pytest.UsageError(str(error)) from None
        pythons = _labelled(option("--python") or [Path(sys.executable)])
        named = any(self.path == Path(str(argument).partition("::")[0]).resolve() for argument in self.config.args)
        for run in plan([case], option("--style"), slow=option("--slow") or named):
            for label, python in pythons.items():
                name = f"{run.variant.name}-{run.style.name}" if run.variant.name else run.style.name
                item: CaseItem = CaseItem.from_parent(self, name=f"{name}@{label}" if len(pythons) > 1 else name)
                item.run, item.python = run, python
                yield item


class CaseItem(pytest.Item):
    """One run in one interpreter."""

    run: Run
    python: Path
    cls = None  # pytest-regressions asks every node for its class

    def runtest(self) -> None:
        """Fail with the result where its verdict does not pass; check, or regenerate, the golden trace."""
        sessions = self.config.stash[_SESSIONS]
        try:
            session = sessions.of(self)
            result = session.result(self.run)
        except UsageError as error:
            # Nothing can run here: no item of this session would fare better.
            pytest.exit(f"harness: {error}", returncode=2)
        sessions.results.setdefault(self.python, []).append(result)
        self.user_properties.append(("verdict", result.verdict.value))
        if result.verdict is Verdict.UNSUPPORTED:
            pytest.skip(result.reason)
        # A trace whose documented log does not hold must never become golden.
        if not result.log_verdict.passes:
            raise CaseFailure(result)
        self._check_golden(result, str(session.worker.target))

    def _check_golden(self, result: Result, made_by: str) -> None:
        run = self.run

        def dump(path: Path) -> None:
            write_beside(path, dump_golden(result.trace, made_by))

        def check(_obtained: Path, expected: Path) -> None:
            comparison = compare_with_trace(
                result.trace, read_golden(expected), run.case.tolerances, step_field=run.variant.step_field
            )
            if not comparison.verdict.passes:
                raise CaseFailure(result)

        folder = self.config.rootpath / ".pytest_cache" / "obtained"
        perform_regression_check(
            datadir=folder,  # type: ignore[arg-type]
            original_datadir=folder,
            request=SimpleNamespace(config=self.config, node=self),  # type: ignore[arg-type]
            check_fn=check,
            dump_fn=dump,
            extension=".csv",
            fullpath=run.variant.golden_path(run.style.name),
            obtained_filename=folder / f"{result.subject.replace('/', '.')}.{result.style}.csv",
        )

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Give the result in words; a traceback of the harness would say nothing."""
        if isinstance(excinfo.value, CaseFailure):
            return describe(self.run, excinfo.value.result)
        if isinstance(excinfo.value, pytest.fail.Exception):
            return str(excinfo.value)  # pytest-regressions says which file it wrote
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Give the case's place and name."""
        return self.path, None, f"{self.run.subject} {self.run.style.name}"


class CaseFailure(AssertionError):
    """A verdict that does not pass; an AssertionError, which is what pytest-regressions regenerates on."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.explanation())
        self.result = result
