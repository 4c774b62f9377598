"""What a run was judged by reaches its diagnosis whole, and what was diagnosed reaches the results file."""

from pathlib import Path

import numpy as np
import pytest

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.results.result import conclude
from harness.results.store import TargetResults, read_results, write_results
from harness.runs.run_diagnosis import diagnose_run
from harness.targets.outcome import Failure, Outcome
from harness.targets.target import Limits, Target, request_within
from harness.words.finding import Diagnosis
from harness.words.trace import Trace
from harness.words.verdict import Comparison, Verdict
from tests.small_cases import case, project
from tests.traces import of

# 0.1 to 0.3 at all digits of a float32; LOG of the case below has them all.
LOG = "1 0.100000001\n2 0.200000003\n3 0.300000012\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    files = case("near", log=LOG)
    toml = str(files["cases/near/case.toml"]).replace("%(w).3f", "%(w).9f")
    project(tmp_path, files, {"cases/near/case.toml": toml + "\n[tolerance.default]\nulps = 0\n"})
    (planned,) = plan(read_suite(tmp_path).cases, (), slow=False)
    return planned


def outcome(*items: float) -> Outcome:
    """A run of which every number is three floats off."""
    near = (float(np.float32(item) + 3 * np.spacing(np.float32(item))) for item in items)
    return Outcome(Trace(tuple(of(step=step, w=w) for step, w in enumerate(near, start=1))), None, "", "", 0.5)


def diagnosed(run: Run, found: Outcome) -> Diagnosis:
    request = request_within(Limits(), run.style.script, {}, 60.0)
    target = Target(Path("python"), "2.15.1", {"python": "3.11.7", "numpy": "1.26.4"})
    return diagnose_run(run, found, conclude(run, found), target, request, None)


def test_numbers_that_differ_by_rounding_are_told_so(run: Run) -> None:
    assert [finding.cause for finding in diagnosed(run, outcome(0.1, 0.2, 0.3)).findings] == ["rounding"]


def test_records_too_many_are_no_rounding(run: Run) -> None:
    found = outcome(0.1, 0.2, 0.3, 0.4, 0.5)
    assert (conclude(run, found).comparison.left_over, conclude(run, found).verdict) == (2, Verdict.DIVERGED)
    assert "rounding" not in [finding.cause for finding in diagnosed(run, found).findings]


def test_a_run_is_judged_by_its_log_and_its_golden_trace_and_the_worse_decides(run: Run) -> None:
    result = conclude(run, outcome(0.1, 0.2, 0.3))
    assert result.by_golden is None and result.comparison is result.by_log
    golden = "# golden trace, format 1, measured by hand\nstep:int,w:float32\n1,0.1\n2,0.2\n"
    run.variant.golden_path("graph").write_text(golden, encoding="utf-8")
    exact = Trace(tuple(of(step=step, w=float(np.float32(step / 10))) for step in (1, 2, 3)))
    worse = conclude(run, Outcome(exact, None, "", "", 0.5))
    assert (worse.by_log.verdict, worse.verdict, worse.log_holds) == (Verdict.IDENTICAL, Verdict.DIVERGED, True)
    assert worse.by_golden is not None and worse.by_golden.left_over == 1
    assert worse.comparison is worse.by_golden


def test_a_run_that_failed_has_failed_whatever_it_gave(run: Run) -> None:
    whole = Outcome(outcome(0.1, 0.2, 0.3).trace, Failure("exited", "code 3"), "", "", 0.5)
    result = conclude(run, whole)
    assert (result.verdict, result.log_holds, result.explanation()) == (Verdict.FAILED, False, "code 3")


def test_what_is_missing_left_over_and_dropped_comes_back_from_the_results_file(run: Run, tmp_path: Path) -> None:
    found = outcome(0.1, 0.2, 0.3, 0.4, 0.5)
    result = conclude(run, found)
    facts = {"tensorflow": "2.15.1", "python": "3.11.7", "numpy": "1.26.4"}
    path = tmp_path / "tf2.15.json"
    write_results(path, TargetResults("tf2.15", facts, (result,)))
    (read,) = read_results(path).results
    assert isinstance(read.by_log, Comparison)
    assert (read.by_log, read.diagnosis) == (result.by_log, result.diagnosis)
    assert (read.by_log.left_over, read.by_log.missing) == (2, 0)
