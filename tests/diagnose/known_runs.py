"""Runs that are known from another test: the same script, with the same around it, in the same kind of worker."""

import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TypeAlias

from harness.targets.outcome import Outcome
from harness.targets.target import Request
from harness.targets.workers import Worker

Submit: TypeAlias = Callable[[Worker, Request], "Future[Outcome]"]
# Beside a script lie what it imports and reads; larger files are none that a test has written.
_LARGEST = 1 << 16


class KnownRuns:
    """What runs gave. A test that asks twice gets two runs, which may differ; the next test gets the same two."""

    def __init__(self) -> None:
        self._given: dict[str, list[Future[Outcome]]] = {}
        self._asked: Counter[str] = Counter()
        self.done = self.spared = 0

    def begin(self) -> None:
        """A test begins, which has asked for nothing yet."""
        self._asked.clear()

    def around(self, submit: Submit) -> Submit:
        """Give what stands in for a method that has a worker run a request."""

        def known(worker: Worker, request: Request) -> Future[Outcome]:
            key = _key(worker, request)
            given = self._given.setdefault(key, [])
            at, self._asked[key] = self._asked[key], self._asked[key] + 1
            if at < len(given) and given[at].done() and given[at].result().failure is None:
                self.spared += 1
                return given[at]
            self.done += 1
            given[at:] = [submit(worker, request)]
            return given[at]

        return known


def _key(worker: Worker, request: Request) -> str:
    """All that decides what comes out, but for how much time there is."""
    setup, target, folder = worker.setup, worker.target, request.script.parent
    # A test writes its script into a folder of its own: it is known by what lies there.
    beside = {
        path.name: path.read_bytes().hex()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.stat().st_size < _LARGEST
    }
    message = replace(request, timeout=0.0).as_message(0)
    said = json.dumps(message, sort_keys=True, default=str).replace(f"{folder.resolve()}/", "")
    place = [str(target.python), setup.isolation, setup.one_cpu, sorted(setup.environment.items())]
    return json.dumps([place, beside, said, str(request.script.name)])
