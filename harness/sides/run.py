"""Running two sides next to each other: one worker for each interpreter, kept open for experiments."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.sides.around.counted_on import counted_alike
from harness.sides.around.texts import placed
from harness.sides.words import Job
from harness.targets.outcome import Outcome
from harness.targets.runs import Runs
from harness.targets.target import Request, Setup, Target, find_python
from harness.targets.workers import Worker
from harness.words.errors import UsageError
from harness.words.trace import trace_of_lines


@dataclass(frozen=True)
class Sides:
    """Two sides, and the workers that ran them, by interpreter; they are open as long as this is."""

    left: Side
    right: Side
    workers: Mapping[Path, Runs]


@contextlib.contextmanager
def run_sides(
    left: Side | Job, right: Side | Job, setup: Setup, on_line: Callable[[str], None] | None = None
) -> Iterator[Sides]:
    """Run what has to be run, both sides at the same time, and give what came out. ``on_line`` is called with what a
    side has printed last, where the setup asks for progress.

    Raises UsageError for an interpreter that cannot be used, and a style that does not exist for its TensorFlow.
    """
    left, right = counted_alike_sides(left, right)
    jobs = [side for side in (left, right) if isinstance(side, Job)]
    with ExitStack() as stack:
        workers = _open(jobs, setup, stack)
        for worker in workers.values():
            worker.on_line = on_line
        for job in jobs:
            _check_style(job, workers[job.python.absolute()])
        futures = [_submit(side, workers) for side in (left, right)]
        sides = [_side(side, future, workers) for side, future in zip((left, right), futures, strict=True)]
        yield Sides(sides[0], sides[1], workers)


def counted_alike_sides(left: Side | Job, right: Side | Job) -> tuple[Side | Job, Side | Job]:
    """Give two sides whose made-up data have as many examples, where both have to be run."""
    if not isinstance(left, Job) or not isinstance(right, Job):
        return left, right
    scenes = counted_alike(left.request.scene, right.request.scene)
    left, right = (
        replace(job, request=replace(job.request, scene=scene))
        for job, scene in zip((left, right), scenes, strict=True)
    )
    return left, right


def run_one(job: Job, request: Request, setup: Setup) -> tuple[Target, Outcome]:
    """Run one request in the interpreter of a job; give what its worker said of that, and what came of it. Raises
    UsageError as ``run_sides`` does."""
    with ExitStack() as stack:
        worker = _open([job], setup, stack)[job.python.absolute()]
        _check_style(job, worker)
        return worker.target, worker.submit(request).result()


@contextlib.contextmanager
def open_workers(jobs: Sequence[Job], setup: Setup) -> Iterator[dict[Path, Worker]]:
    """Give the workers that some jobs need, by interpreter, open as long as this is. Raises UsageError for an
    interpreter that cannot be used."""
    with ExitStack() as stack:
        yield _open(jobs, setup, stack)


def submit_job(job: Job, workers: Mapping[Path, Runs]) -> Callable[[], Side]:
    """Queue the run of a job in a worker that is open; what is given waits for it, and gives what came of it."""
    future = workers[job.python.absolute()].submit(job.request)
    return lambda: _side(job, future, workers)


def with_origin(side: Side, job: Job) -> Side:
    """Give what another request of a job gave, as the side that the job itself gives."""
    assert side.origin is not None
    return replace(side, origin=replace(side.origin, request=job.request), seen=())


def _open(jobs: Sequence[Job], setup: Setup, stack: ExitStack) -> dict[Path, Worker]:
    """A worker for each interpreter, all of them importing TensorFlow at once."""
    pythons = dict.fromkeys(job.python.absolute() for job in jobs)
    with ThreadPoolExecutor(max_workers=2) as pool:
        opening = {python: pool.submit(lambda at: Worker(find_python(at), setup), python) for python in pythons}
    workers: dict[Path, Worker] = {}
    failed: UsageError | None = None
    for python, future in opening.items():
        try:
            workers[python] = future.result()
            stack.callback(workers[python].close)
        except UsageError as error:
            failed = failed or error
    if failed is not None:
        raise failed
    return workers


def _check_style(job: Job, worker: Worker) -> None:
    if job.style is None:
        return
    reason = job.style.reason_against(worker.target.tensorflow)
    if reason is not None:
        raise UsageError(f"{job.name} does not exist for TensorFlow {worker.target.tensorflow}: {reason}")


def _submit(side: Side | Job, workers: Mapping[Path, Runs]) -> Future[Outcome] | None:
    return workers[side.python.absolute()].submit(side.request) if isinstance(side, Job) else None


def _side(side: Side | Job, future: Future[Outcome] | None, workers: Mapping[Path, Runs]) -> Side:
    if isinstance(side, Side):
        return side
    assert future is not None
    target = workers[side.python.absolute()].target
    template = side.variant.template if side.variant is not None else None
    origin = Origin(target.python, side.request, template)
    outcome = future.result()
    if side.notebook is not None and outcome.failure is not None and outcome.failure.kind == "thread":
        # A kernel stays after the last cell, and what a script would wait for goes on with it.
        outcome = replace(outcome, failure=None, trace=trace_of_lines(outcome.printed))
    if side.notebook is not None and outcome.failure is not None:
        failure = placed(outcome.failure, side.request.script.name, side.notebook)
        outcome = replace(outcome, failure=failure)
    return side_of_outcome(f"{side.name}@{target.name}", target, origin, outcome)


def without_keep(request: Request) -> Request:
    """Give the same request for a further run, which leaves nothing in the folder that the first one was kept in."""
    return request if request.scene is None else replace(request, scene=replace(request.scene, keep=None))
