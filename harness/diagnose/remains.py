"""What remains: what differs besides what a cause explains, for a port may have more than one mistake."""

from collections.abc import Sequence

from harness.diagnose.evidence.agreement import first_apart
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.diagnose.evidence.shape import apart_in
from harness.words.finding import Confidence, Counts, Experiment, Finding

_MOST_NAMED = 3
# How far rounding may have grown in steps that compute the same.
_GROWN = 1e-4


def remains(evidence: Evidence, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Give sentences on what these findings leave unexplained, of two sides that differ.

    That is what only one side has, and what may be rounding, where a cause is confirmed; the numbers that still differ
    in the experiment that came nearest; and, without either, where the numbers of several names part, if not together.
    """
    if findings and findings[0].confidence is Confidence.CONFIRMED:
        first = findings[0]
        return (*_alone(evidence, first), *_unheld(evidence, first), *_steps_of(evidence), *_rounding_left(first))
    if not findings and (besides := _besides(evidence)):
        return besides
    # What rounding has grown to parts each name where its print shows it, of one cause.
    grown = any(finding.cause == "rounding-grown" for finding in findings)
    return _still_apart(findings, evidence.amplified) or (() if grown else _partings(evidence))


def steps_agree(evidence: Evidence) -> bool:
    """Whether all steps that were looked at on both sides compute the same."""
    seen = evidence.watched
    return seen is not None and seen.stage is None and seen.held > 0 and seen.carried <= _GROWN


def _besides(evidence: Evidence) -> tuple[str, ...]:
    """What differs though all steps compute the same, as far as they were looked at."""
    seen, apart = evidence.watched, apart_in(evidence)
    if seen is None or not steps_agree(evidence):
        return ()
    alone = evidence.comparison.missing or evidence.comparison.left_over
    what = f"what makes {names_of(apart)} differ is" if apart else "what one side alone prints is"
    if not apart and not alone:
        return ()
    if seen.left.count == seen.right.count == seen.held:
        says = f"all {seen.held} steps compute the same"
        return (f"{says}: {what} how the scripts work it out or print it besides the steps",) if apart else ()
    more = seen.right.count - seen.left.count
    longer = f"; the {'right' if more > 0 else 'left'} side makes {abs(more)} more" if more else ""
    if evidence.left.is_stopped or evidence.right.is_stopped:
        longer = ""
    says = f"none of the {seen.held} steps looked at on both sides is apart{longer}"
    return (f"{says}: {what} worked out or printed besides them, or behind the last of them",)


def _steps_of(evidence: Evidence) -> tuple[str, ...]:
    """How many steps both train, of two that come to their ends and print otherwise, where that is not the same."""
    seen = evidence.watched
    if seen is None or not prints_otherwise(evidence) or seen.left.count == seen.right.count:
        return ()
    if evidence.left.is_stopped or evidence.right.is_stopped:
        return ()
    return (f"nor do both train as long: {seen.left.count} steps on the left, {seen.right.count} on the right",)


def _unheld(evidence: Evidence, finding: Finding) -> tuple[str, ...]:
    """What both print, where steps showed the cause and not the numbers."""
    last = finding.experiments[-1] if finding.experiments else None
    apart = apart_in(evidence) if last is not None and last.counts is Counts.STEPS else ()
    if not apart:
        return ()
    return (f"nor was it tried what becomes of {names_of(apart)}: what is worked out besides the steps may differ",)


def _alone(evidence: Evidence, finding: Finding) -> tuple[str, ...]:
    """What one side alone prints, but where an experiment has made all lines the same."""
    last = finding.experiments[-1] if finding.experiments else None
    if last is not None and last.counts is Counts.LINES and last.explains_all:
        return ()
    comparison = evidence.comparison
    sides = (("left", comparison.missing), ("right", comparison.left_over))
    found = [f"{count} only on the {side}" for side, count in sides if count]
    return (f"not explained by it: {', '.join(found)}",) if found else ()


def _rounding_left(finding: Finding) -> tuple[str, ...]:
    last = finding.experiments[-1] if finding.experiments else None
    if last is None or last.explains_all or not last.leaves_rounding:
        return ()
    stay = _stay(last.total - last.agreeing)
    apart = f"up to {last.apart} ULP apart" if last.apart else "less than 1 ULP apart"
    return (f"with {finding.cause} put right {stay} {apart}, as little as rounding makes",)


def _stay(count: int) -> str:
    return "1 number stays" if count == 1 else f"{count} numbers stay"


def _still_apart(findings: Sequence[Finding], amplified: int) -> tuple[str, ...]:
    tried = [(finding, each) for finding in findings for each in finding.experiments if _brought_some(each)]
    if not tried:
        return ()
    finding, nearest = max(tried, key=lambda pair: pair[1].agreeing)
    if nearest.leaves_rounding:
        return ()
    count = nearest.total - nearest.agreeing - amplified
    if count <= 0:
        return ()
    if nearest.comes_near:
        says = f"{_stay(count)} up to {nearest.apart} ULP apart, which may be rounding that has grown"
        return (f"with {finding.cause} put right {says}",)
    numbers = "1 number differs" if count == 1 else f"{count} numbers differ"
    return (f"with {finding.cause} put right {numbers} still: something else is at work, too",)


def _brought_some(experiment: Experiment) -> bool:
    counted = experiment.counts is Counts.NUMBERS and not experiment.failed
    return counted and experiment.before < experiment.agreeing < experiment.total


def _partings(evidence: Evidence) -> tuple[str, ...]:
    """The first record in which the numbers of each name differ; an array is one."""
    first: dict[str, int] = {}
    for paired in evidence.paired:
        place = first_apart(paired, evidence.tolerances)
        if place is not None:
            name = paired.name.partition("[")[0]
            first[name] = min(place, first.get(name, place))
    ordered = sorted(first.items(), key=lambda item: item[1])
    # What is computed from the number of the step before parts a record after it, of the same cause.
    if not ordered or ordered[-1][1] - ordered[0][1] <= 1:
        return ()
    shown = [f"{name} from record {place + 1} on" for name, place in ordered[:_MOST_NAMED]]
    more = f", {len(ordered) - _MOST_NAMED} more later" if len(ordered) > _MOST_NAMED else ""
    return (f"more than one thing may differ: {', '.join(shown)}{more}",)
