"""Several causes at once: no single experiment makes the sides agree, and each takes away a part of what differs."""

import difflib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from harness.diagnose.evidence.agreement import met
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_values import SAYS
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.diagnose.experiments.applied import LONGEST, applied
from harness.diagnose.experiments.by_steps import by_steps
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory, changed
from harness.diagnose.facts.left_out import names_left_out
from harness.words.finding import Change, Confidence, Counts, Experiment, Finding

# Changes that are tried as a part of it, in all, and how many may be in place before the last one.
MOST_TRIED, MOST_IN_PLACE = 8, 2
_LEFT_OUT = "operation-left-out"


@dataclass(frozen=True)
class Asked:
    """What is suspected of two sides, and what is left of that once it was put to the test."""

    suspected: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()


Look = Callable[[Evidence, Laboratory], Asked]


@dataclass(frozen=True)
class Joined:
    """Causes that make the sides agree together, the change that each of them stands for, in the order in which they
    are put in place, and what shows that none of them can be left out."""

    findings: tuple[Finding, ...] = ()
    chain: tuple[Change, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class _First:
    """A change that stays in place, the cause that it stands for, and what it does by itself."""

    finding: Finding
    change: Change
    alone: Experiment


@dataclass
class _Tries:
    """How many changes may be tried yet."""

    left: int = MOST_TRIED


def causes_together(evidence: Evidence, suspected: Sequence[Finding], laboratory: Laboratory, look: Look) -> Joined:
    """Give causes which together make all numbers agree, each of which takes away a part of what differs, of two sides
    that were watched; none where there are none.

    A suspected change stays in place where the sides part later with it, and ``look`` diagnoses what differs behind it;
    where nothing is confirmed there, one more change may. What comes of it is confirmed where all of it is needed:
    without either the numbers differ again. At most ``MOST_TRIED`` changes are tried so.
    """
    return _behind(evidence, suspected, laboratory, look, _Tries(), MOST_IN_PLACE) or Joined()


def _behind(
    evidence: Evidence, suspected: Sequence[Finding], laboratory: Laboratory, look: Look, tries: _Tries, depth: int
) -> Joined | None:
    for finding, change in _changes(suspected):
        if not tries.left:
            return None
        tries.left -= 1
        began = time.monotonic()
        after = applied(evidence, change, laboratory)
        if after is None:
            continue
        first = _First(finding, change, _alone_of(evidence, after, change, time.monotonic() - began))
        asked = look(after, laboratory)
        found = next((each for each in asked.kept if each.confidence is Confidence.CONFIRMED), None)
        if found is not None and _is_taken_from_both(evidence, change, found.trials):
            continue
        if found is not None:
            return _joined(evidence, first, found, laboratory)
        if depth > 1:
            deeper = _behind(after, asked.suspected, laboratory, look, tries, depth - 1)
            if deeper is not None and not _is_taken_from_both(evidence, change, deeper.chain):
                return _with_first(evidence, first, deeper, laboratory)
    return None


def _changes(suspected: Sequence[Finding]) -> Iterator[tuple[Finding, Change]]:
    """What may be a part of it: changes of one side that show one cause, by a patch, a text, or first values."""
    told: set[str] = set()
    for finding in suspected:
        for change in finding.trials:
            plain = change.counts is Counts.NUMBERS and change.foretold is None and not change.cures
            here = not (change.elsewhere or change.one_cpu or change.both or change.environment or change.parameters)
            if plain and here and change.says not in told and (change.patch or change.source or change.preludes):
                told.add(change.says)
                yield finding, change


def _joined(evidence: Evidence, first: _First, second: Finding, laboratory: Laboratory) -> Joined | None:
    """Two causes, of which the second makes all agree behind the first."""
    finding, change = first.finding, first.change
    done = second.experiments[-1] if second.experiments else None
    last = next((each for each in second.trials if done is not None and each.says == done.says), None)
    if last is None or done is None:
        return None
    joint = replace(done, says=f"{last.says}, and {change.says},")
    if finding.cause == second.cause == _LEFT_OUT and change.side is not last.side:
        return Joined((_otherwise_done(finding, second, joint),), (change, last))
    without = _without_first(evidence, change, (last,), laboratory)
    if without is not None and (without.explains_all or without.leaves_rounding):
        return Joined((replace(second, experiments=(without,)),), (last,))
    shown = without is not None and not without.failed
    sure = Confidence.CONFIRMED if shown else Confidence.POSSIBLE
    both = (
        replace(finding, confidence=sure, experiments=(first.alone, joint)),
        replace(second, confidence=sure, experiments=(without, joint) if without is not None else (joint,)),
    )
    says = f"{finding.cause} and {second.cause} are both at work: with one of them put right numbers differ still"
    return Joined(both[::-1] if change.says == SAYS else both, (change, last), (says,) if shown else ())


def _is_taken_from_both(evidence: Evidence, first: Change, others: Sequence[Change]) -> bool:
    """Whether one of these changes takes from a side what the first one has taken from the other: that both do it no
    more makes them alike, and says nothing of what one of them does not do."""
    taken = names_left_out(first, evidence)
    return any(
        each.side is not first.side and not taken.isdisjoint(names_left_out(each, evidence))
        for each in others
        if each.patch or first.patch
    )


def _otherwise_done(one: Finding, other: Finding, joint: Experiment) -> Finding:
    """What each side does and the other one leaves out is one thing that they do otherwise, as by another number."""
    return replace(
        one,
        cause="other-operation",
        confidence=Confidence.LIKELY,
        evidence=f"{one.evidence}; {other.evidence}",
        change="do it in one place and by one number: each side does what the other does not, and without either all "
        "numbers agree",
        experiments=(joint,),
    )


def _with_first(evidence: Evidence, first: _First, rest: Joined, laboratory: Laboratory) -> Joined:
    """One more cause before those that make all agree behind it."""
    finding, change = first.finding, first.change
    without = _without_first(evidence, change, rest.chain, laboratory)
    if without is not None and without.explains_all:
        return rest
    shown = without is not None and not without.failed
    sure = Confidence.CONFIRMED if shown else Confidence.POSSIBLE
    found = replace(finding, confidence=sure, experiments=(first.alone,))
    behind = rest.findings if shown else tuple(replace(each, confidence=sure) for each in rest.findings)
    findings = (*behind, found) if change.says == SAYS else (found, *behind)
    causes = ", ".join(each.cause for each in findings)
    says = (f"{causes} are all at work: with one of them left as it is numbers differ still",) if shown else ()
    return Joined(findings, (change, *rest.chain), says)


def _without_first(
    evidence: Evidence, first: Change, chain: Sequence[Change], laboratory: Laboratory
) -> Experiment | None:
    """What comes of all changes but the first; None where both it and a later one change the same lines of a text, or
    texts of both sides are changed."""
    texts = [each for each in chain if each.source]
    changes = [each for each in chain if not each.source]
    if len({each.side for each in texts}) > 1:
        return None
    if texts:
        last = texts[-1]
        before = evidence.side(last.side).source
        mine = first.source if first.source and first.side is last.side else before
        text = without_change(before.splitlines(True), mine.splitlines(True), last.source.splitlines(True))
        if text is None:
            return None
        changes.append(replace(last, source=text))
    standing = evidence
    for each in changes[:-1]:
        side = standing.side(each.side)
        if side.origin is None:
            return None
        standing = standing.with_side(each.side, replace(side, origin=changed(side.origin, each, LONGEST)))
    return try_out(standing, changes[-1], laboratory)


def _alone_of(evidence: Evidence, after: Evidence, change: Change, seconds: float) -> Experiment:
    """What the first change does by itself."""
    if prints_otherwise(evidence) and evidence.watched is not None and after.watched is not None:
        return by_steps(change, evidence.watched, after.watched, seconds)
    before, now = met(evidence), met(after)
    return Experiment(change.says, change.side, before.agreeing, now.agreeing, max(before.total, now.total), seconds)


def without_change(before: list[str], between: list[str], changed: list[str]) -> str | None:
    """Give a text that was changed twice, ``between`` once, without the first change; None where both changed the same
    lines."""
    first = difflib.SequenceMatcher(None, between, before, autojunk=False).get_opcodes()
    second = difflib.SequenceMatcher(None, between, changed, autojunk=False).get_opcodes()
    edits = []
    for (tag, start, end, low, high), text in [(each, before) for each in first] + [(each, changed) for each in second]:
        if tag != "equal":
            edits.append((start, end, text[low:high]))
    edits.sort(key=lambda each: each[:2])
    if any(later[0] < sooner[1] or later[:2] == sooner[:2] for sooner, later in pairwise(edits)):
        return None
    lines, at = [], 0
    for start, end, text_lines in edits:
        lines += [*between[at:start], *text_lines]
        at = end
    return "".join([*lines, *between[at:]])
