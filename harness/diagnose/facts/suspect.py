"""From calls that differ to a suspicion, and to the experiment that would show it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from harness.diagnose.evidence.calls import CallSetting, calls_of, is_watched
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.facts.against_log import suspect_against_log, suspect_by_hand
from harness.diagnose.facts.call_pairs import pair_calls, with_the_like
from harness.diagnose.facts.fact import Difference
from harness.diagnose.facts.table import differences
from harness.diagnose.facts.values import shown
from harness.words.finding import Change, Confidence, Finding, Place

_MOST_NAMED = 3
_MOST_ALONE = 3


def suspect(evidence: Evidence, cause: str) -> Finding | None:
    """Give a finding of one cause where calls of both sides differ by it, as they were seen; None otherwise.

    The first trial gives the calls of one side what those of the other side have, and would cure nothing else; of a few
    differences the next ones give each alone, for what stands for one another may be written another way. Where
    calls differ for other causes as well, the last gives them all of that, and its rest all but this one.
    """
    if evidence.comparison.verdict.passes or not is_watched(evidence.right):
        return None
    if not is_watched(evidence.left):
        if evidence.left.origin is not None:
            return None
        return _ignored(evidence) if cause == "lr-ignored" else suspect_against_log(evidence, cause)
    kinds = (_kinds(evidence.left), _kinds(evidence.right))
    found = differences(with_the_like(pair_calls(evidence.left, evidence.right), evidence.right), kinds)
    mine = [each for each in found if each.fact.cause == cause]
    if not mine:
        return suspect_by_hand(evidence, cause)
    trials = _trials(mine, found, evidence)
    return Finding(cause, Confidence.POSSIBLE, _says(mine, evidence), _advice(mine), trials=trials)


def _kinds(side: Side) -> frozenset[str]:
    return frozenset(call.kind for call in calls_of(side))


def _ignored(evidence: Evidence) -> Finding | None:
    """A rate that an optimizer was given as ``lr`` and left, which is wrong whatever the log on the left came of."""
    call = next((each for each in calls_of(evidence.right) if each.settings.get("lr_given") is not None), None)
    if call is None:
        return None
    given, used = call.settings["lr_given"], call.settings.get("learning_rate")
    settings = {"symbol": call.symbol, "line": call.line, "settings": {"learning_rate": given}}
    return Finding(
        "lr-ignored",
        Confidence.POSSIBLE,
        f"{_named(call, evidence.right.name)} has learning rate {shown(used)} whatever is given as lr ({shown(given)})",
        "give learning_rate: optimizers of 2.11 to 2.15 take lr and ignore it",
        trials=(Change(f"learning rate {shown(given)}", patch="call_settings", arguments={"calls": [settings]}),),
    )


def _says(mine: Sequence[Difference], evidence: Evidence) -> str:
    told = list(dict.fromkeys(_difference(each, evidence) for each in mine))
    more = f", and {len(told) - _MOST_NAMED} more" if len(told) > _MOST_NAMED else ""
    return "; ".join(told[:_MOST_NAMED]) + more


def _difference(each: Difference, evidence: Evidence) -> str:
    setting = each.fact.setting.replace("_", " ")
    right = f"{_named(each.pair.right, evidence.right.name)} has {setting} {shown(each.right)}"
    given = each.pair.right.settings.get("lr_given")
    right += f" whatever is given as lr ({shown(given)})" if each.fact.cause == "lr-ignored" else ""
    return f"{right}, {_named(each.pair.left, evidence.left.name)} {shown(each.left)}"


def _named(call: CallSetting, side: str) -> str:
    return f"{call.symbol} of {side}" + (f" (line {call.line})" if call.line is not None else "")


def _advice(mine: Sequence[Difference]) -> str:
    advice = (each.fact.change.format(left=shown(each.left)) for each in mine)
    return "; ".join(dict.fromkeys(advice))


def _trials(mine: Sequence[Difference], found: Sequence[Difference], evidence: Evidence) -> tuple[Change, ...]:
    own = _change(mine, Place.RIGHT) or _change(mine, Place.LEFT)
    if own is None:
        return ()
    singles = _alone(mine, own.side, evidence)
    others = [each for each in found if each.fact.cause != mine[0].fact.cause]
    together = _change(found, own.side)
    rest = _change(others, own.side)
    if together is None or rest is None:
        return own, *singles
    return own, *singles, _joined(together, rest, others)


def _alone(mine: Sequence[Difference], side: Place, evidence: Evidence) -> tuple[Change, ...]:
    """Each of a few differences by itself, where it is another change than all of them."""
    here = [each for each in mine if each.fact.side is side]
    keys = dict.fromkeys((each.fact.setting, each.fact.change) for each in here)
    if not 1 < len(keys) <= _MOST_ALONE:
        return ()
    made = [[each for each in here if (each.fact.setting, each.fact.change) == key] for key in keys]
    return tuple(
        replace(change, shows=_says(some, evidence), advice=_advice(some))
        for some in made
        if (change := _change(some, side)) is not None
    )


def _joined(together: Change, rest: Change, others: Sequence[Difference]) -> Change:
    causes = tuple(dict.fromkeys(each.fact.cause for each in others))
    return replace(together, cures=causes, rest=rest, besides=_advice(others))


def _change(these: Sequence[Difference], side: Place) -> Change | None:
    """The experiment that gives calls of one side the settings that are wanted there."""
    here = [each for each in these if each.fact.side is side]
    if not here:
        return None
    calls: dict[tuple[str, int | None], dict[str, Any]] = {}
    for each in here:
        call = each.pair.right if side is Place.RIGHT else each.pair.left
        calls.setdefault((call.symbol, call.line), {})[each.fact.setting] = each.wanted
        if each.fact.cause == "sigmoid-logits":
            calls[call.symbol, call.line]["form"] = each.pair.right.settings.get("form")
    arguments = [{"symbol": symbol, "line": line, "settings": settings} for (symbol, line), settings in calls.items()]
    return Change(_in_words(calls), side, patch="call_settings", arguments={"calls": arguments})


def _in_words(calls: Mapping[tuple[str, int | None], Mapping[str, Any]]) -> str:
    told = dict.fromkeys(
        f"{name.replace('_', ' ')} {shown(value)} in {symbol}"
        for (symbol, _), settings in calls.items()
        for name, value in settings.items()
        if name != "form"
    )
    texts = list(told)
    return " and ".join(texts[:_MOST_NAMED]) + (
        f" and {len(texts) - _MOST_NAMED} more" if len(texts) > _MOST_NAMED else ""
    )
