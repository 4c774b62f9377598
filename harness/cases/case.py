"""Cases: documented examples, each a folder under ``cases/`` with its golden files under ``golden/``."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from harness.cases.notes import Note
from harness.judging.traces import Tolerances
from harness.logs.documented import DocumentedLog
from harness.logs.template import LogTemplate
from harness.words.styles import STYLES

DOCUMENTED_FILE = "documented.log"
# Seconds that a run may take where nobody says how many.
DEFAULT_TIMEOUT = 60.0


@dataclass(frozen=True)
class Style:
    """One way in which a case is written: its script, and the releases that can run it."""

    name: str
    script: Path
    since: Version
    why: str

    def reason_against(self, tensorflow: str) -> str | None:
        """Give why this style does not exist for a TensorFlow release, None where it does."""
        try:
            release = Version(tensorflow)
        except InvalidVersion:
            return None
        # `2.0.0` is `2.0`, and a nightly of a release is as good as the release.
        if Version(release.base_version) >= Version(self.since.base_version):
            return None
        return f"{self.why}: TensorFlow {self.since} and later"


@dataclass(frozen=True)
class Erratum:
    """A place where a note contradicts itself, and what the run shows. ``line`` counts from 1 in the note."""

    line: int
    says: str
    shows: str


@dataclass(frozen=True)
class Claim:
    """A claim in a note's prose that a run can decide, and what came of it.

    ``quote`` is the number or word of the note that it rests on, as written; ``verdict`` is ``holds``, ``fails`` or
    ``unsettled``.
    """

    line: int
    quote: str
    says: str
    verdict: str
    shows: str


@dataclass(frozen=True, eq=False)
class Variant:
    """The case's scripts with one set of parameters, held against one documented log.

    ``name`` is empty for a case without variants. ``records`` is the number of records that the note's own loop makes
    (None: the log shows it), ``step_field`` the field that numbers the lines, ``derived`` says what the log was derived
    from if the note prints none. A ``slow`` variant runs only when asked for.
    """

    name: str
    parameters: Mapping[str, Any]
    template: LogTemplate
    step_field: str | None
    records: int | None
    derived: str | None
    slow: bool
    styles: tuple[Style, ...]
    tolerances: Tolerances
    log: DocumentedLog
    log_path: Path
    golden_folder: Path

    def golden_path(self, style: str) -> Path:
        """Where the golden trace of a style lies, whether or not it does."""
        return self.golden_folder / f"{style}.csv"


@dataclass(frozen=True, eq=False)
class Case:
    """One documented example. ``folder`` holds ``case.toml`` and the scripts; ``where`` says where in the note it is.

    ``timeout`` is in seconds. For a pitfall, a wrong port, ``pitfall`` says in one line why it goes wrong and ``right``
    names the case that does it right.
    """

    name: str
    title: str
    folder: Path
    note: Note
    where: str
    pitfall: str | None
    right: str | None
    timeout: float
    styles: tuple[Style, ...]
    variants: tuple[Variant, ...]
    errata: tuple[Erratum, ...]
    claims: tuple[Claim, ...]

    @property
    def path(self) -> Path:
        """The case's ``case.toml``."""
        return self.folder / "case.toml"

    def digest(self, variant: Variant, style: Style) -> str:
        """Give a digest of all that decides a run's verdict: what case.toml says of it, the script and what else lies
        in the case's folder for it to import or read, documented log, golden trace. Titles, errata and the scripts of
        other styles do not."""
        said = (variant.template.text, variant.step_field, variant.records, sorted(variant.parameters.items()))
        digest = hashlib.sha256(repr((said, style.since, variant.tolerances, self.timeout)).encode())
        for path in (*self._files(style), variant.log_path, variant.golden_path(style.name)):
            digest.update(path.read_bytes() if path.exists() else b"none")
            digest.update(b"\0")
        return digest.hexdigest()[:16]

    def _files(self, style: Style) -> list[Path]:
        """The script, then whatever it may import or read."""
        scripts = {other.script for other in self.styles} | {self.folder / f"{name}.py" for name in STYLES}
        others = set(self.folder.rglob("*")) - scripts - {self.path}
        kept = [path for path in others if path.is_file() and not _is_by_product(path.relative_to(self.folder))]
        return [style.script, *sorted(kept)]


def _is_by_product(path: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)
