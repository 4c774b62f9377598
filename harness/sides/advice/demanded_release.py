"""The release that a script's own error asks for: it looks at TensorFlow's version, and ends."""

import re
from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Side
from harness.symbols.timeline import read_timeline

_NAMED = re.compile(r"\btensorflow\b[^\n]{0,40}?\bv?(?P<version>[012]\.\d{1,2}(?:\.\d+)?)", re.IGNORECASE)
_DEMANDS = re.compile(
    r"\b(?:must|at least|or (?:later|newer|higher|above|greater)|expects?|requires?|needs?|upgrade)\b|>=", re.IGNORECASE
)
_FRAME = re.compile(r'^ *File "(?P<path>[^"]+\.py)", line \d+', re.MULTILINE)
_OTHERS = re.compile(r"/(?:site-packages|\.tox|layers|lib/python\d)")


def demanded_release_text(side: Side) -> Iterator[str]:
    """Give the release that a failed script's own error asks for, where the one that ran it is an earlier one, or is
    taken for that: held against each other as texts, 1.12 is less than 1.2. Else nothing; what a package asks for is
    no release of the script's."""
    if side.failure is None or side.failure.kind != "raised":
        return
    said = side.failure.reason
    found = _NAMED.search(said)
    if found is None or not _DEMANDS.search(said) or not _raised_by_itself(side.failure.detail):
        return
    wanted, ran = found["version"], ".".join(side.tensorflow.split(".")[:2])
    releases = [each for each in read_timeline().releases if _number(each) >= _number(wanted)[:2]]
    if ran in releases:
        if not side.tensorflow < wanted:
            return
        # Of its own major version: no script that asks for 1.2 is for 2.0.
        least = ".".join(wanted.split(".")[:2])
        releases = [each for each in releases if each > least and each[0] == wanted[0]]
        releases, why = releases[-1:], f"it holds {side.tensorflow} against {wanted} as texts, of which that is less"
    else:
        why = f"it asks for TensorFlow {wanted}"
    if releases:
        yield f"{why}: run it as {side.name.partition('@')[0]}@{releases[0]}"


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split("."))


def _raised_by_itself(detail: str) -> bool:
    paths = [match["path"] for match in _FRAME.finditer(detail)]
    return bool(paths) and not _OTHERS.search(paths[-1])
