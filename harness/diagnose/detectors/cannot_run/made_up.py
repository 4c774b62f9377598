"""What ``--stand-in`` would make up of what a script misses."""

import re

from harness.diagnose.evidence.evidence import Side
from harness.scripts.known_files import stood_in

_COMMAND = "add to the command: "
# The prelude that makes it up looks for the same.
_IMAGES = re.compile(
    r"\.jpe?g\b|\.png\b|imread|imdecode|decode_(?:jpeg|png|image)|Image\.open|load_img|flow_from_directory",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\b(?:listdir|scandir|walk|glob|flow_from_directory|match_filenames_once)\b")


def with_stand_in(advice: str, path: str, side: Side) -> str:
    """Give the advice for a missing file or folder with that option first, where it helps and was not given."""
    if side.has_prelude("stand_in"):
        return advice
    known, last = stood_in(path), path.rstrip("/").rpartition("/")[2]
    if known:
        what = f"that file, of {known}"
    elif "." not in last and _IMAGES.search(side.source) and _LISTS.search(side.source):
        what = "folders of images that a script lists"
    else:
        return advice
    return f"{_COMMAND}--stand-in makes up {what}; or {advice.removeprefix(_COMMAND)}"
