"""Other draws: in what the random draws of two scripts differ, where the first numbers of their runs do."""

from dataclasses import dataclass, replace
from enum import Enum

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.seeded import is_seeded
from harness.diagnose.evidence.start import other_second_draw, other_start
from harness.diagnose.sources.said.op_seeds import drawn_by_chosen_seeds
from harness.diagnose.sources.said.random_draws import (
    Draw,
    draws_of,
    dropped,
    graph_seed,
    is_number,
    noisy_layers,
    other_generators,
    set_seeds,
    unseeded_draws,
)
from harness.diagnose.sources.text.source import Call, Source, read_source
from harness.words.finding import Confidence, Finding, Place


class How(Enum):
    """In what the draws differ; each excludes those after it."""

    UNSEEDED = "neither side has a seed"
    SEEDED_THERE = "the left side alone has a seed"
    OTHER_GENERATOR = "the right side draws by another generator"
    CONTINUED = "in eager mode a stream goes on that a graph begins anew"
    OTHER_OP_SEEDS = "the ops have other seeds"
    OTHER_GRAPH_SEED = "the graphs have other seeds"
    NO_OP_SEEDS = "the graphs have a seed, the ops have none"


@dataclass(frozen=True)
class OtherDraws:
    """In what the draws of two sides differ: what the first numbers say of it, ``start``, and whether they are far off,
    and, where they tell the cause, the calls, with the side that they stand on."""

    how: How
    start: str
    far: bool
    left: Source
    right: Source
    calls: tuple[Call, ...] = ()
    side: Place = Place.RIGHT

    def weighed(self, finding: Finding) -> Finding | None:
        """Give a finding as sure as the start lets it be: where the first record is only a little off, rounding may
        leave that as well, and a run has to show it; None where there is none to run."""
        if self.far:
            return finding
        return replace(finding, confidence=Confidence.POSSIBLE) if finding.trials else None


def other_draws(evidence: Evidence) -> OtherDraws | None:
    """Give in what the draws differ, by the first record, which is off, and by what the two scripts draw; None where
    the start is the same, or no text tells."""
    left, right = read_source(evidence.left.source), read_source(evidence.right.source)
    one_script = evidence.left.source == evidence.right.source
    if one_script and evidence.left.tensorflow == evidence.right.tensorflow:
        return None
    start = other_start(evidence)
    if start is None:
        return None if one_script else _second_continued(evidence, left, right)
    if one_script:
        found = _by_chosen_seeds(left, right)
    else:
        found = (
            _unseeded(evidence, left, right)
            or _other_generator(left, right)
            or _continued(right, left, Place.RIGHT)
            or _continued(left, right, Place.LEFT)
            or _other_seed(left, right)
        )
    if found is None:
        return None
    how, calls, side = found
    return OtherDraws(how, start.says, start.far, left, right, calls, side)


_Found = tuple[How, tuple[Call, ...], Place]


def _second_continued(evidence: Evidence, left: Source, right: Source) -> OtherDraws | None:
    """Of two draws under one name the second: whether it was drawn at all, a run has to show."""
    start = other_second_draw(evidence)
    if start is None:
        return None
    for side, own, other in ((Place.RIGHT, right, left), (Place.LEFT, left, right)):
        found = _continued(own, other, side) if evidence.side(side).origin is not None else None
        if found is not None:
            return OtherDraws(found[0], start, False, left, right, found[1], side)
    return None


def _unseeded(evidence: Evidence, left: Source, right: Source) -> _Found | None:
    if is_seeded(evidence.right):
        return None
    # What is left out at random is so in training only, and in each step: two runs show it, no text does.
    aside = [*noisy_layers(right), *dropped(right)]
    drawn = [call for call in unseeded_draws(right) if call.name.startswith("tensorflow") and call not in aside]
    if not drawn or (left.parsed and not draws_of(left)):
        return None
    seeded = any(draw.seed for draw in draws_of(left)) or bool(set_seeds(left))
    return How.SEEDED_THERE if seeded else How.UNSEEDED, tuple(drawn), Place.RIGHT


def _other_generator(left: Source, right: Source) -> _Found | None:
    mine, other = other_generators(right), other_generators(left)
    if not mine or other or (left.parsed and not draws_of(left)):
        return None
    return How.OTHER_GENERATOR, tuple(mine), Place.RIGHT


def _continued(source: Source, other: Source, side: Place) -> _Found | None:
    """Draws of one seed in eager mode, of which the second goes on where the first ended."""
    if source.builds_graph or (other.parsed and (not draws_of(other) or goes_on(other))):
        return None
    pair = second_draw(source)
    return None if pair is None else (How.CONTINUED, (pair[0].call, pair[1].call), side)


def goes_on(source: Source) -> bool:
    """Whether a script draws twice in eager mode from the stream of one seed."""
    return not source.builds_graph and second_draw(source) is not None


def second_draw(source: Source) -> tuple[Draw, Draw] | None:
    """Two draws of one op seed without a new graph seed in between; the same one twice for a draw that is repeated."""
    seeded = [draw for draw in draws_of(source) if draw.seed and draw.known]
    resets = set_seeds(source)
    last: dict[tuple[str, str], Draw] = {}
    for draw in seeded:
        call = draw.call
        times = sum(other.method == call.function for other in source.calls) if call.function else 1
        own = [reset for reset in resets if reset.function == call.function]
        if (call.loops or times > 1) and not any(reset.loops == call.loops for reset in own):
            return draw, draw
        before = last.get((call.api, draw.seed))
        if before is not None and not any(before.call.line < reset.line <= call.line for reset in resets):
            return before, draw
        last[call.api, draw.seed] = draw
    return None


def _other_seed(left: Source, right: Source) -> _Found | None:
    """Draws by ops on both sides with other op seeds, or another graph seed."""
    mine, other = draws_of(right), draws_of(left)
    if not all(draw.known for draw in (*mine, *other)):
        return None
    ours, theirs = {draw.seed for draw in mine}, {draw.seed for draw in other}
    if ours <= {""} and theirs <= {""}:
        return _by_chosen_seeds(left, right)
    if not mine or not other:
        return None
    if ours != theirs:
        return How.OTHER_OP_SEEDS, (), Place.RIGHT
    seed, used = graph_seed(left), graph_seed(right)
    if used == seed or not (is_number(seed) and is_number(used)):
        return None
    return How.OTHER_GRAPH_SEED, (), Place.RIGHT


def _by_chosen_seeds(left: Source, right: Source) -> _Found | None:
    """Draws with a graph seed and no seed of their own, which each release and each style makes in another way."""
    mine, other = drawn_by_chosen_seeds(right), drawn_by_chosen_seeds(left)
    if not mine or not other or not set_seeds(left) or not set_seeds(right):
        return None
    return How.NO_OP_SEEDS, tuple(mine), Place.RIGHT
