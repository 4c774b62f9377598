"""What a worker of a cluster keeps of a survey from file to file: the surveyed folder, TensorFlow workers, processes
that draft."""

import asyncio
import multiprocessing
import os
import pickle
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import dask
from distributed import Worker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from harness.releases.environments import cache_folder, release_folder
from harness.results.codec import decode, encode
from harness.results.reuse import harness_digest
from harness.survey.answers import Answers
from harness.survey.apart import Apart
from harness.survey.ask import Ask
from harness.survey.bench import Grounds
from harness.survey.engine import Task, make_environments
from harness.survey.measure import measure
from harness.survey.shipment import Shipment, scene_there
from harness.survey.workers import Workers
from harness.targets.target import Setup
from harness.words.errors import UsageError

T = TypeVar("T")


class UnfitError(Exception):
    """A worker cannot run any file of this survey: why, and its address."""


@dataclass(frozen=True)
class Orders:
    """What a cluster is told of a survey: the surveyed ``folder`` and ``root`` as they are called where it was asked
    for, what is asked, the ``environment`` of runs, names in it that no result tells, and the digest of the harness."""

    folder: Path
    root: Path
    ask: Ask
    environment: Mapping[str, str]
    untold: tuple[str, ...]
    harness: str


class Post(WorkerPlugin):
    """Stands on each worker of a cluster as long as the survey goes on, also on those that come later."""

    def __init__(self, name: str, orders: Orders, shipment: Shipment) -> None:
        self.name = name
        self._orders = orders
        self._shipment = shipment

    def setup(self, worker: Worker) -> None:
        """Begin; all that takes long is done for the first file."""
        self._threads = worker.state.nthreads
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._grounds: Grounds | None = None
        self._unfit = ""
        self._taken = _nannys_variables(self._orders.environment)
        # Whoever drafts starts processes, which Dask's nanny does not let its workers do.
        multiprocessing.current_process().daemon = False

    async def teardown(self, worker: Worker) -> None:  # noqa: ARG002  (the name is Dask's)
        """End what runs, and all processes that were opened."""
        self._stopped.set()
        await asyncio.to_thread(self._close)

    def run(self, task: Task) -> Answers:
        """Run a file to its end. Raises UsageError where no file can be run here."""
        grounds = self._opened()
        pairs = _places(self._orders, grounds)
        there = {str(self._orders.folder.resolve()): str(grounds.folder)}
        own = tuple(replace(file, path=Path(_moved(str(file.path), there))) for file in task.read.own)
        answers = Answers(task.entry.path, task.entry.name, task.known)
        for each in measure(task.entry, replace(task.read, own=own, stamps=()), task.known, task.before, grounds):
            answers = each
            if self._stopped.is_set():
                break
        return decode(_moved(encode(answers), pairs), Answers)

    def _opened(self) -> Grounds:
        with self._lock:
            if self._unfit:
                raise UsageError(self._unfit)
            if self._grounds is None:
                try:
                    self._grounds = self._made()
                except (UsageError, OSError) as error:
                    self._unfit = str(error)
                    raise UsageError(self._unfit) from None
            return self._grounds

    def _made(self) -> Grounds:
        orders = self._orders
        if harness_digest() != orders.harness:
            raise UsageError("its harness is another one than that which asks")
        place = self._shipment.unpacked(cache_folder()).resolve()
        folder, root = self._shipment.folder(place), self._shipment.root(place)
        scene = scene_there(orders.ask.scene, orders.folder, self._shipment, place)
        ask = replace(orders.ask, scene=scene, jobs=self._threads)
        make_environments(root, ask, lambda _: None)
        setup = Setup(jobs=ask.jobs, environment=orders.environment, untold=orders.untold)
        return Grounds(folder, root, ask, Workers(setup, ask.jobs).__enter__(), Apart(ask.jobs).__enter__(), setup)

    def _close(self) -> None:
        with self._lock:
            grounds, self._grounds, self._unfit = self._grounds, None, "the survey has ended"
        if grounds is not None:
            grounds.workers.__exit__()
            grounds.apart.__exit__()
        os.environ.update(self._taken)


def run_file(name: str, task: bytes) -> Answers:
    """Run one file on the worker that this is called on, at the post of that name."""
    worker = get_worker()
    post = worker.plugins.get(name)
    if not isinstance(post, Post):
        raise UnfitError("it was not told of the survey", worker.address)
    try:
        return post.run(pickle.loads(task))  # noqa: S301  (Dask itself sends nothing else)
    except UsageError as error:
        raise UnfitError(str(error), worker.address) from None


def _nannys_variables(wanted: Mapping[str, str]) -> dict[str, str]:
    """Take away and give back what a nanny sets for arrays of Dask's: runs compute with as many threads as
    elsewhere."""
    found: dict[str, Any] = dask.config.get("distributed.nanny.pre-spawn-environ", default={})
    set_by_it = {name: str(value) for name, value in found.items() if name.endswith("_NUM_THREADS")}
    taken = {name: value for name, value in set_by_it.items() if os.environ.get(name) == value and name not in wanted}
    for name in taken:
        del os.environ[name]
    return taken


def _places(orders: Orders, grounds: Grounds) -> dict[str, str]:
    """What paths of this machine are called where the survey was asked for."""
    scene, there = orders.ask.scene, grounds.ask.scene
    pairs = {str(grounds.folder): str(orders.folder.resolve())}
    pairs |= {str(there.files[address]): str(path) for address, path in scene.files.items()}
    for path in sorted((grounds.root / "constraints").glob("*.txt")):
        pairs[str(release_folder(grounds.root, path.stem))] = str(release_folder(orders.root, path.stem))
    return pairs


def _moved(value: T, pairs: Mapping[str, str]) -> T:
    """A value in whose texts paths are replaced."""
    if isinstance(value, str):
        text: str = value
        for old, new in pairs.items():
            text = text.replace(old, new)
        return text  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: _moved(each, pairs) for key, each in value.items()}  # type: ignore[return-value]
    if isinstance(value, list | tuple):
        return type(value)(_moved(each, pairs) for each in value)
    return value
