"""The option of a script that names a file which is not there: it may name another one."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side

_DEFAULTS = re.compile(
    r"\bDEFINE_string\(\s*['\"](?P<flag>\w+)['\"]\s*,\s*['\"](?P<path>[^'\"\n]+)['\"]"
    r"|\badd_argument\([^()]*?['\"](?P<option>--[\w-]+)['\"][^()]*?\bdefault\s*=\s*['\"](?P<default>[^'\"\n]+)['\"]"
)


def option_text(side: Side) -> Iterator[str]:
    """Give the option whose value, unless it is given, is the path that a failed script misses, or the folder around
    it; else nothing."""
    if side.failure is None or (side.scene is not None and side.scene.arguments):
        return
    # All detectors come with it, which nobody needs whose script ran.
    from harness.diagnose.detectors.cannot_run.needs_file import missing_path

    path = missing_path(side)
    for match in _DEFAULTS.finditer(side.source) if path else ():
        default = (match["path"] or match["default"]).rstrip("/")
        if default and (path.rstrip("/") == default or path.startswith(f"{default}/")):
            what = "the file that it is to read" if path.rstrip("/") == default else "the folder in which it is to look"
            option = match["option"] or f"--{match['flag']}"
            told = f"{path} is what {option} names unless it is given"
            yield f'{told}; add to the command: --args "{option} PATH", {what}'
            return
