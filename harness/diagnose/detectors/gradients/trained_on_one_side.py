"""Variables that only one side trains: those of a var_list, of a layer that is frozen, of gradients that are not handed
on."""

from dataclasses import dataclass

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.watching.watched import Watched
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_MOST_NAMED = 3


@dataclass(frozen=True)
class _More:
    """That the side ``place`` trains ``names`` in step ``number`` besides ``others``, which the other side trains in
    it, too; all by the names of that side."""

    place: Place
    number: int
    names: tuple[str, ...]
    others: tuple[str, ...]


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, one of which trains all that the other one trains, and more: in the whole run,
    or in a step before they part, where others of its steps train these alone.

    The trial has the optimizer of that side leave the others as they are, and would cure nothing else.
    """
    if evidence.watched is None or not evidence.watched.pairs.pairs or not differs(evidence):
        return None
    pairs = evidence.watched.pairs
    if not pairs.only_left and not pairs.only_right:
        in_a_step = _more_in_a_step(evidence.watched)
        return _of_step(in_a_step, evidence) if in_a_step is not None else None
    if bool(pairs.only_left) == bool(pairs.only_right):
        return None
    place = Place.LEFT if pairs.only_left else Place.RIGHT
    names = pairs.only_left or pairs.only_right
    more, fewer = evidence.side(place).name, evidence.side(place.other).name
    named = _shown(names)
    return Finding(
        "trained-on-one-side",
        Confidence.POSSIBLE,
        f"{more} trains {named}, which {fewer} leaves as they are"
        if len(names) > 1
        else f"{more} trains {named}, which {fewer} leaves as it is",
        (
            "give the layer scale=False: a batch norm of tf.contrib has no gamma unless it is asked for"
            if all(name.rpartition("/")[2] == "gamma" for name in names)
            else "train the same variables on both sides: hand the optimizer the gradients of those alone that "
            f"{fewer} trains"
        )
        if place is Place.RIGHT
        else f"train {named} as well: look for trainable=False, and for the list of variables that gradients are taken "
        "of",
        trials=(Change(f"{named} left alone", place, patch="fewer_trained", arguments={"variables": list(names)}),),
    )


def _more_in_a_step(seen: Watched) -> _More | None:
    """The first step in which the two sides do not train the same, as far as they part in it or behind it, if one
    trains more; None where each trains something that the other one does not."""
    partner = {pair.right: pair.left for pair in seen.pairs.pairs}
    other = {pair.left: pair.right for pair in seen.pairs.pairs}
    on_right = {step.number: step for step in seen.right.steps}
    last = seen.parting.number if seen.parting is not None else -1
    for step in seen.left.steps:
        two = on_right.get(step.number)
        if two is None or step.number > last:
            return None
        mine = {each.name for each in step.variables}
        theirs = {partner.get(each.name, f"? {each.name}") for each in two.variables}
        if mine == theirs:
            continue
        if theirs and theirs < mine and mine <= other.keys():
            return _More(Place.LEFT, step.number, tuple(sorted(mine - theirs)), tuple(sorted(theirs)))
        if mine and mine < theirs and theirs <= other.keys():
            names, others = (tuple(sorted(other[each] for each in some)) for some in (theirs - mine, mine))
            return _More(Place.RIGHT, step.number, names, others)
        return None
    return None


def _of_step(more: _More, evidence: Evidence) -> Finding:
    side, other = evidence.side(more.place).name, evidence.side(more.place.other).name
    arguments = {"variables": list(more.names), "beside": list(more.others)}
    return Finding(
        "trained-on-one-side",
        Confidence.POSSIBLE,
        f"in step {more.number} {side} trains {_shown(more.names)} besides {_shown(more.others)}, {other} the latter "
        "alone",
        f"train the same variables in it on both sides: give {_shown(more.others)} alone to that optimizer, by "
        "var_list or by the gradients that it is handed",
        trials=(
            Change(
                f"{_shown(more.names)} left alone beside {_shown(more.others)}",
                more.place,
                patch="fewer_trained",
                arguments=arguments,
            ),
        ),
    )


def _shown(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


CAUSE = Cause(
    ("trained-on-one-side",),
    detect,
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.UPDATE, Stage.START),
    steadily=True,
)
