"""A worker that is kept from document to document, as long as they run in the same interpreter."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from harness.sides.run import open_workers
from harness.sides.words import Job
from harness.targets.target import Setup
from harness.targets.workers import Worker

WorkerFor: TypeAlias = Callable[[Job], Mapping[Path, Worker]]


@contextlib.contextmanager
def kept_worker(setup: Setup) -> Iterator[WorkerFor]:
    """Give what opens the worker for a job, by its interpreter: importing TensorFlow is most of what a short document
    costs. One is open at a time, for each takes hundreds of megabytes. It raises UsageError for an interpreter that
    cannot be used."""
    with contextlib.ExitStack() as stack:
        workers: Mapping[Path, Worker] = {}

        def worker_for(job: Job) -> Mapping[Path, Worker]:
            nonlocal workers
            if job.python.absolute() not in workers:
                stack.close()
                workers = {}
                workers = stack.enter_context(open_workers([job], setup))
            return workers

        yield worker_for
