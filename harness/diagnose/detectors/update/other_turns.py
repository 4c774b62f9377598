"""Other turns: of several groups of variables one is trained more often on one side, as a critic of a generator, or by
gradients that were taken before the other one was updated."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.gradients_first import gradients_before_updates
from harness.words.finding import Confidence, Finding
from harness.words.observation import Observation

_MOST_TURNS = 4
_MOST_NAMED = 3

Turns = list[tuple[frozenset[str], int]]


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, both of which train the same groups of variables by turns, and not as often, in
    another order, or as often and in this order by gradients that the right one takes of both before it updates either.

    There is no trial: how often each is trained was seen, and no run could change it.
    """
    if evidence.watched is None or not differs(evidence):
        return None
    names = {pair.right: pair.left for pair in evidence.watched.pairs.pairs}
    left = _turns(evidence.watched.left, {name: name for name in names.values()})
    right = _turns(evidence.watched.right, names)
    shared = min(len(left), len(right)) - 1  # the last one may be cut short
    groups = {group for group, _ in left}
    if len(groups) < 2 or groups != {group for group, _ in right} or shared < 1:
        return None
    together = _taken_together(left, right, evidence)
    if together is not None or left[:shared] == right[:shared]:
        return together
    return Finding(
        "other-turns",
        Confidence.LIKELY,
        f"{evidence.left.name} trains {_told(left)}; {evidence.right.name} {_told(right)}",
        "train each group as often before it is the other's turn",
    )


def _taken_together(left: Turns, right: Turns, evidence: Evidence) -> Finding | None:
    """Of groups that are trained as often: the right script takes the gradients of all before it updates any, the left
    one makes a step of each; so they part in the first step of a round that sees another one's update on the left."""
    size = len({group for group, _ in left})
    parting = evidence.parting
    line = gradients_before_updates(evidence.right.source)
    if line is None or parting is None or dict(left[:size]) != dict(right[:size]) or parting.number >= size:
        return None
    if (parting.number == 0 and left[:size] == right[:size]) or gradients_before_updates(evidence.left.source):
        return None
    return Finding(
        "other-turns",
        Confidence.LIKELY,
        f"{evidence.left.name} trains {_told(left)}, each by gradients of what the one before has made; "
        f"{evidence.right.name} takes the gradients of all before it updates any in line {line}",
        f"update {_named(left[0][0])} first, and compute the loss of {_named(left[1][0])} behind that, by its own tape",
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


CAUSE = Cause(("other-turns",), detect, likely=("other-turns",), steadily=True)
