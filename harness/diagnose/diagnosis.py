"""Diagnosis: ask every detector, put what it suspects to the test, rank what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.anywhere import call_settings, not_reproducible
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.printed import fetch_race
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.races import PRELUDE, has_looked
from harness.diagnose.evidence.shape import is_apart
from harness.diagnose.experiments.applied import from_there
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.experiments.witnesses import kept_for_witnesses, with_witnesses
from harness.diagnose.ranking import explains, ranked
from harness.diagnose.remains import remains, steps_agree
from harness.diagnose.tested import Tested, in_turn, tested, tested_until, without_guesses
from harness.diagnose.together import Asked, causes_together
from harness.words.finding import Change, Confidence, Counts, Diagnosis, Experiment, Finding, Place
from harness.words.stage import Stage
from harness.words.verdict import Verdict

MOST_FINDINGS = 3
# What these make otherwise shows in the variables, whatever is printed; a forward pass may be run for its print alone.
_OF_TRAINING = frozenset((Stage.GRADIENTS, Stage.LOSS, Stage.RATE, Stage.UPDATE))


@dataclass(frozen=True)
class _Unsteady:
    """That a side does not repeat itself, and the names of the series that came out otherwise."""

    finding: Finding
    names: frozenset[str]


def diagnose(evidence: Evidence, laboratory: Laboratory | None) -> tuple[Finding, ...]:
    """Give the likeliest causes of what differs, the surest first; none for sides that agree, or without a known cause.

    With a laboratory every suspicion that can be tested is: one that no experiment bears out is dropped, and where one
    is confirmed only confirmed ones are given. Without one all that the numbers and the sources tell is given.
    """
    return look_for_causes(evidence, laboratory).findings


def look_for_causes(
    evidence: Evidence, laboratory: Laboratory | None, once_more: Mapping[Place, Side] = MappingProxyType({})
) -> Diagnosis:
    """Give the same, how many suspicions were dropped, and what the causes leave unexplained. ``once_more`` has sides
    that ran once more already, looked on for races, as they came out then."""
    verdict = evidence.comparison.verdict
    if verdict is Verdict.IDENTICAL:
        return Diagnosis()
    found = _look(evidence, laboratory, once_more)
    if verdict.passes:
        return found
    found = replace(found, findings=without_refuted(found.findings, evidence))
    rest = (*found.remains, *remains(evidence, found.findings))
    # What was not tried was not borne out either, which is no sign that it is not so.
    if laboratory is not None and laboratory.is_spent and not any(map(_is_sure, found.findings)):
        rest += (f"the {laboratory.budget:g} s for experiments are used up: not all that may be was tried",)
    return replace(found, remains=rest)


def _look(evidence: Evidence, laboratory: Laboratory | None, known: Mapping[Place, Side]) -> Diagnosis:
    verdict = evidence.comparison.verdict
    if laboratory is not None and not verdict.passes:
        evidence, unsteady = _once_more(evidence, laboratory, known)
        if unsteady is not None:
            found = (
                _of_races(evidence, laboratory)
                or _of_what_repeats(evidence, unsteady, laboratory)
                or _by_settings(evidence, laboratory)
                or _from_the_same_start(evidence, laboratory)
                or _of_no_draws(evidence)
            )
            return Diagnosis((*found, unsteady.finding)[:MOST_FINDINGS])
    asked = _asked(evidence, laboratory)
    dropped = len(asked.suspected) - len(asked.kept)
    if laboratory is not None and not verdict.passes and not any(map(_is_sure, asked.kept)):
        joined = causes_together(evidence, asked.suspected, laboratory, _behind)
        if joined.findings:
            return Diagnosis(joined.findings[:MOST_FINDINGS], dropped, remains=joined.says)
    return Diagnosis(ranked(asked.kept)[:MOST_FINDINGS], dropped)


def _asked(evidence: Evidence, laboratory: Laboratory | None) -> Asked:
    """Ask every cause that may live where the sides part, those that go by what scripts are seen to do where no other
    one explains what differs."""
    passes = evidence.comparison.verdict.passes
    asked = [cause for cause in ALL if (cause.harmless or not passes) and _may_live(cause, evidence)]
    suspected = tuple(finding for cause in asked if (finding := cause.detect(evidence)) is not None)
    if laboratory is None:
        return Asked(suspected, without_guesses(suspected, evidence))
    witnesses = () if passes else tuple(name for cause in _unseen(evidence) for name in cause.witnesses)
    first = tested_until(suspected, evidence, laboratory, kept_for_witnesses(evidence, witnesses, laboratory))
    if passes or any(explains(finding) for finding in first.kept):
        return Asked(suspected, first.kept)
    return _witnessed(suspected, first, evidence, laboratory)


def _behind(evidence: Evidence, laboratory: Laboratory) -> Asked:
    """The same of what differs behind a change, the surest first."""
    asked = _asked(evidence, laboratory)
    return Asked(asked.suspected, ranked(asked.kept))


def _from_the_same_start(evidence: Evidence, laboratory: Laboratory) -> Sequence[Finding]:
    """The confirmed causes of what differs when both sides begin with the left one's values, of sides that draw these
    anew in each run; beside them that these are draws of another distribution, first where most differs for that."""
    after = from_there(evidence, laboratory)
    if after is None or _once_more(after, laboratory, {})[1] is not None:
        return ()
    confirmed = [each for each in _behind(after, laboratory).kept if _is_sure(each)]
    if not confirmed:
        return ()
    begun = [each for each in _of_no_draws(evidence) if each.cause in _of_start()]
    return [*begun, *confirmed] if _is_most(evidence.started) else [*confirmed, *begun]


def _is_most(started: Experiment | None) -> bool:
    """Whether more than half of the numbers that differ agree from the same first values, or all come near."""
    if started is None or not started.supports:
        return False
    return started.nears or 2 * (started.total - started.agreeing) < started.total - started.before


def _of_no_draws(evidence: Evidence) -> Sequence[Finding]:
    """What was seen of sides that do not repeat themselves and is the same in each run."""
    found = [finding for cause in ALL if cause.steadily and (finding := cause.detect(evidence)) is not None]
    return [replace(each, confidence=Confidence.LIKELY) for each in found]


def without_refuted(findings: Sequence[Finding], evidence: Evidence) -> tuple[Finding, ...]:
    """Give the findings without those that are possible at best, and would have parted the steps that agree."""
    pairs = evidence.watched.pairs if evidence.watched is not None else None
    if not steps_agree(evidence) or pairs is None or not pairs.pairs or pairs.only_left or pairs.only_right:
        return tuple(findings)
    training = {name for cause in ALL if cause.stages and _OF_TRAINING.issuperset(cause.stages) for name in cause.names}
    return tuple(each for each in findings if each.confidence is not Confidence.POSSIBLE or each.cause not in training)


def _is_sure(finding: Finding) -> bool:
    return finding.confidence is Confidence.CONFIRMED


def _witnessed(known: Sequence[Finding], first: Tested, evidence: Evidence, laboratory: Laboratory) -> Asked:
    """Ask those causes that go by what a script is seen to do, after both sides have been watched, and go on with what
    was left for later of those that are ``known``."""
    asked = _unseen(evidence)
    watched = with_witnesses(evidence, (name for cause in asked for name in cause.witnesses), laboratory)
    told = {finding.cause for finding in known}
    found = [finding for cause in asked if (finding := cause.detect(watched)) is not None]
    suspected = tuple(finding for finding in found if finding.cause not in told)
    kept = tested(in_turn(suspected, first.later), watched, laboratory)
    return Asked((*known, *suspected), (*first.kept, *kept))


def _unseen(evidence: Evidence) -> list[Cause]:
    """Those causes that go by what a script is seen to do. A side that failed is not run again for that."""
    if evidence.left.failure is not None or evidence.right.failure is not None:
        return []
    return [cause for cause in ALL if cause.witnesses and _may_live(cause, evidence)]


def _may_live(cause: Cause, evidence: Evidence) -> bool:
    """Whether a cause can part the sides at the stage at which they were seen to part; not known, any can, and besides
    statistics, which change nothing of what is trained."""
    stage = evidence.watched.stage if evidence.watched is not None else None
    return stage in (None, Stage.STATISTICS) or not cause.stages or not stage.neighbours.isdisjoint(cause.stages)


def _of_start() -> set[str]:
    return {name for cause in ALL if cause.stages == (Stage.START,) for name in cause.names}


def _of_what_repeats(evidence: Evidence, unsteady: _Unsteady, laboratory: Laboratory) -> Sequence[Finding]:
    """The confirmed causes of what differs in the series that repeat themselves: a few numbers that flicker hide no
    difference of the others. An experiment on those that do not would show nothing."""
    steady = replace(evidence, paired=tuple(each for each in evidence.paired if each.name not in unsteady.names))
    if not any(is_apart(paired, steady.tolerances) for paired in steady.paired):
        return ()
    asked = [cause for cause in ALL if not cause.harmless and cause is not not_reproducible.CAUSE]
    suspected = [finding for cause in asked if (finding := cause.detect(steady)) is not None]
    counted = [each for each in suspected if all(change.counts is Counts.NUMBERS for change in each.trials)]
    return [each for each in tested(counted, steady, laboratory) if each.confidence is Confidence.CONFIRMED]


def _by_settings(evidence: Evidence, laboratory: Laboratory) -> Sequence[Finding]:
    """The causes among the settings of calls, where a side does not repeat itself: what has a race with one setting may
    have none with the other, and then all numbers agree or come near."""
    if evidence.left.failure is not None or evidence.right.failure is not None:
        return ()
    watched = with_witnesses(evidence, (call_settings.WITNESS,), laboratory)
    suspected = [finding for cause in call_settings.CAUSES if (finding := cause.detect(watched)) is not None]
    return [each for each in tested(suspected, watched, laboratory) if each.confidence is not Confidence.POSSIBLE]


def _of_races(evidence: Evidence, laboratory: Laboratory) -> Sequence[Finding]:
    """The confirmed race, if there is one: with an order forced a side that differs from itself repeats itself."""
    suspected = fetch_race.detect(evidence)
    kept = tested([suspected], evidence, laboratory) if suspected is not None else []
    return [each for each in kept if each.confidence is Confidence.CONFIRMED]


def _once_more(
    evidence: Evidence, laboratory: Laboratory, known: Mapping[Place, Side]
) -> tuple[Evidence, _Unsteady | None]:
    """Run both sides once more, looking on, but for those ``known`` from such a run: what is seen of them then, and a
    side that does not repeat itself, if one does not. What raised is not run again: the reason is known."""
    change = Change("the same script once more", preludes=(PRELUDE,))
    for place in (Place.RIGHT, Place.LEFT):
        side, other = evidence.side(place), evidence.side(place.other)
        if side.origin is None or side.failure is not None:
            continue
        again = known[place] if place in known else laboratory.run(side, change, other)
        if not isinstance(again, Side) or again.failure is not None:
            continue
        if not has_looked(side):
            evidence = evidence.with_side(place, replace(side, seen=(*side.seen, *again.seen)))
        finding = not_reproducible.detect_rerun(evidence, again)
        if finding is not None:
            return evidence, _Unsteady(finding, not_reproducible.unsteady_names(evidence, again))
    return evidence, None
