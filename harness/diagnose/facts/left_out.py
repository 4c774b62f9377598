"""From calls without a partner to a suspicion, and to the experiment that would show it."""

import ast
from collections import Counter
from collections.abc import Sequence

from harness.diagnose.evidence.calls import CallSetting, calls_of, is_watched
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.facts.lone import LoneFact, lone_calls
from harness.diagnose.facts.of_losses import ENTROPIES
from harness.diagnose.sources.text.syntax import last_name, tree_of
from harness.words.finding import Change, Confidence, Finding, Place

_MOST_NAMED = 3
_PATCH = "calls_left_out"


def suspect_left_out(fact: LoneFact, evidence: Evidence) -> Finding | None:
    """Give a finding where one side makes calls of a fact's kinds, as they were seen, and the other none for them; None
    otherwise. Its trial runs the side that makes them without what they do, and would cure nothing else."""
    if evidence.comparison.verdict.passes or not is_watched(evidence.right):
        return None
    if not is_watched(evidence.left):
        return _before_logits(fact, evidence) if evidence.left.origin is None else None
    found = lone_calls(fact, evidence)
    if found is None:
        return None
    place, calls = found
    side, other = evidence.side(place), evidence.side(place.other)
    called = list(dict.fromkeys(map(_named, calls)))
    more = f" and {len(called) - _MOST_NAMED} more" if len(called) > _MOST_NAMED else ""
    says = f"{side.name} {fact.what}: {', '.join(called[:_MOST_NAMED])}{more}; {other.name} does not"
    change = fact.change if place is Place.LEFT else f"take it out, or have it on both sides: {fact.change}"
    return Finding(fact.cause, Confidence.POSSIBLE, says, change, trials=(calls_left_out(calls, place),))


def _before_logits(fact: LoneFact, evidence: Evidence) -> Finding | None:
    """An activation of a right script whose loss takes logits, where the left side is a log: it is done twice."""
    calls = calls_of(evidence.right)
    applied = [call for call in calls if call.kind in ("softmax", "sigmoid") and call.kind in fact.kinds]
    takes_logits = any(call.kind in ENTROPIES and call.settings.get("from_logits") is True for call in calls)
    if not applied or not takes_logits:
        return None
    called = ", ".join(dict.fromkeys(map(_named, applied)))
    says = f"{evidence.right.name} applies an activation, {called}, and has a loss that takes logits and applies it too"
    return Finding(
        fact.cause,
        Confidence.POSSIBLE,
        says,
        "take it out, or have a loss that takes probabilities",
        trials=(calls_left_out(applied, Place.RIGHT),),
    )


def calls_left_out(calls: Sequence[CallSetting], place: Place) -> Change:
    """Give the change that runs a side without what these calls of its script do."""
    arguments = {"calls": [{"symbol": call.symbol, "line": call.line, "kind": call.kind} for call in calls]}
    symbols = ", ".join(dict.fromkeys(call.symbol for call in calls))
    return Change(f"what {symbols} does left out", place, patch=_PATCH, arguments=arguments)


def names_left_out(change: Change, evidence: Evidence) -> frozenset[str]:
    """Give the names of what a change leaves out, as of functions: by ``calls_left_out``, or by another text, in which
    fewer calls of that name stand."""
    if change.patch == _PATCH:
        calls = change.arguments["calls"]
        return frozenset(name for call in calls for name in (call["kind"], call["symbol"].rpartition(".")[2]))
    before, after = tree_of(evidence.side(change.side).source), tree_of(change.source)
    if not change.source or before is None or after is None:
        return frozenset()
    return frozenset(_called(before) - _called(after))


def _called(tree: ast.AST) -> Counter[str]:
    """How often each name of a function is called."""
    return Counter(last_name(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))


def _named(call: CallSetting) -> str:
    return call.symbol + (f" in line {call.line}" if call.line is not None else "")
