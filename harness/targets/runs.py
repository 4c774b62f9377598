"""What runs requests in one interpreter: a worker, or something that stands before one."""

from concurrent.futures import Future
from typing import Protocol

from harness.targets.outcome import Outcome
from harness.targets.target import Request, Setup, Target


class Runs(Protocol):
    """What a run is asked of. A ``Worker`` is one."""

    @property
    def target(self) -> Target:
        """The interpreter with TensorFlow that runs are done in."""

    @property
    def setup(self) -> Setup:
        """How they are done there."""

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a run; the future gives its outcome, never raises for what the script did."""
