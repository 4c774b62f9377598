"""How a proof says how much it holds, and how near."""

import re
from collections.abc import Iterator, Sequence

from harness.sides.run import Sides
from harness.sides.run_text import stopped_after
from harness.targets.outcome import Failure
from harness.watching.pairs import Pairs

# What rests on how far rounding moves the original, which has to repeat itself for that.
SPREAD = "then as far apart as one ULP moves the original"
# Nothing says whether the port is right.
UNHELD = "trains nothing that could be held"
# Nor does a step that agrees no nearer than rounding moves the original.
NONE_HELD = "no step was held: from the first one on numbers are further apart than by 1024 ULP"
# A side was stopped too early.
NO_STEP = " to no step within "
NEITHER_STEP = "neither came to a step within "

_MOST_NAMED = 3
_FRAME = re.compile(r'^\s*File "(?:[^"]*/)?(?P<script>[^"/]+)", line (?P<line>\d+)', re.MULTILINE)


def within(ulps: float) -> str:
    """Give how far numbers are apart at most, in spacings of the largest element: ``within 2600 ULP``, two digits."""
    return f"within {float(f'{ulps:.2g}'):g} ULP" if ulps else "bit for bit"


def as_it_ran(*runs: Sides) -> str:
    """Give what is said of a proof where a side was stopped in one of its runs, with what it was stopped after; else
    nothing."""
    return next((f", as far as it ran ({after})" for sides in runs for after in stops(sides)), "")


def failed_at(failure: Failure, script: str, name: str) -> str:
    """Give the reason of a failure with the ``name`` of the draft, which ran in the place of ``script``; of one while a
    function was traced the line in that, and the error itself, which TensorFlow tells behind all calls."""
    lines = failure.detail.strip().splitlines()
    places = [found["line"] for found in _FRAME.finditer(failure.detail) if found["script"] == script]
    if ": in user code: " in failure.reason and places and lines:
        return f"{name}:{places[-1]}: {lines[-1].strip()}"
    return failure.reason.replace(f"{script}:", f"{name}:", 1)


def named(names: Sequence[str]) -> str:
    """Give the first of some names, and how many more there are."""
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def stops(sides: Sides) -> Iterator[str]:
    """Give what sides were stopped after, that of the original first."""
    for side in (sides.left, sides.right):
        if side.cut and side.origin is not None:
            yield stopped_after(side).removesuffix(" (--within)").removesuffix(" (--steps)")
        elif side.failure is not None and side.failure.is_limit and side.origin is not None:
            yield f"{side.origin.request.timeout:g} s"


def trained_alone(pairs: Pairs) -> str:
    """Give what the original or the port trains and the other side does not; empty where all has a partner."""
    for who, names in (("the original", pairs.only_left), ("the port", pairs.only_right)):
        if names:
            return f"{who} alone trains {', '.join(names[:3])}{', …' if len(names) > 3 else ''}"
    return ""


def begin_unheld(pairs: Pairs) -> str:
    """Name the recurrent layers of a port that lie otherwise than the cells of the original, so that nobody has held
    how they begin where nobody sets them; nothing where there are none."""
    layers = list(dict.fromkeys(each.right[0].rpartition("/")[0] for each in pairs.fused))
    if not layers:
        return ""
    themselves = "begins by itself" if len(layers) == 1 else "begin by themselves"
    return f"; how {named(layers)} {themselves} was not held"
