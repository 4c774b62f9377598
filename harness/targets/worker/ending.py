"""What a run leaves behind: its files, the notes of its preludes, and where it was when it ended."""

import os
from typing import Any, Dict, List  # noqa: F401  (List: in comments)

from _harness_worker.view import View

# More than any stack or list of notes needs, in bytes.
FAULT_LIMIT = 1 << 16


def left_behind(view: View, scene: "Dict[str, Any]", notes_path: str, most: int) -> "Dict[str, Any]":
    """Give the files that a run wrote, what preludes noted, and in which way it was kept apart; files of at most so
    many bytes are kept where the scene asks for that."""
    notes = []  # type: List[str]
    try:
        with open(notes_path, encoding="utf-8", errors="replace") as file:
            notes = file.read(FAULT_LIMIT).splitlines()
    except OSError:
        notes = []
    view.not_its_own = [line.partition(" ")[2] for line in notes if line.startswith("made ")]
    problem = ""
    if scene.get("keep"):
        try:
            view.keep(scene["keep"], most)
        except OSError as error:
            problem = "what it wrote cannot be kept: %s" % error
    outside = view.written_outside()
    if outside:
        more = "" if len(outside) == 1 else " and %d more" % (len(outside) - 1)
        said = "wrote %s%s, outside of its folder: gone with the run, neither kept nor compared" % (outside[0], more)
        problem = "; ".join(filter(None, [problem, said]))
    return {"way": view.way, "changes": view.changes(), "notes": notes, "problem": problem}


def without_own_frames(fault: str) -> str:
    """Give a stack as faulthandler writes it, most recent call first, down to where the worker called the script."""
    mark = '  File "%s' % os.path.dirname(os.path.abspath(__file__))
    kept = []
    for line in fault.splitlines(True):
        if line.startswith(mark):
            break
        kept.append(line)
    return "".join(kept)
