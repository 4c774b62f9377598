"""Other rate: the updates of one side are those of the other times a constant."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.loss.sum_against_mean import reduces, summed_side, whole_number
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import differs, is_apart, is_constant, is_rate, rates, shown, trained, uncertainty
from harness.diagnose.evidence.updates import UpdateRatio, short, update_ratio
from harness.diagnose.facts.suspect import suspect
from harness.diagnose.sources.changed.literals import Rate, rate_of, with_rate
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_FEWEST = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find another rate by the numbers or the texts, or, where these say nothing, in the calls that were seen.

    The trials are those of the one or the other: each changes the rate alone.
    """
    return _by_numbers(evidence) or suspect(evidence, "other-rate")


def _by_numbers(evidence: Evidence) -> Finding | None:
    """Find a constant ratio between the printed rates or between the updates, and say which rate fits.

    Not where a sum in place of a mean says it as well, nor where only the printed rates differ. Where the numbers tell
    no ratio, two scripts with another rate each are reason enough to try.

    The trial changes the rate alone; where the loss is summed it is left to ``sum-against-mean``, which it would cure
    as well.
    """
    ratio = _of_rates(evidence) or update_ratio(evidence)
    if ratio is None:
        return _by_sources(evidence)
    if summed_side(evidence) is not None and whole_number(ratio) is not None:
        return None
    used = _used(evidence)
    says = ratio.says
    if used is None:
        factor = shown(short(1 / ratio.ratio, _error(ratio)))
        change = f"scale the updates of {evidence.right.name} by {factor}: the rate, or the loss that is trained"
        return Finding("other-rate", Confidence.POSSIBLE, says, change)
    if _same_rate(evidence, used):
        return None
    fitted = short(used.value / ratio.ratio, used.value * _error(ratio))
    if fitted != float(f"{fitted:.3e}"):
        return None  # nobody writes a rate of more than four digits: the ratio has another reason
    return Finding(
        "other-rate",
        Confidence.LIKELY,
        f"{says}; {evidence.right.name} has the rate {shown(used.value)}, and {shown(fitted)} fits",
        f"use the rate {shown(fitted)} in place of {shown(used.value)}{_or_the_mean(evidence, ratio, fitted)}",
        trials=_trials(evidence, used, fitted),
    )


def _by_sources(evidence: Evidence) -> Finding | None:
    """The one rate that each of two scripts has, where they are not the same; whether it is that, a run shows."""
    if not differs(evidence):
        return None
    wanted, used = rate_of(evidence.left), rate_of(evidence.right)
    if wanted is None or used is None or wanted.value == used.value:
        return None
    return Finding(
        "other-rate",
        Confidence.POSSIBLE,
        f"{evidence.right.name} has the rate {shown(used.value)}, {evidence.left.name} {shown(wanted.value)}",
        f"use the rate {shown(wanted.value)} in place of {shown(used.value)}",
        trials=_trials(evidence, used, wanted.value),
    )


def _or_the_mean(evidence: Evidence, ratio: UpdateRatio, fitted: float) -> str:
    """What a log alone cannot tell from another rate: a port whose loss is a number for each row."""
    if fitted == float(f"{fitted:.0e}"):
        return ""  # such a rate is what people write
    rows, right = whole_number(ratio), evidence.right
    taped = read_source(right.source).has_name("GradientTape")
    if evidence.left.source or not taped or rows is None or ratio.ratio < 1 or reduces(right):
        return ""
    return f"; or take the mean of the loss that is trained, if it has {rows} numbers"


def _same_rate(evidence: Evidence, used: Rate) -> bool:
    """Whether the left script names the rate that the right one has: then the updates differ for another reason."""
    wanted = rate_of(evidence.left)
    return wanted is not None and wanted.value == used.value


def _of_rates(evidence: Evidence) -> UpdateRatio | None:
    """The ratio of two rates that are printed, where the trained numbers differ, too."""
    weights, moved = trained(evidence), {paired.name for paired in rates(evidence)}
    printed = [
        paired for paired in evidence.paired if paired.name in moved or (paired.name and _both_constant_rates(paired))
    ]
    if not printed or not any(is_apart(paired, evidence.tolerances) for paired in weights):
        return None
    paired = printed[0]
    pairs = paired.together
    if len(pairs) < _FEWEST or any(mine.value <= 0 or other.value <= 0 for mine, other in pairs):
        return None
    ratios = [
        (
            other.value / mine.value,
            other.value
            / mine.value
            * (uncertainty(paired.left, mine) / mine.value + uncertainty(paired.right, other) / other.value),
        )
        for mine, other in pairs
    ]
    ratio, error = min(ratios, key=lambda each: each[1])
    # Rates that were computed in other ways are a few dozen floats apart.
    if abs(ratio - 1) < 1e-3 or any(abs(each - ratio) > off + error + 1e-5 * ratio for each, off in ratios):
        return None
    if _is_one_step_apart(paired, ratio):
        return None
    return UpdateRatio(
        ratio,
        error,
        f"{paired.name} of {evidence.right.name} is {ratio:.5g} times that of {evidence.left.name} in all {len(pairs)} "
        f"records, {shown(pairs[0][1].value)} against {shown(pairs[0][0].value)} in the first",
    )


def _both_constant_rates(paired: Paired) -> bool:
    return is_rate(paired.name) and is_constant(paired.left) and is_constant(paired.right)


def _is_one_step_apart(paired: Paired, ratio: float) -> bool:
    """Whether the ratio is that of two or three steps of the decay: then the step is off, not the rate."""
    values = paired.left.values
    decay = values[1] / values[0]
    if abs(decay - 1) < 1e-6:
        return False
    return any(abs(ratio - decay**steps) < 1e-4 for steps in (-3, -2, -1, 1, 2, 3))


def _used(evidence: Evidence) -> Rate | None:
    """The rate of the right side: as its script has it, or as it is printed and constant."""
    named = rate_of(evidence.right)
    if named is not None:
        return named
    printed = [paired.right for paired in evidence.paired if _both_constant_rates(paired)]
    return Rate(printed[0].values[0]) if printed else None


def _error(ratio: UpdateRatio) -> float:
    return max(3 * ratio.error, 1e-6 * ratio.ratio) / ratio.ratio**2


def _trials(evidence: Evidence, used: Rate, fitted: float) -> tuple[Change, ...]:
    says = f"the rate {shown(fitted)}"
    if used.parameter:
        return (Change(says, parameters={used.parameter: fitted}),)
    rewritten = with_rate(evidence.right.source, fitted)
    return (Change(says, source=rewritten),) if rewritten else ()


CAUSE = Cause(("other-rate",), detect, witnesses=("watch_calls",), stages=(Stage.RATE,))
