"""Why a notebook prints something else than was recorded in it, where no cause of the release is found: other data, or
draws that nobody has seeded."""

import re
from collections.abc import Iterator
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison
from harness.scripts.notebook import Notebook
from harness.sides.run_text import stopped_after
from harness.words.finding import Confidence, Diagnosis, Finding

_DRAWS = re.compile(r"\brandom\b|random_(?:normal|uniform)|truncated_normal|shuffle|get_variable\(|\blayers\.|dropout")
_SEEDS = re.compile(r"\bseed\s*\(|set_(?:random_)?seed|RandomState\(\s*\d|default_rng\(\s*\d")
_GRAPH_SEED = re.compile(r"set_(?:random_)?seed\(")
_ENDED = re.compile(r"cell (?P<cell>\d+), line \d+: (?P<kind>\w+)")
_WAS_AT = re.compile(r"and was at (?P<place>[^;]+);")
_INSTEAD = "hold two releases against each other instead: harness compare NOTEBOOK@1.12 NOTEBOOK@2.15 --seed 7"


def told_by_the_record(side: Side, diagnosis: Diagnosis) -> Diagnosis:
    """Give a diagnosis with what keeps a notebook's ``side`` from printing what was recorded, where it says nothing
    yet and the notebook did not fail."""
    if diagnosis.findings or diagnosis.problem or side.failure is not None:
        return diagnosis
    finding = _of_data(side) or _of_seeds(side) or _of_draws(side)
    return diagnosis if finding is None else replace(diagnosis, findings=(finding,))


def _of_data(side: Side) -> Finding | None:
    given = side.effects.stand_ins if side.effects is not None else ()
    if not given:
        return None
    return Finding(
        "needs-data",
        Confidence.LIKELY,
        f"{side.name} was given made-up data for {', '.join(given)}, and what is recorded came of the real ones",
        f"{_INSTEAD} --stand-in; or add to the command: --file URL=PATH, which puts the data themselves in place",
    )


def _of_seeds(side: Side) -> Finding | None:
    """With a seed of the graph alone each release numbers its draws by itself, and ``--seed`` in one way for all."""
    if not side.has_prelude("seeds") or _GRAPH_SEED.search(side.source) is None:
        return None
    return Finding(
        "unseeded",
        Confidence.POSSIBLE,
        f"{side.name} seeds its graph, and --seed numbers the draws of a graph in another way than its release does",
        "leave --seed out of the command: what is recorded came without it",
    )


def ended_as_recorded(notebook: Notebook, side: Side) -> str:
    """Give in words that a side ended in the very error, by its cell and kind, in which the notebook was recorded;
    empty for one that did not."""
    failure = side.failure
    ended = _ENDED.match(failure.reason) if failure is not None and failure.kind == "raised" else None
    if ended is None or (int(ended["cell"]), ended["kind"]) != notebook.error:
        return ""
    return f"it ended as it was recorded: in cell {ended['cell']}, by {ended['kind']}"


def cannot_be_as_recorded(side: Side) -> bool:
    """Whether options gave a side that did not fail what the record did not come of: made-up data, or a seed."""
    made_up = side.effects is not None and bool(side.effects.stand_ins)
    return side.failure is None and (made_up or side.has_prelude("seeds"))


def is_silent_as_recorded(side: Side, held: SideComparison) -> bool:
    """Whether a notebook's side that was stopped when it was wanted no longer has printed nothing by then, as one whose
    record has no line with a number to hold: it plots."""
    silent = side.failure is not None and side.failure.kind == "hung" and not side.lines
    return side.cut and silent and held.comparison.expected == 0


def silent_text(side: Side) -> Iterator[str]:
    """Give in words how far such a side came."""
    yield f"{side.name}  TensorFlow {side.tensorflow}, Python {side.python}, NumPy {side.numpy}"
    was = _WAS_AT.search(side.failure.reason) if side.failure is not None else None
    where = f" in {was['place']}" if was is not None else ""
    yield (
        f"stopped after {stopped_after(side)}{where}, without an error: it has printed nothing by then, and its record "
        "has no number to hold"
    )


def ran_text(side: Side) -> Iterator[str]:
    """Give in words that a side which prints something else than was recorded ran all the same; nothing for one that
    failed."""
    if side.failure is None and side.origin is not None:
        how = (
            f"was stopped after {stopped_after(side)}" if side.cut else f"ran to its end in {side.seconds or 0.0:.1f} s"
        )
        yield f"it {how}, without an error; only what it printed is other than what was recorded"


def _of_draws(side: Side) -> Finding | None:
    drawn = next((n for n, line in enumerate(side.source.splitlines(), 1) if _DRAWS.search(line)), None)
    if drawn is None or _SEEDS.search(side.source):
        return None
    return Finding(
        "unseeded",
        Confidence.POSSIBLE,
        f"{side.name} draws numbers (line {drawn} of its code, --show-source) and sets no seed: what was recorded "
        "comes once",
        _INSTEAD,
    )
