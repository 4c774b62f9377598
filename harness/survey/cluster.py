"""Running the files of a survey on a Dask cluster: each file is a task, and a lost worker's files go elsewhere."""

import contextlib
import hashlib
import os
import pickle
import queue
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from distributed import Client, Future, KilledWorker

from harness.results.reuse import harness_digest
from harness.survey.answers import Answers
from harness.survey.apart import Apart
from harness.survey.ask import Ask
from harness.survey.connect import check, connected, quiet, said, threads_of
from harness.survey.engine import Progress, Task, Told, in_order
from harness.survey.post import Orders, Post, UnfitError, run_file
from harness.survey.shipment import pack, scene_there
from harness.survey.stamps import CHANGED, still_are
from harness.targets.surroundings import handing_on, is_setting
from harness.targets.target import Setup
from harness.words.errors import UsageError

# So long a cluster may be without a worker, in seconds.
WITHOUT_WORKERS = 60.0
_LOOK_AGAIN = 5.0


class OnCluster:
    """What runs files on the cluster of the scheduler at an address, which may be without workers for so many seconds
    ``to_begin`` with, and ``amid`` the survey."""

    def __init__(self, address: str, to_begin: float = WITHOUT_WORKERS, amid: float = WITHOUT_WORKERS) -> None:
        self._address = address
        self._to_begin = to_begin
        self._amid = amid

    def __call__(
        self,
        tasks: Sequence[Task],
        folder: Path,
        root: Path,
        ask: Ask,
        apart: Apart,  # noqa: ARG002  (each worker drafts by itself)
        told: Told,
        progress: Progress,
    ) -> None:
        """Run files there and tell the answers of each as they are done; a file that ends its workers costs itself
        only. Raises UsageError for a cluster that cannot be had, and for one that is lost before all is done."""
        setup = handing_on(Setup(), ask.handed)
        settings = {name: value for name, value in os.environ.items() if is_setting(name)}
        orders = Orders(folder, root, ask, {**settings, **setup.environment}, setup.untold, harness_digest())
        shipment = pack(folder, root, ask.scene)
        changed = [each for each in tasks if not still_are(each.read.stamps)]
        for task in changed:
            told(_trouble(task, CHANGED))  # other texts were packed than those that were read
        tasks = [each for each in tasks if each not in changed]
        scene_there(ask.scene, folder, shipment, folder)
        for each in shipment.left_out:
            progress(f"left out, for it is too large to be sent: {each}")
        with quiet(), connected(self._address) as client:
            check(client, self._address, self._to_begin)
            threads = threads_of(client)
            progress(
                f"{len(threads)} workers with {sum(threads.values())} threads get {len(shipment.archive) >> 10} KiB, "
                "and make environments where they are missing"
            )
            name = f"harness-survey-{_digest(shipment.digest, repr(orders))}"
            client.register_plugin(Post(name, orders, shipment), name=name)
            try:
                _Rounds(client, name, told, self._amid).run(in_order(tasks))
            finally:
                with contextlib.suppress(Exception):  # of a cluster that is gone there is nothing to end
                    client.unregister_worker_plugin(name)  # type: ignore[no-untyped-call]


def on_cluster(address: str) -> OnCluster:
    """Give what runs files on the cluster of the scheduler at an address, ``tcp://host:8786``."""
    return OnCluster(address)


_Future: TypeAlias = "Future[Answers]"


@dataclass(frozen=True)
class _Sent:
    """A file that is under way; ``allowed`` are the workers that it may run on, None for all."""

    task: Task
    allowed: frozenset[str] | None


class _Rounds:
    """Sends files to workers, as many at once as they have threads: so those that wait share nobody's fate."""

    def __init__(self, client: Client, name: str, told: Told, without_workers: float) -> None:
        self._client = client
        self._name = name
        self._told = told
        self._without_workers = without_workers
        self._done: queue.SimpleQueue[_Future] = queue.SimpleQueue()
        self._sent: dict[_Future, _Sent] = {}
        self._unfit: dict[str, str] = {}
        self._seen = time.monotonic()

    def run(self, tasks: Sequence[Task]) -> None:
        """Run all files; those that were on workers that died once more, each by itself, which shows whose fault that
        was."""
        try:
            for task in self._round(list(tasks), None):
                for _ in self._round([task], 1):
                    self._told(_trouble(task, "it ended each worker of the cluster that ran it, one after the other"))
        finally:
            self._client.cancel(list(self._sent))  # type: ignore[no-untyped-call]

    def _round(self, tasks: list[Task], most: int | None) -> list[Task]:
        """Run files; give those whose workers died again and again."""
        waiting, killed = tasks[::-1], list[Task]()
        while waiting or self._sent:
            fit = self._fit()
            room = min(most or len(waiting), sum(fit.values())) - len(self._sent)
            for _ in range(min(room, len(waiting))):
                self._send(waiting.pop(), fit)
            try:
                future = self._done.get(timeout=_LOOK_AGAIN if self._sent else 0.2)
            except queue.Empty:
                waiting += self._stranded(fit)
                continue
            sent = self._sent.pop(future, None)
            if sent is None:
                continue
            again = self._take(future, sent, killed)
            if again is not None:
                waiting.append(again)
        return killed

    def _take(self, future: _Future, sent: _Sent, killed: list[Task]) -> Task | None:
        """Tell what came of a file; give it back if it has to run elsewhere."""
        try:
            answers = future.result(timeout=self._without_workers)
        except KilledWorker:
            killed.append(sent.task)
            return None
        except UnfitError as error:
            why, worker = error.args
            self._unfit[worker] = why
            return sent.task
        except (ImportError, AttributeError) as error:
            raise UsageError(f"a worker of the cluster has another harness than this one: {error}") from None
        except Exception as error:
            if future.status in ("cancelled", "lost") or isinstance(error, TimeoutError):
                if self._client.status != "running":
                    raise UsageError("the scheduler of the cluster is gone; what is done is kept") from None
                return sent.task
            told = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
            answers = _trouble(sent.task, f"the cluster cannot go on with it ({told})")
        self._told(answers)
        return None

    def _send(self, task: Task, fit: dict[str, int]) -> None:
        allowed = frozenset(fit) if self._unfit else None
        future = self._client.submit(
            run_file,
            self._name,
            pickle.dumps(task),
            pure=False,
            workers=sorted(allowed) if allowed is not None else None,
            key=f"{self._name}-{_digest(task.entry.name, str(time.monotonic_ns()))}",
        )
        self._sent[future] = _Sent(task, allowed)
        future.add_done_callback(self._done.put)  # type: ignore[no-untyped-call]

    def _stranded(self, fit: dict[str, int]) -> list[Task]:
        """Take back files all of whose workers are gone."""
        lost = [each for each, sent in self._sent.items() if sent.allowed is not None and not sent.allowed & fit.keys()]
        found = [self._sent.pop(each).task for each in lost]
        self._client.cancel(lost)  # type: ignore[no-untyped-call]
        return found

    def _fit(self) -> dict[str, int]:
        """The workers that there are, and how many threads each has. Raises UsageError if there were none for long."""
        try:
            there = threads_of(self._client)
        except Exception as error:
            raise UsageError(f"the scheduler of the cluster is gone ({said(error)}); what is done is kept") from None
        fit = {worker: threads for worker, threads in there.items() if worker not in self._unfit}
        if fit:
            self._seen = time.monotonic()
        elif there and self._unfit:
            told = "\n".join(f"    {worker}: {why}" for worker, why in self._unfit.items())
            raise UsageError(f"no worker of the cluster can run these files:\n{told}")
        elif time.monotonic() - self._seen > self._without_workers:
            raise UsageError(
                f"the cluster has had no worker for {self._without_workers:g} s; what is done is kept, and the same "
                "command goes on from there"
            )
        return fit


def _trouble(task: Task, words: str) -> Answers:
    return Answers(task.entry.path, task.entry.name, task.known, trouble=words)


def _digest(*parts: str) -> str:
    return hashlib.sha256(repr(parts).encode(errors="surrogateescape")).hexdigest()[:16]
