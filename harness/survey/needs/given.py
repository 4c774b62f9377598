"""Which needs the options of a survey meet already."""

from collections.abc import Sequence
from dataclasses import replace

from harness.sides.around.packages import AUTO, NO_PACKAGES
from harness.sides.around.scenes import SceneOptions
from harness.survey.answers import Need, Wanting
from harness.survey.needs.loaders import STAND_IN
from harness.survey.needs.packages import canonical


def with_given(needs: Sequence[Need], scene: SceneOptions) -> tuple[Need, ...]:
    """Give the needs of a file, each with whether the options of a run give it."""
    return tuple(replace(need, given=_is_given(need, scene)) for need in needs)


def _is_given(need: Need, scene: SceneOptions) -> bool:
    match need.kind:
        case Wanting.PACKAGE:
            named = {canonical(name.partition("==")[0]) for name in scene.packages}
            return canonical(need.what) in named or (AUTO in named and need.what not in NO_PACKAGES)
        case Wanting.DATA:
            stands_in = scene.stand_in is not None and need.option == STAND_IN
            address = need.what.removesuffix("...")
            return scene.network or stands_in or any(each.startswith(address) for each in scene.files)
        case Wanting.FILE:
            folder = scene.folder
            return folder is not None and ((folder / need.what).exists() or need.option == f"--cwd {folder}")
        case Wanting.ARGUMENTS:
            return bool(scene.arguments)
        case Wanting.INPUT:
            return scene.input is not None
        case _:
            return False
