"""Seeds of a run: whether its command set them."""

from harness.diagnose.evidence.evidence import Side

_SEEDS = "seeds"


def is_seeded(side: Side) -> bool:
    """Whether ``--seed`` was given for a side."""
    return side.has_prelude(_SEEDS)


def seedable(side: Side) -> bool:
    """Whether it could have been: a script that is run, and was not seeded."""
    return side.scene is not None and not is_seeded(side)
