"""What two sides compute in other dtypes, however near their numbers are."""

from dataclasses import dataclass

from harness.watching.watched import Watched
from harness.words.observation import Observation


@dataclass(frozen=True)
class DtypesApart:
    """Trained variables, by their ``names`` on the left, and the loss, of these two dtypes."""

    left: str
    right: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        shown = ", ".join(self.names[:3]) + (f" and {len(self.names) - 3} more" if len(self.names) > 3 else "")
        return f"computed in {self.left} on the left, in {self.right} on the right: {shown}"


def dtypes_apart(watched: Watched) -> tuple[DtypesApart, ...]:
    """Give what has other dtypes, by pairs of them; nothing where all are the same, or were not seen."""
    left, right = _dtypes(watched.left), _dtypes(watched.right)
    both = [(pair.left, left.get(pair.left), right.get(pair.right)) for pair in watched.pairs.pairs]
    both.append(("the loss", _loss(watched.left), _loss(watched.right)))
    found: dict[tuple[str, str], list[str]] = {}
    for name, one, two in both:
        if one is not None and two is not None and one != two:
            found.setdefault((one, two), []).append(name)
    return tuple(DtypesApart(*dtypes, tuple(names)) for dtypes, names in found.items())


def _dtypes(seen: Observation) -> dict[str, str]:
    told = [(each.name, each.before or each.after) for step in seen.steps for each in step.variables]
    return {name: value.dtype for name, value in reversed(told) if value is not None}


def _loss(seen: Observation) -> str | None:
    return next((step.loss.dtype for step in seen.steps if step.loss is not None), None)
