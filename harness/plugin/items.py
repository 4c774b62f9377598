"""Test items: every style of a ``case.toml`` is one, in each interpreter.

``cases/staircase_decay/case.toml::graph``; with several ``--python`` it is ``::graph@tf1.15``.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_regressions.common import perform_regression_check

from harness.cases.case_file import read_case
from harness.cases.golden import check_round_trip, dump_golden
from harness.cases.notes import read_notes
from harness.cases.run import Run, plan
from harness.cases.suite import find_root
from harness.files.atomic_file import write_beside
from harness.results.failure_text import describe
from harness.results.result import Result
from harness.runs.sessions import Sessions
from harness.targets.target import find_python
from harness.words.errors import UsageError
from harness.words.verdict import Verdict
from harness.words.visible import visible

PYTHONS = pytest.StashKey[Sequence[Path]]()
SESSIONS = pytest.StashKey[Sessions]()
# What is left to say at the end of the session, from here or from a worker of pytest-xdist.
LATE_ERRORS = pytest.StashKey[list[str]]()


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
        pythons = _labelled(self.config.stash[PYTHONS] or [Path(sys.executable)])
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
        sessions = self.config.stash[SESSIONS]
        try:
            session = sessions.of(self.python, self._runs_of_this_process())
            session.submit(self.run)
        except UsageError as error:
            # No other item of this interpreter would fare better, and the rest can wait for the right one.
            if not self._in_xdist:
                pytest.exit(f"harness: {error}", returncode=2)
            # For pytest-xdist an exit is the crash of a worker; so the session is told to stop, and at its end why.
            self.config.stash[LATE_ERRORS].append(str(error))
            self.session.shouldstop = "an interpreter that cannot be used"
            pytest.skip("the interpreter cannot be used")
        result = session.result(self.run)
        sessions.keep(self.python, result)
        self.user_properties.append(("verdict", result.verdict.value))
        if result.verdict is Verdict.UNSUPPORTED:
            pytest.skip(result.reason)
        if result.reused:
            self.user_properties.append(("reused", "yes"))
            return
        # A trace whose documented log does not hold must never become golden.
        if not result.log_holds:
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
            text = dump_golden(result.trace, made_by)
            check_round_trip(text, result.trace, self.run.variant.golden_path(self.run.style.name))
            write_beside(path, text)

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
            return visible(describe(self.run, excinfo.value.result))
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


def _labelled(pythons: Sequence[Path]) -> dict[str, Path]:
    """Interpreters by the name of their environment, ``tf1.15``; by their number where two have one name."""
    found: dict[str, Path] = {}
    for number, path in enumerate(dict.fromkeys(find_python(python).absolute() for python in pythons)):
        name = path.parent.parent.name
        found[name if name not in found else f"{name}#{number + 1}"] = path
    return found
