"""How a proof says how much it holds, and how near."""

from collections.abc import Iterator

from harness.sides.array_files import NUMPY
from harness.sides.run import Sides
from harness.sides.run_text import stopped_after
from harness.sides.written import TEXTS
from harness.watching.pairs import Pairs

# What rests on how far rounding moves the original, which has to repeat itself for that.
SPREAD = "then as far apart as one ULP moves the original"

_MOST_NAMED = 3


def within(ulps: float) -> str:
    """Give how far numbers are apart at most, in spacings of the largest element: ``within 2600 ULP``, two digits."""
    return f"within {float(f'{ulps:.2g}'):g} ULP" if ulps else "bit for bit"


def as_it_ran(*runs: Sides) -> str:
    """Give what is said of a proof where a side was stopped in one of its runs, with what it was stopped after; else
    nothing."""
    return next((f", as far as it ran ({after})" for sides in runs for after in stops(sides)), "")


def not_held(sides: Sides) -> str:
    """Name the files of numbers that both wrote, which a proof does not read; nothing where there are none."""
    written = [
        {each.path for each in side.effects.written if each.path.endswith((*NUMPY, *TEXTS))}
        for side in (sides.left, sides.right)
        if side.effects is not None
    ]
    both = sorted(written[0] & written[1]) if len(written) > 1 else []
    if not both:
        return ""
    names = ", ".join(both[:_MOST_NAMED]) + (f" and {len(both) - _MOST_NAMED} more" if len(both) > _MOST_NAMED else "")
    return f"; what both write to {names} is not held, as harness compare does"


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
