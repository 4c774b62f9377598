"""Why a notebook prints something else than was recorded in it, where no cause of the release is found: other data, or
draws that nobody has seeded."""

import re
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.words.finding import Confidence, Diagnosis, Finding

_DRAWS = re.compile(r"\brandom\b|random_(?:normal|uniform)|truncated_normal|shuffle|get_variable\(|\blayers\.|dropout")
_SEEDS = re.compile(r"\bseed\s*\(|set_(?:random_)?seed|RandomState\(\s*\d|default_rng\(\s*\d")
_INSTEAD = "hold two releases against each other instead: harness compare NOTEBOOK@1.12 NOTEBOOK@2.15 --seed 7"


def told_by_the_record(side: Side, diagnosis: Diagnosis) -> Diagnosis:
    """Give a diagnosis with what keeps a notebook's ``side`` from printing what was recorded, where it says nothing
    yet and the notebook did not fail."""
    if diagnosis.findings or diagnosis.problem or side.failure is not None:
        return diagnosis
    finding = _of_data(side) or _of_draws(side)
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
