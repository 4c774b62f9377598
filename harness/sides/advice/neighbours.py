"""Which script beside a failed one writes files, and names the one that is missing: often that one writes it."""

import re
import shlex
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.diagnose.evidence.evidence import Side

_WRITES = re.compile(rb"\b(?:save\w*|dump|make_?dirs|mkdir|to_csv|tofile|write|\w*Writer)\s*\(")
# What reads such files is not the first choice: it needs the one that writes them as well.
_READS = re.compile(
    rb"\b(?:load\w*|restore|read_\w+|TFRecordReader|TFRecordDataset|string_input_producer|latest_checkpoint)\s*\("
)
# And what reads one on the line that names it has not made it, whatever else it writes.
_READ_HERE = re.compile(
    rb"\b(?:read_\w+|load\w*|imread|genfromtxt|restore|TFRecordDataset|string_input_producer)\s*\("
    rb"|\bopen\s*\(\s*\\?['\"][^'\"\\\n]*\\?['\"]\s*(?:\)|,\s*(?:encoding\b|\\?['\"]r))"
)
# Records have one writer.
_RECORDS, _WRITES_RECORDS = (".tfrecord", ".tfrecords"), re.compile(rb"\bTFRecordWriter\b|\bWriteToTFRecord\b")
# One file of many, whose number the library that writes them adds.
_SHARD = re.compile(r"-\d{5}-of-\d{5}$")
# What a Saver adds of the step.
_STEP = re.compile(r"-\d+$")
# A file that the error went through has come to it: it has been run, and has not written what is missing.
_FRAME = re.compile(r'^ *File "(?P<path>[^"]+\.py)", line \d+', re.MULTILINE)
# What ``Saver.restore`` says since 1.9.
_NO_CHECKPOINT = re.compile(r"The passed save_path is not a valid checkpoint: (?P<path>[^'\"\s]+)")
# What is said where no file is named: by a queue whose files are not there, and of a folder without a checkpoint.
_UNTOLD = re.compile(r"is closed and has insufficient elements|Can't load save_path when it is None")
_PATH = re.compile(r"""['"](?P<path>[\w./-]+(?:\.[A-Za-z]\w{1,9}|/))['"]""")
_MOST_PATHS = 10
# What is advised where a script that runs before has not written what this one reads.
MORE_SECONDS = 300.0
# What scripts look at is rarely made by another one.
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp")
# As many files are looked through, and as much of each.
_MOST_FILES, _MOST_BYTES = 200, 1 << 20


@dataclass(frozen=True)
class Writer:
    """A ``script`` beside a failed one, which names the ``path`` that is missing there, and writes files."""

    script: Path
    path: str


def writer_beside(side: Side, without: Collection[Path] = ()) -> Writer | None:
    """Give the script beside a failed one that names the missing file and may write it, none of those ``without``;
    None where there is none."""
    if side.failure is None or side.origin is None:
        return None
    # All detectors come with it, which nobody needs whose script ran.
    from harness.diagnose.detectors.cannot_run.needs_file import missing_path

    checkpoint = _NO_CHECKPOINT.search(side.failure.reason)
    path = checkpoint["path"] if checkpoint is not None else missing_path(side).rstrip("/")
    script = side.origin.request.script
    silent = _UNTOLD.search(side.failure.reason + side.failure.detail[-2000:]) is not None
    paths = [path] if path else _named_in(side.source, script.parent) if silent else []
    return next(filter(None, (_of_path(each, side, script, without) for each in paths)), None)


def neighbour_text(side: Side) -> Iterator[str]:
    """Give the script beside a failed one that names the missing file, and how to have it from there; else nothing."""
    found = writer_beside(side)
    if found is None or side.origin is None:
        return
    script, own = found.script, side.origin.request.script
    if str(script.resolve()) in run_before(side):
        yield (
            f"{script.name}, which was run before, names {found.path} as well, and has not written it; if it was "
            f"stopped, give both more time: --within {MORE_SECONDS:g}s"
        )
        return
    word = side.name.rpartition("@")[0]
    command = Path(word).with_name(script.name) if word.endswith(own.name) else script
    yield (
        f"{script.name}, beside it, names {found.path} as well; if it writes it, have it run before; "
        f"add to the command: --first {shlex.quote(str(command))}"
    )


def _named_in(text: str, folder: Path) -> list[str]:
    """The paths of files in a text that are not there; of which the error is, it does not say."""
    found = dict.fromkeys(match["path"] for match in _PATH.finditer(text))
    return [each for each in found if not (folder / each).exists()][:_MOST_PATHS]


def _of_path(path: str, side: Side, own: Path, without: Collection[Path]) -> Writer | None:
    names = _names(path)
    if not names or path.lower().endswith(_PICTURES):
        return None
    found: list[tuple[bool, Path]] = []
    detail = side.failure.detail if side.failure is not None else ""
    been = {Path(match["path"]).resolve() for match in _FRAME.finditer(detail)}
    for script in scripts_beside(own):
        if script.resolve() in without or script.resolve() in been:
            continue
        try:
            with script.open("rb") as file:
                text = file.read(_MOST_BYTES)
        except OSError:
            continue
        imported = re.search(rf"\b(?:import|from)\s+{re.escape(script.stem)}\b", side.source)
        writes = (_WRITES_RECORDS if path.endswith(_RECORDS) else _WRITES).search(text) is not None
        if not imported and writes and _is_named_unread(text, names):
            found.append((_READS.search(text) is not None, script))
    return Writer(min(found, key=lambda each: each[0])[1], path) if found else None


def run_before(side: Side) -> list[str]:
    """Give the paths of the scripts that were run before a side's own (``--first``)."""
    preludes = side.scene.preludes if side.scene is not None else ()
    told = (each for prelude in preludes if prelude.name == "first" for each in prelude.setting["scripts"])
    return [str(each["script"]) for each in told]


def _is_named_unread(text: bytes, names: tuple[str, ...]) -> bool:
    lines = [line for line in text.splitlines() if any(name.encode() in line for name in names)]
    return any(not _READ_HERE.search(line) for line in lines)


def scripts_beside(own: Path) -> list[Path]:
    """Give the scripts and notebooks beside one, in their order."""
    found = sorted(each for kind in ("*.py", "*.ipynb") for each in own.parent.glob(kind) if each != own)
    return found[:_MOST_FILES]


def _names(path: str) -> tuple[str, ...]:
    """How a text may name a file that it writes: behind a quote or a folder, and to NumPy, which adds what an array's
    file ends in, also without that; one of many without its number, a checkpoint without its step. A folder is named
    with the one that it lies in, or with what lies in it, for its own name may be any word.
    """
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    name = parts[-1] if parts else ""
    stem, dot, ending = name.rpartition(".")
    starts = ("'", '"', "/")
    if not dot and len(parts) > 1:
        return ("/".join(parts[-2:]),)
    if not dot:
        return tuple(f"{start}{name}/" for start in starts if name)
    found = [start + name for start in starts]
    if ending in ("npz", "npy"):
        found += [f"{start}{stem}{end}" for start in starts for end in "'\"\\"]
    shared = _SHARD.sub("", stem) if _SHARD.search(stem) else _STEP.sub("", name)
    if shared != name:
        found += [f"{start}{shared}{end}" for start in starts for end in "'\"\\"]
    return tuple(found)
