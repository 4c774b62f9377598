"""What the releases printed for the probes of a row: golden traces, and why there is none.

They lie in ``golden/atlas/<row>/``: ``measured.toml`` says for each probe which releases gave which trace, and each
trace is a file as golden traces of cases are, ``graph-1.4.csv``, named by the first release that gave it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from harness.atlas.row import Row
from harness.cases.golden import dump_golden, read_golden
from harness.files.atomic_file import write_beside
from harness.files.toml_table import read_toml
from harness.symbols.naming import release_number
from harness.words.errors import UsageError
from harness.words.trace import Trace

MEASURED = "measured.toml"
_DIGEST = "digest"
_LONGEST = 160
_FOLDERS = re.compile(r"(?<![\w.:/])/(?:[^\s/\"']+/)+")


@dataclass(frozen=True)
class Answer:
    """What one release gave for one probe: a trace, or in a line why there is none."""

    trace: Trace | None
    why_not: str = ""

    def same_bits(self, other: "Answer") -> bool:
        """Whether another answer is the same, name for name and bit for bit; of two that failed, for the same
        reason."""
        if self.trace is None or other.trace is None:
            return self.trace is other.trace and self.why_not == other.why_not
        return self.trace.fingerprint() == other.trace.fingerprint()


Answers = Mapping[str, Mapping[str, Answer]]
"""Of each probe, each release's answer; releases as ``1.15``, oldest first."""


def folder_of(root: Path, row: Row) -> Path:
    """Where the golden files of a row lie."""
    return root / "golden" / "atlas" / row.name


def read_measured(root: Path, row: Row) -> dict[str, dict[str, Answer]]:
    """Read what was measured of a row; no probes where nothing was, or where another text of the probe was. Raises
    UsageError for files that do not fit."""
    path = folder_of(root, row) / MEASURED
    if not path.exists():
        return {}
    table = read_toml(path)
    found: dict[str, dict[str, Answer]] = {}
    for probe in table:
        entries = table.table(probe)
        answers: dict[str, Answer] = {}
        current = entries.take(_DIGEST, str) == digest_of(row, probe)
        for key in [each for each in entries if each != _DIGEST]:
            said = entries.take(key, str)
            answer = Answer(read_golden(path.parent / said)) if said.endswith(".csv") else Answer(None, said)
            for release in key.split():
                answers[release] = answer
        entries.finish()
        if current:
            found[probe] = in_order(answers)
    table.finish()
    return found


def write_measured(root: Path, row: Row, answers: Answers, versions: Mapping[str, str]) -> bool:
    """Write what was measured of a row, one file for each trace that is another one; ``versions`` says what each
    release is. Gives whether anything has changed."""
    folder = folder_of(root, row)
    files: dict[str, str] = {}
    lines = ["# Measured by `harness atlas --measure`: which releases printed what.", ""]
    for probe, by_release in answers.items():
        lines += [f"[{probe}]", f'{_DIGEST} = "{digest_of(row, probe)}"']
        for releases in _alike(by_release):
            answer = by_release[releases[0]]
            said = answer.why_not
            if answer.trace is not None:
                said = f"{probe}-{releases[0]}.csv"
                files[said] = dump_golden(answer.trace, f"TensorFlow {versions.get(releases[0], releases[0])}")
            lines.append(f"{json.dumps(' '.join(releases))} = {json.dumps(said, ensure_ascii=False)}")
        lines.append("")
    files[MEASURED] = "\n".join(lines)
    return _replace(folder, files)


def in_order(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give answers from the oldest release to the newest."""
    return {release: answers[release] for release in sorted(answers, key=release_number)}


def digest_of(row: Row, probe: str) -> str:
    """Give the digest of a probe's text: what was measured holds for that text alone."""
    path = row.probe(probe)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""


def short(reason: str) -> str:
    """Give a reason of failure in one short line, the same on every machine: of a path, the file's name."""
    line = _FOLDERS.sub("", " ".join(reason.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _alike(answers: Mapping[str, Answer]) -> list[list[str]]:
    groups: list[list[str]] = []
    for release, answer in answers.items():
        group = next((each for each in groups if answers[each[0]].same_bits(answer)), None)
        if group is None:
            groups.append([release])
        else:
            group.append(release)
    return groups


def _replace(folder: Path, files: Mapping[str, str]) -> bool:
    old = {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}
    changed = False
    for name, text in files.items():
        path = folder / name
        try:
            same = name in old and path.read_text(encoding="utf-8").partition("\n")[2] == text.partition("\n")[2]
        except OSError as error:
            raise UsageError(f"cannot be read: {error.strerror}", path) from None
        if not same:
            write_beside(path, text)
            changed = True
    for name, path in old.items():
        if name not in files:
            path.unlink()
            changed = True
    return changed
