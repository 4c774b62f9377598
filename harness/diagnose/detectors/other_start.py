"""Other start: the first numbers differ already, because the two sides draw other random numbers."""

from dataclasses import replace

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.seeded import is_seeded
from harness.diagnose.evidence.start import other_second_draw, other_start
from harness.diagnose.sources.op_seeds import drawn_by_chosen_seeds
from harness.diagnose.sources.random_draws import (
    DEFAULT_GRAPH_SEED,
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
from harness.diagnose.sources.source import Source, read_source
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find other random numbers by the first record, which is off, and by what the two scripts draw: a stream that goes
    on in eager mode, a seed that only one side has, another generator, or no seed.

    Where the first record is far off, the texts make it likely; where it is a little off, a run has to show it.

    The trials change which numbers are drawn: one that gives each op a stream of its own would cure ``seed-continued``
    as well as another graph seed; one that numbers the draws of both sides cures ops without a seed of their own alone.
    """
    left, right = read_source(evidence.left.source), read_source(evidence.right.source)
    one_script = evidence.left.source == evidence.right.source
    if one_script and evidence.left.tensorflow == evidence.right.tensorflow:
        return None
    start = other_start(evidence)
    if start is None:
        return None if one_script else _second_continued(evidence, left, right)
    if one_script:
        found = _without_op_seeds(evidence, left, right, start.says)
    else:
        found = _of_two_texts(evidence, left, right, start.says)
    if found is None or start.far:
        return found
    return replace(found, confidence=Confidence.POSSIBLE) if found.trials else None


def _of_two_texts(evidence: Evidence, left: Source, right: Source, start: str) -> Finding | None:
    return (
        _unseeded(evidence, left, right, start)
        or _other_generator(evidence, left, right, start)
        or _continued(evidence.right, right, left, start, Place.RIGHT)
        or _continued(evidence.left, left, right, start, Place.LEFT)
        or _other_seed(evidence, left, right, start)
    )


def _second_continued(evidence: Evidence, left: Source, right: Source) -> Finding | None:
    """Of two draws under one name the second: whether it was drawn at all, a run has to show."""
    start = other_second_draw(evidence)
    if start is None:
        return None
    for place, own, other in ((Place.RIGHT, right, left), (Place.LEFT, left, right)):
        side = evidence.side(place)
        found = _continued(side, own, other, start, place) if side.origin is not None else None
        if found is not None:
            return replace(found, confidence=Confidence.POSSIBLE)
    return None


def _unseeded(evidence: Evidence, left: Source, right: Source, start: str) -> Finding | None:
    if is_seeded(evidence.right):
        return None
    # What is left out at random is so in training only, and in each step: two runs show it, no text does.
    aside = [*noisy_layers(right), *dropped(right)]
    drawn = [call for call in unseeded_draws(right) if call.name.startswith("tensorflow") and call not in aside]
    if not drawn:
        return None
    seeded = any(draw.seed for draw in draws_of(left)) or bool(set_seeds(left))
    if left.parsed and not draws_of(left):
        return None
    says = f"{start}; {drawn[0].name} in line {drawn[0].line} of {evidence.right.name} has no seed"
    if seeded:
        return Finding(
            "seed-missing",
            Confidence.LIKELY,
            f"{says}, where {evidence.left.name} sets one",
            "give the draw the seed of the other side, and call tf.random.set_seed with its graph seed before each "
            f"draw ({DEFAULT_GRAPH_SEED} where its graph has none)",
        )
    return Finding(
        "unseeded",
        Confidence.LIKELY,
        f"{says} and neither has the script: every run draws other numbers",
        "give every random op a seed on both sides, or feed both the same initial values",
        trials=(Change("the same script once more"),),
    )


def _other_generator(evidence: Evidence, left: Source, right: Source, start: str) -> Finding | None:
    mine, other = other_generators(right), other_generators(left)
    if not mine or other or (left.parsed and not draws_of(left)):
        return None
    return Finding(
        "seed-missing",
        Confidence.LIKELY if left.parsed else Confidence.POSSIBLE,
        f"{start}; {evidence.right.name} draws by {mine[0].name} (line {mine[0].line}), another generator: "
        "its seeds mean other numbers",
        "draw by tf.random.normal (or uniform, ...) with the op seed of the other side, after tf.random.set_seed with "
        f"its graph seed ({DEFAULT_GRAPH_SEED} where its graph has none)",
    )


def _continued(side: Side, source: Source, other: Source, start: str, place: Place) -> Finding | None:
    """Draws of one seed in eager mode, of which the second goes on where the first ended."""
    if source.builds_graph or (other.parsed and (not draws_of(other) or _goes_on(other))):
        return None
    pair = _second_draw(source)
    if pair is None:
        return None
    first, second = pair
    where = f"line {second.call.line}" if first is second else f"lines {first.call.line} and {second.call.line}"
    return Finding(
        "seed-continued",
        Confidence.LIKELY,
        f"{start}; {side.name} draws twice with seed {second.seed} ({where}), and no tf.random.set_seed stands before "
        "the second draw: in eager mode it goes on where the first ended, in a graph each op begins its own stream",
        f"call tf.random.set_seed({graph_seed(other)}) before each draw",
        trials=(Change("a stream of its own for each random op", side=place, patch="graph_seeds"),),
    )


def _goes_on(source: Source) -> bool:
    return not source.builds_graph and _second_draw(source) is not None


def _second_draw(source: Source) -> tuple[Draw, Draw] | None:
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


def _other_seed(evidence: Evidence, left: Source, right: Source, start: str) -> Finding | None:
    """Draws by ops on both sides with other op seeds, or another graph seed."""
    mine, other = draws_of(right), draws_of(left)
    if not all(draw.known for draw in (*mine, *other)):
        return None
    ours, theirs = {draw.seed for draw in mine}, {draw.seed for draw in other}
    if ours <= {""} and theirs <= {""}:
        return _without_op_seeds(evidence, left, right, start)
    if not mine or not other:
        return None
    if ours != theirs:
        return Finding(
            "seed-missing",
            Confidence.LIKELY,
            f"{start}; the random ops of {evidence.right.name} have {_seeds(ours)}, "
            f"those of {evidence.left.name} {_seeds(theirs)}",
            "give each random op the seed that it has on the other side",
        )
    seed, used = graph_seed(left), graph_seed(right)
    if used == seed or not (is_number(seed) and is_number(used)):
        return None
    return Finding(
        "seed-missing",
        Confidence.LIKELY,
        f"{start}; the op seeds are the same, but the graph seed of {evidence.right.name} is {used}, "
        f"that of {evidence.left.name} {seed}",
        _as_on_the_left(seed, left, right),
        trials=(
            Change(
                f"graph seed {seed}",
                patch="graph_seeds",
                arguments={"graph_seed": int(seed), "restart": not _goes_on(left)},
            ),
        ),
    )


def _as_on_the_left(seed: str, left: Source, right: Source) -> str:
    """Where the seed is to be set, so that each draw has the place in its stream that it has on the left."""
    if right.builds_graph:
        return f"set the seed {seed}: tf.set_random_seed({seed}) before the first op"
    if _goes_on(left):
        return f"set the seed {seed}: tf.random.set_seed({seed}) once, before the first draw, as the left side does"
    return f"set the seed {seed}: tf.random.set_seed({seed}) before each draw"


def _without_op_seeds(evidence: Evidence, left: Source, right: Source, start: str) -> Finding | None:
    """Draws with a graph seed and no seed of their own, which each release and each style makes in another way."""
    mine, other = drawn_by_chosen_seeds(right), drawn_by_chosen_seeds(left)
    if not mine or not other or not set_seeds(left) or not set_seeds(right):
        return None
    seed, used = graph_seed(left), graph_seed(right)
    another = is_number(seed) and is_number(used) and seed != used
    says = f"{start}; the draw in line {mine[0].line} of {evidence.right.name} has a graph seed, "
    says += f"{used}, where {evidence.left.name} has {seed}, and" if another else "but"
    numbered = "the draws numbered by their order on both sides"
    return Finding(
        "seed-missing",
        Confidence.POSSIBLE if left.builds_graph and right.builds_graph else Confidence.LIKELY,
        f"{says} no seed of its own: a graph of TF1 takes the number of ops before it, since 2.2 that of the draws, "
        "eager mode goes on in a stream",
        "give each random op a seed of its own on both sides, or both sides the same initial values; a graph seed "
        "alone does not give both the same numbers",
        trials=(
            Change(
                f"graph seed {seed}, and {numbered}" if another else numbered,
                patch="numbered_draws",
                arguments={"graph_seed": int(seed)} if another else {},
                both=True,
            ),
        ),
    )


def _seeds(seeds: set[str]) -> str:
    named = sorted(filter(None, seeds))
    if not named:
        return "no seed"
    return f"seed {' and '.join(named)}" + (" or none" if "" in seeds else "")


# Likely without a run: random numbers of the first record, and two generators that cannot give the same ones.
CAUSE = Cause(
    ("seed-continued", "seed-missing", "unseeded"),
    detect,
    likely=("seed-missing",),
    stages=(Stage.DATA, Stage.START, Stage.FORWARD),
)
