"""An experiment: one side run again with one thing changed, and whether the numbers agree then."""

import time
from dataclasses import replace

from harness.diagnose.evidence.agreement import Agreement, met, overall
from harness.diagnose.evidence.distance import furthest
from harness.diagnose.evidence.evidence import Evidence, Paired, Pairing, Side
from harness.diagnose.evidence.gather import gather_again
from harness.diagnose.evidence.moved import by, move
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.diagnose.evidence.scaled import only_scaled
from harness.diagnose.experiments.by_steps import try_out_by_steps
from harness.diagnose.experiments.laboratory import UPDATED, Laboratory
from harness.logs.matching import match_lines
from harness.targets.outcome import Failure
from harness.words.finding import Change, Counts, Experiment, Foretold, Place


def try_out(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Run the side that a change names again, with it, and count what the change says: how many numbers agree then, of
    those that both sides have, or how many lines; or how many steps, of two sides that print otherwise.

    Of numbers the largest distance is kept, too: a change may bring all of them nearer and none into agreement.
    A number that the changed run no longer gives does not agree. The experiment has ``failed`` where the run failed,
    or could not be done.
    """
    began = time.monotonic()
    if change.counts is Counts.UPDATES:
        return _watched(evidence, change, laboratory)
    if change.foretold is not None:
        return _foretold(evidence, change, change.foretold, laboratory)
    if change.counts is Counts.NUMBERS and not change.both and prints_otherwise(evidence):
        return try_out_by_steps(evidence, change, laboratory)
    count = _lines if change.counts is Counts.LINES else met
    before = count(evidence)
    side, other = evidence.side(change.side), evidence.side(change.side.other)
    given = laboratory.run(side, change, other)
    held = laboratory.run(other, change, side) if change.both and not isinstance(given, Failure) else other
    done = Experiment(change.says, change.side, before.agreeing, 0, before.total, 0.0, counts=change.counts)
    for failed in (given, held):
        if isinstance(failed, Failure):
            return replace(done, seconds=time.monotonic() - began, failed=failed.reason)
    assert isinstance(given, Side) and isinstance(held, Side)
    left, right = (held, given) if change.side is Place.RIGHT else (given, held)
    after = gather_again(evidence, left, right)
    names = {paired.name for paired in evidence.paired}
    after = replace(after, paired=tuple(paired for paired in after.paired if paired.name in names))
    shared = count(after)
    total = max(before.total, shared.total)
    done = replace(done, agreeing=shared.agreeing, total=total, seconds=time.monotonic() - began)
    # Of numbers that are gone none is near.
    if change.counts is not Counts.NUMBERS or shared.total < before.total:
        return done
    # What was off by a factor before the change has another reason.
    scaled = only_scaled(after) if change.scales and only_scaled(evidence) is None else None
    if scaled is not None:
        return replace(done, agreeing=total, aside=f", {scaled.name} but for the factor {scaled.factor}")
    return replace(done, apart_before=furthest(evidence.paired), apart=furthest(after.paired))


def _foretold(evidence: Evidence, change: Change, foretold: Foretold, laboratory: Laboratory) -> Experiment:
    """Whether a longer run of one side gives, record for record, what the other side gave: every number of the other
    side has to be found where it was foretold, those that the run did not reach before as well."""
    began = time.monotonic()
    still, side = evidence.side(change.side.other), evidence.side(change.side)
    before = overall(evidence)
    given = laboratory.run(side, change, still)
    known = _found(evidence, evidence, change.side, foretold)
    done = Experiment(change.says, change.side, before.agreeing, 0, known.total, 0.0)
    if isinstance(given, Failure):
        return replace(done, seconds=time.monotonic() - began, failed=given.reason)
    left, right = (still, given) if change.side is Place.RIGHT else (given, still)
    after = gather_again(evidence, left, right)
    failed = "" if _records(after, change.side) > _records(evidence, change.side) else "no further record came of it"
    agreeing = _found(after, evidence, change.side, foretold).agreeing
    if agreeing <= known.agreeing:
        agreeing = before.agreeing  # the further records are other ones: the series are no moved ones
    return replace(done, agreeing=agreeing, seconds=time.monotonic() - began, failed=failed)


def _found(evidence: Evidence, known: Evidence, longer: Place, foretold: Foretold) -> Agreement:
    """How many numbers of the side that did not run longer are found where they were foretold, of all that it has."""
    totals = {paired.name: len(_facing(paired, longer).left.numbers) for paired in known.paired}
    agreeing = 0
    for paired in evidence.paired:
        if paired.name in totals:
            partner = by(foretold.by, foretold.times) if paired.name in foretold.names else by(0)
            agreeing += move(_in_order(_facing(paired, longer)), evidence.tolerances, partner).after.agreeing
    return Agreement(min(agreeing, sum(totals.values())), sum(totals.values()))


def _facing(paired: Paired, place: Place) -> Paired:
    """The same numbers, those of this side on the right."""
    return paired if place is Place.RIGHT else paired.swapped


def _in_order(paired: Paired) -> Paired:
    """The same numbers, each at its own place in its run: the rows of a longer log may be paired in another way."""
    left, right = (
        replace(series, numbers=tuple(replace(number, position=at) for at, number in enumerate(series.numbers)))
        for series in (paired.left, paired.right)
    )
    return replace(paired, left=left, right=right)


def _records(evidence: Evidence, place: Place) -> int:
    return sum(len(_facing(paired, place).right.numbers) for paired in evidence.paired)


def _watched(evidence: Evidence, change: Change, laboratory: Laboratory) -> Experiment:
    """Whether the changed run goes through to its end without an update, and the other side, whose numbers move, does
    not: one thing to agree, which did not before. That nothing is updated shows nothing where nothing ever is."""
    began = time.monotonic()
    side, mover = evidence.side(change.side), evidence.side(change.side.other)
    given = laboratory.run(side, change, mover)
    updated = isinstance(given, Failure) and given.kind == UPDATED
    failed = given.reason if isinstance(given, Failure) and not updated else ""
    if not updated and not failed and mover.origin is not None:
        other = laboratory.run(mover, change, side)
        updated = not isinstance(other, Failure)
        failed = other.reason if isinstance(other, Failure) and other.kind != UPDATED else ""
    seconds = time.monotonic() - began
    none = not updated and not failed
    return Experiment(change.says, change.side, 0, int(none), 1, seconds, failed=failed, counts=change.counts)


def _lines(evidence: Evidence) -> Agreement:
    """How many lines are the same character for character, of all; paired as the comparison pairs rows, so that a
    banner of one side moves no other line."""
    left, right = evidence.left.lines, evidence.right.lines
    if evidence.pairing is not Pairing.LINES:
        return Agreement(sum(map(str.__eq__, left, right)), max(len(left), len(right)))
    agreeing = total = 0
    for match in match_lines(left, right).rows:
        texts = [row.text for row in (match.left, match.right) if row is not None]
        count = max(text.count("\n") + 1 for text in texts)
        total += count
        agreeing += count if len(texts) == 2 and texts[0] == texts[1] else 0
    return Agreement(agreeing, total)
