"""Suspicions put to the test, each by its own experiments: borne out, kept as they are, or dropped."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.diagnose.detectors import ALL
from harness.diagnose.detectors.anywhere import call_settings
from harness.diagnose.evidence.agreement import met
from harness.diagnose.evidence.coarse import prints_coarsely, tells_little
from harness.diagnose.evidence.evidence import Evidence, Pairing
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Change, Confidence, Counts, Finding


@dataclass(frozen=True)
class Tested:
    """What is borne out, or what nothing could be tried on; and what is to be tried later, with the trials that are
    left of it and the experiments that were done already."""

    kept: tuple[Finding, ...] = ()
    later: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Later:
    """A suspicion that is not through with its trials."""

    finding: Finding


def tested(suspected: Sequence[Finding], evidence: Evidence, laboratory: Laboratory) -> list[Finding]:
    """The findings that are borne out, or that nothing could be tried on."""
    return list(tested_until(suspected, evidence, laboratory, math.inf).kept)


def tested_until(suspected: Sequence[Finding], evidence: Evidence, laboratory: Laboratory, spent: float) -> Tested:
    """The same, no experiment being begun once the laboratory has spent so many seconds: what is not through with its
    trials then is given back for later."""
    kept: list[Finding] = []
    later: list[Finding] = []
    for finding in suspected:
        # An explanation of everything makes the general suspicions, which are costly to test, idle.
        if kept and kept[0].confidence is Confidence.CONFIRMED and finding.confidence is Confidence.POSSIBLE:
            continue
        found = _put_to_test(finding, evidence, laboratory, spent)
        if isinstance(found, _Later):
            later.append(found.finding)
        elif found is not None:
            kept.append(found)
            kept.sort(key=lambda each: each.confidence.rank)
    return Tested(tuple(kept), tuple(later))


def in_turn(seen: Sequence[Finding], later: Sequence[Finding]) -> tuple[Finding, ...]:
    """What witnesses have shown, and what was left for later: first what was seen to be done otherwise, which takes a
    run each, then what was left, and guesses at texts, which take many."""
    if not later:
        return tuple(seen)
    guesses = tuple(each for each in seen if each.cause in _only_confirmed())
    return (*(each for each in seen if each not in guesses), *later, *guesses)


def without_guesses(suspected: Sequence[Finding], evidence: Evidence) -> tuple[Finding, ...]:
    """Give what is suspected and was not tried out, but for what only an experiment could show against a log: what the
    script behind that does or does not do, nobody knows."""
    if evidence.left.source and evidence.right.source:
        return tuple(suspected)
    return tuple(each for each in suspected if each.cause not in _only_confirmed())


def _put_to_test(finding: Finding, evidence: Evidence, laboratory: Laboratory, spent: float) -> Finding | _Later | None:
    trials = [change for change in finding.trials if _can_run(change, evidence)]
    if finding.confidence is Confidence.CONFIRMED or not trials:
        return _untested(finding)
    agreement = met(evidence)
    if agreement.whole and all(change.counts is Counts.NUMBERS for change in finding.trials):
        if evidence.pairing is not Pairing.LINES:
            return _untested(finding)  # no change could make more numbers agree
        # Within the tolerance all do; but the lines may come to be the same.
        trials = [replace(change, counts=Counts.LINES) for change in trials if change.foretold is None]
    done = list(finding.experiments)
    for at, change in enumerate(trials):
        if laboratory.spent >= spent:
            return _Later(replace(finding, trials=tuple(trials[at:]), experiments=tuple(done)))
        experiment = try_out(evidence, change, laboratory)
        # A change that cures other causes, too, shows this one only where a smaller one has gone most of the way.
        enough = not change.cures or any(each.nears for each in done)
        if experiment.explains_all and not enough and change.rest is not None:
            without = try_out(evidence, change.rest, laboratory)
            enough = not without.failed and not without.explains_all
        done.append(experiment)
        rounds = experiment.leaves_rounding and not prints_coarsely(evidence)
        if (experiment.explains_all or rounds) and enough:
            advice = "; ".join(filter(None, (change.advice or finding.change, change.besides)))
            guesses = bool(change.source) and finding.cause in _only_confirmed()
            by_chance = guesses and experiment.counts is Counts.NUMBERS and tells_little(evidence)
            return replace(
                finding,
                confidence=Confidence.LIKELY if by_chance else Confidence.CONFIRMED,
                evidence=finding.evidence if by_chance else change.shows or finding.evidence,
                change=advice,
                experiments=(experiment,) if change.shows else tuple(done),
            )
    # What the script behind a log called is guessed: more that agrees says nothing, only all that comes near.
    guessed = evidence.left.origin is None and finding.cause in _of_calls()
    if guessed or finding.cause in _only_confirmed():
        near = any(experiment.comes_near or (guessed and experiment.nears) for experiment in done)
        return replace(finding, confidence=Confidence.LIKELY, experiments=tuple(done)) if near else None
    ran = [experiment for experiment in done if not experiment.failed]
    if ran and not any(experiment.supports for experiment in ran):
        return None
    # What explains all, and other causes as well, is no proof, but has to be done too.
    whole = [change.besides for change, each in zip(trials, done, strict=False) if each.explains_all and change.besides]
    advice = "; ".join((finding.change, *whole[:1]))
    tried = replace(finding, change=advice, experiments=tuple(done))
    if finding.cause in _of_settings() and any(experiment.nears for experiment in done):
        # Two calls with other settings, and all numbers come to a few last digits of one another without them.
        tried = replace(tried, confidence=Confidence.LIKELY)
    return tried if ran else _untested(tried)


def _can_run(change: Change, evidence: Evidence) -> bool:
    places = (change.side, change.side.other) if change.both else (change.side,)
    return all(evidence.side(place).origin is not None for place in places)


def _of_settings() -> set[str]:
    return {name for cause in call_settings.CAUSES for name in cause.names}


def _of_calls() -> set[str]:
    return {name for cause in ALL if call_settings.WITNESS in cause.witnesses for name in cause.names}


def _untested(finding: Finding) -> Finding:
    if finding.confidence is Confidence.CONFIRMED or finding.cause in _likely():
        return finding
    return replace(finding, confidence=Confidence.POSSIBLE)


def _only_confirmed() -> set[str]:
    return {name for cause in ALL if cause.only_confirmed for name in cause.names}


def _likely() -> set[str]:
    return {name for cause in ALL for name in cause.likely}
