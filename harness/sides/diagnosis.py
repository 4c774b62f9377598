"""Why two sides differ: the diagnosis, with the workers that ran them lent to its experiments."""

from collections.abc import Mapping
from contextlib import ExitStack
from types import MappingProxyType

from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.sides.run import Sides
from harness.targets.target import Setup
from harness.words.finding import Diagnosis, Place


def diagnose_sides(
    sides: Sides,
    evidence: Evidence,
    setup: Setup,
    budget: float = 120.0,
    once_more: Mapping[Place, Side] = MappingProxyType({}),
) -> Diagnosis:
    """Look for causes, by experiments as well where the setup has them, which may take ``budget`` seconds together.
    ``once_more`` has sides that ran once more already, as they came out then."""
    with ExitStack() as stack:
        laboratory = None
        if setup.experiments:
            laboratory = stack.enter_context(Laboratory(setup, budget))
            for python, worker in sides.workers.items():
                laboratory.lend(python, worker)
        return look_for_causes(evidence, laboratory, once_more)
