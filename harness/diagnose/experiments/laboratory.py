"""The laboratory: runs a side again with something changed, at the price of a fork where a worker is open already."""

import functools
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.targets.outcome import Failure
from harness.targets.report import Seen
from harness.targets.runs import Runs
from harness.targets.scene import Prelude
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from harness.words.errors import UsageError
from harness.words.finding import Change

PATCHES = Path(__file__).with_name("patches")

# The kind of failure of a run that was only watched, and ended at its first update.
UPDATED = "updated"
_UNDONE = "undone"
# The patch that watches, and what it ends a run with.
_WATCH, _UPDATED = "watched_updates", "UpdateApplied"


@functools.cache
def patch_file(name: str) -> Path:
    """Give the file of a patch, in whichever room it lies; of one that is not there where it might lie."""
    return next(PATCHES.glob(f"*/{name}.py"), PATCHES / f"{name}.py")


@dataclass(frozen=True)
class _Room:
    """What a worker is kept for: an interpreter, the environment variables it was started with, its processors."""

    python: Path
    environment: frozenset[tuple[str, str]]
    one_cpu: bool


class Laboratory:
    """Does experiments, and keeps the workers that it opened for them until it is left; used as a context manager, by
    one thread.

    All experiments together may take ``budget`` seconds of wall-clock time, of which ``spent`` are gone. ``setup`` is
    how runs are done; its environment variables hold for every run, below those of a side's origin.
    """

    def __init__(self, setup: Setup | None = None, budget: float = 120.0) -> None:
        self.budget = budget
        self.spent = 0.0
        self._setup = setup or Setup()
        self._rooms: dict[_Room, Runs] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._stack.close()
        self._rooms.clear()

    @property
    def is_spent(self) -> bool:
        """Whether the time for experiments is used up."""
        return self.spent >= self.budget

    def lend(self, python: Path, worker: Runs) -> None:
        """Use a worker that is open already for the runs of an interpreter; whoever lends it closes it, later."""
        self._rooms.setdefault(self._room(python, worker.setup.environment, worker.setup.one_cpu), worker)

    def run(self, side: Side, change: Change, other: Side) -> Side | Failure:
        """Run a side again with a change and give what came out, or why nothing did: the changed script
        failed, the side cannot be run, or the time is up. ``other`` is the side whose interpreter ``elsewhere`` means.
        """
        began = time.monotonic()
        try:
            return self._run(side, change, other)
        except UsageError as error:
            return Failure(_UNDONE, str(error))
        finally:
            self.spent += time.monotonic() - began

    def watch(self, side: Side, preludes: Sequence[Prelude]) -> tuple[Seen, ...]:
        """Run a side once more with these preludes as well, and give what they saw it do, also of a run that failed on
        the way; nothing where it cannot be run, or the time is up."""
        began = time.monotonic()
        left = self.budget - self.spent
        if side.origin is None or left <= 0:
            return ()
        origin = changed(side.origin, Change("watched"), left)
        request = replace(origin.request, preludes=(*origin.request.preludes, *preludes))
        try:
            worker = self._worker(self._room(origin.python, origin.environment, one_cpu=False))
            return worker.submit(request).result().seen
        except UsageError:
            return ()
        finally:
            self.spent += time.monotonic() - began

    def _run(self, side: Side, change: Change, other: Side) -> Side | Failure:
        if side.origin is None:
            return Failure(_UNDONE, f"{side.name} is a log, which cannot be run")
        left = self.budget - self.spent
        if left <= 0:
            return Failure(_UNDONE, f"not done: the {self.budget:g} s for experiments are used up")
        origin = changed(side.origin, change, left)
        if change.elsewhere:
            if other.origin is None:
                return Failure(_UNDONE, f"{other.name} is a log and has no interpreter")
            origin = replace(origin, python=other.origin.python)
        if origin.request.patch is not None and not origin.request.patch.exists():
            return Failure(_UNDONE, f"there is no patch named {change.patch}")
        worker = self._worker(self._room(origin.python, origin.environment, change.one_cpu))
        outcome = worker.submit(origin.request).result()
        if outcome.failure is not None:
            if outcome.failure.kind == "hung" and origin.request.timeout < side.origin.request.timeout:
                return Failure(_UNDONE, f"stopped: the {self.budget:g} s for experiments are used up")
            if change.patch == _WATCH and outcome.raised == _UPDATED:
                return replace(outcome.failure, kind=UPDATED)
            return outcome.failure
        return side_of_outcome(side.name, worker.target, origin, outcome)

    def _room(self, python: Path, environment: Mapping[str, str], one_cpu: bool) -> _Room:
        # Absolute, but not resolved: an environment's interpreter is a link to one that knows nothing of it.
        together = {**self._setup.environment, **environment}
        return _Room(python.absolute(), frozenset(together.items()), one_cpu or self._setup.one_cpu)

    def _worker(self, room: _Room) -> Runs:
        if room not in self._rooms:
            patience = max(1.0, min(self._setup.patience, self.budget - self.spent))
            setup = replace(
                self._setup, environment=dict(room.environment), one_cpu=room.one_cpu, jobs=1, patience=patience
            )
            self._rooms[room] = self._stack.enter_context(open_worker(room.python, setup))
        return self._rooms[room]


def changed(origin: Origin, change: Change, seconds: float) -> Origin:
    """Give the origin of a side with a change, its run limited to so many seconds."""
    request = origin.request
    # What an experiment writes nobody wants.
    scene = None if request.scene is None else replace(request.scene, keep=None)
    there = {prelude.name for prelude in request.preludes}
    # One that is applied already stays, with arguments of its own.
    second = bool(change.patch) and request.patch is not None
    patched = ((request.patch, request.arguments),) if second and request.patch is not None else ()
    looking_on = tuple(Prelude(name, change.arguments) for name in change.preludes if name not in there)
    return replace(
        origin,
        environment={**origin.environment, **change.environment},
        request=replace(
            request,
            parameters={**request.parameters, **change.parameters},
            timeout=min(request.timeout, seconds),
            patch=patch_file(change.patch) if change.patch else request.patch,
            arguments=change.arguments if second else {**request.arguments, **change.arguments},
            patched=(*request.patched, *patched),
            source=change.source or request.source,
            scene=scene,
            preludes=(*request.preludes, *looking_on),
        ),
    )
