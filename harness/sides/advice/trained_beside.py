"""A script that fails since nobody has trained yet: the one beside it that saves the checkpoint which it wants."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.sides.advice.neighbours import MORE_SECONDS, run_before, scripts_beside

_ASKED = re.compile(
    r"\b(?:get_checkpoint_state|latest_checkpoint)\s*\(\s*(?:(?P<name>[A-Za-z_]\w*)|['\"](?P<path>[^'\"]+)['\"])"
)
_OWN_RAISE = re.compile(r"^\s+raise \w", re.MULTILINE)
# What is said of variables that are neither restored nor initialized: the script goes on where it finds no checkpoint.
_UNINITIALIZED = "Attempting to use uninitialized value"
_SAVES = re.compile(rb"\bSaver\s*\([\s\S]*\.save\s*\(")
# Of a traceback: the line that raised, and what it said.
_LAST_LINES, _MOST_BYTES = 4, 1 << 20


def trained_text(side: Side) -> Iterator[str]:
    """Give the script beside a failed one that saves checkpoints in the folder where it looks for one, where it has
    raised an error itself, or saves none itself and goes on with variables that nothing
    has set, and that folder has none; else nothing."""
    if side.failure is None or side.origin is None or side.failure.kind != "raised":
        return
    raised = _OWN_RAISE.search("\n".join(side.failure.detail.splitlines()[-_LAST_LINES:]))
    goes_on = _UNINITIALIZED in side.failure.reason and not _SAVES.search(side.source.encode())
    folder = _folder_asked(side.source) if raised or goes_on else ""
    script = side.origin.request.script
    if not folder or any((script.parent / folder).glob("checkpoint")):
        return
    before = [Path(each) for each in run_before(side)]
    if before:
        yield from _stopped_before(side, folder, before[-1])
        return
    quoted = [f"{mark}{folder}".encode() for mark in "'\""]
    for each in scripts_beside(script):
        with each.open("rb") as file:
            text = file.read(_MOST_BYTES)
        imported = re.search(rf"\b(?:import|from)\s+{re.escape(each.stem)}\b", side.source)
        if not imported and _SAVES.search(text) and any(name in text for name in quoted):
            word = side.name.rpartition("@")[0]
            command = Path(word).with_name(each.name) if word.endswith(script.name) else each
            yield (
                f"it looks for a checkpoint in {folder}, where there is none; {each.name}, beside it, saves there: "
                f"have it run before; add to the command: --first {shlex.quote(str(command))}"
            )
            return


def _stopped_before(side: Side, folder: str, script: Path) -> Iterator[str]:
    """That a script was stopped before it had saved: one that came to its end saves none there."""
    first = side.effects.first if side.effects is not None else ()
    if any(each.startswith(f"{script.name} (stopped") for each in first):
        yield (
            f"{script.name}, which was run before, had saved nothing in {folder} when it was stopped; give it more "
            f"time: add to the command: --within {MORE_SECONDS:g}s"
        )


def _folder_asked(source: str) -> str:
    """The folder in which a text looks for a checkpoint, as it says it or a constant of it does; empty for none."""
    found = _ASKED.search(source)
    if found is None:
        return ""
    name, path = found["name"], found["path"]
    if name:
        constant = re.search(rf"^[ \t]*{name}\s*=\s*['\"](?P<path>[^'\"]+)['\"]\s*$", source, re.MULTILINE)
        path = constant["path"] if constant is not None else ""
    return path.rstrip("/") if path and not path.startswith("/") else ""
