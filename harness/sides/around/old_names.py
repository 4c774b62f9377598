"""Names of TensorFlow that one release took away before the next brought what a script uses as well: no release has
all of it, as of a script that somebody has begun to carry over. What was only renamed is given by its old name, too."""

import re
from dataclasses import replace

from harness.lint.script import Script, releases_of, script_of
from harness.porting.compat.renames import RENAMES
from harness.symbols.timeline import read_timeline
from harness.targets.scene import Prelude

# Renamed before the first release that is known here, and so in no list of what that has.
_BEFORE = {"tf.image.per_image_whitening": "tf.image.per_image_standardization"}
_NAMES = {
    **{old: (rule.to, rule.order, dict(rule.keywords)) for old, rule in RENAMES.items() if rule.helper is None},
    **{old: (new, (), {}) for old, new in _BEFORE.items()},
}
_NAMED = re.compile(r"\b(?:tf|tensorflow)\.(?P<name>[A-Za-z_][\w.]*)")


def old_names(text: str) -> Prelude | None:
    """Give what has a script find the old names that it uses, where no release has all that it does; else None."""
    used = sorted({f"tf.{found['name']}" for found in _NAMED.finditer(text)} & _NAMES.keys())
    if not used:
        return None
    timeline = read_timeline()
    try:
        if releases_of(script_of(text, timeline), timeline):
            return None
    except (SyntaxError, ValueError, RecursionError):
        return None
    return Prelude("old_names", {"names": {old: _NAMES[old] for old in used}})


def but_for_old_names(script: Script) -> Script:
    """Give a script as it is where the old names are given: what it uses by them stands in the way nowhere."""
    return replace(script, lacking=tuple(each for each in script.lacking if each[0].names[0] not in _NAMES))
