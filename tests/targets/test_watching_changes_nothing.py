"""Specification of the watcher's first duty: what is watched computes and prints the same bytes as what is not."""

from dataclasses import replace

import pytest

from harness.cases.run import Run, plan
from harness.cases.suite import read_suite
from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude
from harness.targets.target import Limits, Request, Setup, request_within
from harness.targets.workers import open_worker
from tests.conftest import ROOT, tensorflow_pythons

RUNS = plan(read_suite(ROOT).cases, (), slow=False)
WATCH = Prelude("watch", {"apart": [], "passes": False})


def request_of(run: Run) -> Request:
    """The case as it is planned; nets, which take hundreds of steps, take fewer. The plain one takes 501 of its 3000,
    so that there are steps that are not told of; all others 101, and print the loss every 50 steps, not every 500."""
    parameters, text = run.variant.parameters, run.style.script.read_text(encoding="utf-8")
    is_plain = run.subject == "two_layer_net[sgd]"
    if run.case.name == "two_layer_net":
        parameters = {**parameters, "steps": 501 if is_plain else 101}
    request = request_within(Limits(), run.style.script, parameters, max(run.case.timeout, 300))
    if is_plain or "% 500" not in text:
        return request
    return replace(request, source=text.replace("% 500", "% 50").replace("range(501)", "range(101)"))


def came_out(outcome: Outcome) -> tuple[object, ...]:
    """What the run computed and printed; of one that fails also why."""
    failure = None if outcome.failure is None else (outcome.failure.kind, outcome.failure.reason)
    return outcome.trace.fingerprint(), outcome.stdout, failure


@pytest.mark.parametrize("release", tensorflow_pythons())
def test_every_case_in_every_style_comes_out_the_same(release: str) -> None:
    with open_worker(tensorflow_pythons()[release], Setup(jobs=2)) as worker:
        runs = [run for run in RUNS if run.style.reason_against(worker.target.tensorflow) is None]
        plain = [worker.submit(request_of(run)) for run in runs]
        seen = [worker.submit(replace(request_of(run), preludes=(WATCH,))) for run in runs]
        changed = []
        steps = 0
        for run, one, two in zip(runs, plain, seen, strict=True):
            unwatched, watched = one.result(), two.result()
            steps += sum(each.kind == "step" for each in watched.seen)
            if came_out(unwatched) != came_out(watched):
                changed.append(f"{run.subject}:{run.style.name}")
    assert not changed
    assert steps > 100, "it was watched"
