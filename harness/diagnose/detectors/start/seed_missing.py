"""Seed missing: the first numbers differ already, for a seed that stands on one side is not that of the other."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.sources.said.other_draws import How, OtherDraws, goes_on, other_draws
from harness.diagnose.sources.said.random_draws import DEFAULT_GRAPH_SEED, draws_of, graph_seed, is_number
from harness.diagnose.sources.text.source import Source
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find other random numbers by the first record, which is off, and by the seeds that the two scripts set: one that
    only the left has, another generator, other seeds of the ops or of the graph, or a graph seed alone.

    Where the first record is far off, the texts make it likely; where it is a little off, a run has to show it.

    The trials change which numbers are drawn: one that gives each op a stream of its own would cure ``seed-continued``
    as well as another graph seed; one that numbers the draws of both sides cures ops without a seed of their own alone.
    """
    found = other_draws(evidence)
    finding = None if found is None else _finding(evidence, found)
    return None if found is None or finding is None else found.weighed(finding)


def _finding(evidence: Evidence, found: OtherDraws) -> Finding | None:
    match found.how:
        case How.SEEDED_THERE:
            return _left_out(evidence, found)
        case How.OTHER_GENERATOR:
            return _other_generator(evidence, found)
        case How.OTHER_OP_SEEDS:
            return _other_op_seeds(evidence, found)
        case How.OTHER_GRAPH_SEED:
            return _other_graph_seed(evidence, found)
        case How.NO_OP_SEEDS:
            return _without_op_seeds(evidence, found)
    return None


def _left_out(evidence: Evidence, found: OtherDraws) -> Finding:
    drawn = found.calls[0]
    return Finding(
        "seed-missing",
        Confidence.LIKELY,
        f"{found.start}; {drawn.name} in line {drawn.line} of {evidence.right.name} has no seed, where "
        f"{evidence.left.name} sets one",
        "give the draw the seed of the other side, and call tf.random.set_seed with its graph seed before each "
        f"draw ({DEFAULT_GRAPH_SEED} where its graph has none)",
    )


def _other_generator(evidence: Evidence, found: OtherDraws) -> Finding:
    drawn = found.calls[0]
    return Finding(
        "seed-missing",
        Confidence.LIKELY if found.left.parsed else Confidence.POSSIBLE,
        f"{found.start}; {evidence.right.name} draws by {drawn.name} (line {drawn.line}), another generator: "
        "its seeds mean other numbers",
        "draw by tf.random.normal (or uniform, ...) with the op seed of the other side, after tf.random.set_seed with "
        f"its graph seed ({DEFAULT_GRAPH_SEED} where its graph has none)",
    )


def _other_op_seeds(evidence: Evidence, found: OtherDraws) -> Finding:
    return Finding(
        "seed-missing",
        Confidence.LIKELY,
        f"{found.start}; the random ops of {evidence.right.name} have {_seeds(found.right)}, "
        f"those of {evidence.left.name} {_seeds(found.left)}",
        "give each random op the seed that it has on the other side",
    )


def _seeds(source: Source) -> str:
    seeds = {draw.seed for draw in draws_of(source)}
    named = sorted(filter(None, seeds))
    if not named:
        return "no seed"
    return f"seed {' and '.join(named)}" + (" or none" if "" in seeds else "")


def _other_graph_seed(evidence: Evidence, found: OtherDraws) -> Finding:
    seed, used = graph_seed(found.left), graph_seed(found.right)
    return Finding(
        "seed-missing",
        Confidence.LIKELY,
        f"{found.start}; the op seeds are the same, but the graph seed of {evidence.right.name} is {used}, "
        f"that of {evidence.left.name} {seed}",
        _as_on_the_left(seed, found),
        trials=(
            Change(
                f"graph seed {seed}",
                patch="graph_seeds",
                arguments={"graph_seed": int(seed), "restart": not goes_on(found.left)},
            ),
        ),
    )


def _as_on_the_left(seed: str, found: OtherDraws) -> str:
    """Where the seed is to be set, so that each draw has the place in its stream that it has on the left."""
    if found.right.builds_graph:
        return f"set the seed {seed}: tf.set_random_seed({seed}) before the first op"
    if goes_on(found.left):
        return f"set the seed {seed}: tf.random.set_seed({seed}) once, before the first draw, as the left side does"
    return f"set the seed {seed}: tf.random.set_seed({seed}) before each draw"


def _without_op_seeds(evidence: Evidence, found: OtherDraws) -> Finding:
    """Draws with a graph seed and no seed of their own, which each release and each style makes in another way."""
    left, right = found.left, found.right
    seed, used = graph_seed(left), graph_seed(right)
    another = is_number(seed) and is_number(used) and seed != used
    says = f"{found.start}; the draw in line {found.calls[0].line} of {evidence.right.name} has a graph seed, "
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


# Likely without a run: random numbers of the first record, and two generators that cannot give the same ones.
CAUSE = Cause(("seed-missing",), detect, likely=("seed-missing",), stages=(Stage.DATA, Stage.START, Stage.FORWARD))
