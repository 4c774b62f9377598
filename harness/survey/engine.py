"""Running the files of a survey on this machine: so many at a time, each file's answers given as they come."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from harness.releases.environments import is_ready, tox_environment
from harness.survey.answers import Answers, Known
from harness.survey.apart import Apart
from harness.survey.ask import Ask, Entry
from harness.survey.bench import Grounds
from harness.survey.known import Read
from harness.survey.measure import measure
from harness.survey.workers import Workers
from harness.targets.surroundings import handing_on
from harness.targets.target import Setup

# What is called with the answers of a file whenever there are more of them, from any thread.
Told = Callable[[Answers], None]
# Called with what is under way, in words, and how far it is.
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Task:
    """A file that is to be run: what was read of it, and what is known from before."""

    entry: Entry
    read: Read
    known: Known
    before: Answers | None = None


class Local:
    """Runs the files of surveys on this machine, so many at a time, its workers kept from one survey to the next; used
    as a context manager, by one survey at a time."""

    def __init__(self, jobs: int, handed: Sequence[str] = ()) -> None:
        self._setup = handing_on(Setup(jobs=jobs), tuple(handed))
        self._workers = Workers(self._setup, jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self._workers.__exit__(*reason)

    def expect(self, root: Path, ask: Ask) -> None:
        """Begin to open the workers of all releases that are asked for and made, which takes longer than reading."""
        named = dict.fromkeys(filter(None, (ask.target, ask.origin, *ask.also)))
        self._workers.prepare([tox_environment(root, each) for each in named if is_ready(root, f"tf{each}")])

    def rest(self) -> None:
        """Close the workers until they are needed again."""
        self._workers.close_idle(0)

    def __call__(
        self, tasks: Sequence[Task], folder: Path, root: Path, ask: Ask, apart: Apart, told: Told, progress: Progress
    ) -> None:
        """Run files, their texts drafted ``apart``. A file that goes wrong costs itself only, and its answers say so.
        Raises UsageError for a release that is asked for and cannot be had."""
        make_environments(root, ask, progress)
        stopped = threading.Event()
        with ThreadPoolExecutor(max_workers=ask.jobs) as pool:
            grounds = Grounds(folder, root, ask, self._workers, apart, self._setup)
            futures = [pool.submit(_run, task, grounds, told, stopped) for task in in_order(tasks)]
            try:
                for future in futures:
                    future.result()
            except BaseException as error:
                stopped.set()
                if isinstance(error, KeyboardInterrupt):
                    self._workers.end()  # else a run under way has all the time that it may take
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def run_here(
    tasks: Sequence[Task], folder: Path, root: Path, ask: Ask, apart: Apart, told: Told, progress: Progress
) -> None:
    """Run files on this machine, for one survey alone; as ``Local`` does, and raises what that raises."""
    with Local(ask.jobs, ask.handed) as engine:
        engine(tasks, folder, root, ask, apart, told, progress)


def in_order(tasks: Sequence[Task]) -> list[Task]:
    """Give files of one release behind each other, so that its worker is needed no longer than that; of these those
    that take longest first."""
    return sorted(tasks, key=lambda task: (task.known.origin, -(task.entry.seconds or 0.0), task.entry.name))


def make_environments(root: Path, ask: Ask, progress: Progress) -> None:
    """Make what all files need before the first one is run. Raises UsageError for a release that cannot be had."""
    for release in dict.fromkeys((ask.target, *ask.also, *filter(None, [ask.origin]))):
        if not is_ready(root, f"tf{release}"):
            progress(f"making the environment of {release}")
        tox_environment(root, release)


def _run(task: Task, grounds: Grounds, told: Told, stopped: threading.Event) -> None:
    for answers in measure(task.entry, task.read, task.known, task.before, grounds):
        if stopped.is_set():
            return
        told(answers)
