"""Seeds of a run: whether its command set them."""

from harness.diagnose.evidence.evidence import Side
from harness.targets.scene import Scene

_SEEDS = "seeds"


def is_seeded(side: Side) -> bool:
    """Whether ``--seed`` was given for a side."""
    scene = _scene(side)
    return scene is not None and any(prelude.name == _SEEDS for prelude in scene.preludes)


def seedable(side: Side) -> bool:
    """Whether it could have been: a script that is run, and was not seeded."""
    return _scene(side) is not None and not is_seeded(side)


def _scene(side: Side) -> Scene | None:
    return side.origin.request.scene if side.origin is not None else None
