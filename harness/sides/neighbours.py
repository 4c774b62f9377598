"""Which script beside a failed one writes files, and names the one that is missing: often that one writes it."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side

_WRITES = re.compile(rb"\b(?:save\w*|dump|make_?dirs|mkdir|to_csv|tofile|write|\w*Writer)\s*\(")
# As many files are looked through, and as much of each.
_MOST_FILES, _MOST_BYTES = 200, 1 << 20


def neighbour_text(side: Side) -> Iterator[str]:
    """Give the script beside a failed one that names the missing file, and how to have it from there; else nothing."""
    if side.failure is None or side.origin is None:
        return
    # All detectors come with it, which nobody needs whose script ran.
    from harness.diagnose.detectors.needs_file import missing_path

    path = missing_path(side).rstrip("/")
    if not path:
        return
    own = side.origin.request.script
    name = path.rpartition("/")[2]
    for script in sorted(own.parent.glob("*.py"))[:_MOST_FILES]:
        if script == own:
            continue
        try:
            with script.open("rb") as file:
                text = file.read(_MOST_BYTES)
        except OSError:
            continue
        if _WRITES.search(text) and any(
            quote + name.encode() in text or b"/" + name.encode() in text for quote in (b"'", b'"')
        ):
            release = ".".join(side.tensorflow.split(".")[:2])
            yield (
                f"{script.name}, beside it, names {path} as well; if it writes it: harness run "
                f"{script.name}@{release} --keep DIR, and put what it wrote beside the script"
            )
            return
