"""Other turns: of several groups of variables one is trained more often on one side, as a critic of a generator."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Confidence, Finding
from harness.words.observation import Observation

_MOST_TURNS = 4
_MOST_NAMED = 3

Turns = list[tuple[frozenset[str], int]]


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, both of which train the same groups of variables by turns, and not as often.

    There is no trial: how often each is trained was seen, and no run could change it.
    """
    if evidence.watched is None or not differs(evidence):
        return None
    names = {pair.right: pair.left for pair in evidence.watched.pairs.pairs}
    left = _turns(evidence.watched.left, {name: name for name in names.values()})
    right = _turns(evidence.watched.right, names)
    shared = min(len(left), len(right)) - 1  # the last one may be cut short
    groups = {group for group, _ in left}
    if len(groups) < 2 or groups != {group for group, _ in right} or left[:shared] == right[:shared] or shared < 1:
        return None
    return Finding(
        "other-turns",
        Confidence.LIKELY,
        f"{evidence.left.name} trains {_told(left)}; {evidence.right.name} {_told(right)}",
        "train each group as often before it is the other's turn",
    )


def _turns(seen: Observation, names: Mapping[str, str]) -> Turns:
    """Which variables are trained, and how many steps running, as far as every step was looked at."""
    groups: list[frozenset[str]] = []
    for at, step in enumerate(seen.steps):
        if step.number != at:
            break
        groups.append(frozenset(names.get(each.name, f"? {each.name}") for each in step.variables))
    return [(group, len(list(steps))) for group, steps in groupby(groups)]


def _told(turns: Sequence[tuple[frozenset[str], int]]) -> str:
    told = [f"{_named(group)} {count} time{'s' if count > 1 else ''}" for group, count in turns[:_MOST_TURNS]]
    return ", then ".join(told) + (", …" if len(turns) > _MOST_TURNS else "")


def _named(group: frozenset[str]) -> str:
    names = sorted(group)
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


CAUSE = Cause(("other-turns",), detect, likely=("other-turns",))
