"""However a script ends, its outcome says so, and the runs beside it are not touched."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from harness.targets.outcome import Outcome
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import request_for
from tests.targets.worker.scenarios import GOOD, MEMORY_MIB, SCENARIOS, TIMEOUT, Scenario

WAYS = ("tf2-jobs2", "tf1-jobs1")
# After these, a child has ended the way that every child ends.
ORDERLY = {None, "raised", "record", "silent", "encoding"}
DISORDERLY = [scenario for scenario in SCENARIOS if scenario.kind not in ORDERLY]


@pytest.fixture(scope="module", params=WAYS)
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Outcome]]:
    """The outcomes of all scenarios in one worker, each with the good run that came after it."""
    release, _, jobs = request.param.partition("-jobs")
    python: Path = request.getfixturevalue(f"{release}_python")
    folder = tmp_path_factory.mktemp(request.param)
    good = folder / "good.py"
    good.write_text(GOOD)
    futures = {}
    with open_worker(python, Setup(jobs=int(jobs))) as worker:
        for scenario in SCENARIOS:
            if release == "tf1" and scenario.only_tf2:
                continue
            script = folder / f"{scenario.name}.py"
            script.write_text(scenario.source)
            futures[scenario.name] = worker.submit(request_for(script, scenario.timeout, MEMORY_MIB))
            if scenario.kind not in ORDERLY:
                futures[f"good after {scenario.name}"] = worker.submit(request_for(good))
        yield {name: future.result(120) for name, future in futures.items()}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_the_outcome_tells_how_the_script_ended(scenario: Scenario, outcomes: Mapping[str, Outcome]) -> None:
    if scenario.name not in outcomes:
        pytest.skip("this release has no eager ops")
    outcome = outcomes[scenario.name]
    failure = outcome.failure
    assert (failure.kind if failure else None) == scenario.kind, failure
    if failure:
        assert re.search(scenario.reason, failure.reason), failure.reason
        assert "\n" not in failure.reason
        assert re.search(scenario.detail, failure.detail), failure.detail
        assert "_harness_worker" not in failure.detail
    if scenario.stdout is not None:
        assert outcome.stdout == scenario.stdout


@pytest.mark.parametrize("scenario", DISORDERLY, ids=lambda scenario: scenario.name)
def test_the_run_after_it_is_as_if_it_were_alone(scenario: Scenario, outcomes: Mapping[str, Outcome]) -> None:
    if scenario.name not in outcomes:
        pytest.skip("this release has no eager ops")
    good = outcomes[f"good after {scenario.name}"]
    assert good.failure is None
    assert [record["w"].items for record in good.trace.records] == [(3.0,), (4.5,), (6.75,)]


def test_what_was_yielded_before_the_end_is_there(outcomes: Mapping[str, Outcome]) -> None:
    for name in ("raises", "exits_in_trace", "segfault_in_trace", "yields_no_dict"):
        assert len(outcomes[name].trace) == 1, name


def test_records_stay_whole_where_a_script_moves_about_in_them(outcomes: Mapping[str, Outcome]) -> None:
    records = outcomes["moves_about_in_what_it_did_not_open"].trace.records
    assert [record["w"].items for record in records] == [(0.0,), (1.0,), (2.0,)]


def test_output_is_kept_to_its_limit(outcomes: Mapping[str, Outcome]) -> None:
    for name in ("prints_50_mb", "loops_printing"):
        assert len(outcomes[name].stdout) == 1 << 20, name


def test_a_run_that_hangs_has_its_time_and_no_more(outcomes: Mapping[str, Outcome]) -> None:
    for name in ("loops", "loops_printing", "stops_itself", "waits_in_a_session"):
        assert outcomes[name].seconds >= TIMEOUT, name
        failure = outcomes[name].failure
        assert failure is not None
        assert f"{TIMEOUT:g} s" in failure.reason, name
