"""A script that restores what it saves itself in another mode: the flag by which it trains first."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side

_MODE = re.compile(r"\b(?:FLAGS|args|options|opts?)\.(?P<flag>\w+)\s*==\s*['\"](?P<value>train\w*)['\"]")


def train_mode_text(side: Side) -> Iterator[str]:
    """Give the flag, and its value, with which a failed script trains and saves what it misses; else nothing."""
    if side.failure is None or (side.scene is not None and side.scene.arguments):
        return
    # All detectors come with it, which nobody needs whose script ran.
    from harness.diagnose.detectors.cannot_run.needs_file import missing_path

    folder = missing_path(side).removeprefix("./").partition("/")[0]
    mode = _MODE.search(side.source) if folder else None
    if mode is None or not re.search(rf"\.save\s*\([^()\n]*['\"](?:\./)?{re.escape(folder)}\b", side.source):
        return
    flag = mode["flag"]
    named = rf"\bDEFINE_(?:string|enum)\(\s*['\"]{flag}['\"]|\badd_argument\([^()]*?['\"]--{flag}['\"]"
    if re.search(named, side.source):
        yield (
            f"it saves what it misses in {folder} itself, in another mode; train first: add to the command: "
            f'--args "--{flag} {mode["value"]}"'
        )
