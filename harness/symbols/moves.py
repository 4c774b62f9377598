"""Arguments by place: which of them mean another parameter in a later release."""

from collections.abc import Mapping

from harness.symbols.signature import Signature

# The new name of one stands where the other stood, with the same default, and means the opposite.
_OPPOSITES = (("keep_prob", "rate"),)


def moved_parameters(
    early: Signature, late: Signature, renamed: Mapping[str, str | None], given: int | None = None
) -> list[tuple[int, str, str]]:
    """Give the places, from 1, at which a call by place means another parameter in the later signature, with both
    names; of the first ``given`` places, of all for None. What was only ``renamed`` (old name to new), or plainly took
    the place of a name that is gone, is none."""
    found = []
    pairs = list(zip(early.positional, late.positional, strict=False))
    for place, (old, new) in enumerate(pairs[:given], start=1):
        # `_sentinel` is there to refuse arguments by place.
        if new.name.startswith("_") or old.name.startswith("_"):
            continue
        if old.name == new.name or renamed.get(old.name) == new.name or _is_renamed(old.name, new.name, early, late):
            continue
        found.append((place, old.name, new.name))
    return found


def _is_renamed(old: str, new: str, early: Signature, late: Signature) -> bool:
    """Whether one name has taken the place of another that is gone, with the same default: the tables do not list
    every such rename."""
    one, other = early.parameter(old), late.parameter(new)
    if one is None or other is None or late.parameter(old) is not None or early.parameter(new) is not None:
        return False
    if (old, new) in _OPPOSITES:
        return False
    return one.default == other.default or early.positional[0].name == old
