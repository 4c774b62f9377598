"""Reading one ``case.toml`` with its documented logs, every mistake named with file and line."""

import math
from collections.abc import Mapping
from pathlib import Path

from packaging.version import InvalidVersion, Version

from harness.cases.case import DEFAULT_TIMEOUT, Case, Claim, Erratum, Style
from harness.cases.notes import Note
from harness.cases.variant_tables import read_variants
from harness.files.toml_table import Table, read_toml
from harness.words.errors import UsageError, near
from harness.words.styles import STYLES

_DEFAULT_SINCE = {"graph": "0.12", "eager": "2.0", "function": "2.0"}
_DEFAULT_WHY = {
    "graph": "written for the Session API",
    "eager": "written for TF2 eager execution",
    "function": "written for tf.function",
}
_CLAIM_VERDICTS = ("holds", "fails", "unsettled")


def read_case(path: Path, root: Path, notes: Mapping[str, Note]) -> Case:
    """Read one ``case.toml`` and the documented logs that belong to it."""
    table = read_toml(path)
    name = path.parent.relative_to(root / "cases").as_posix()
    title = table.take("title", str)
    note = _note(table, notes)
    where = table.take("where", str)
    styles = _styles(table.table("styles"), root)
    variants = read_variants(table, root / "golden" / name, styles)
    case = Case(
        name=name,
        title=title,
        folder=path.parent,
        note=note,
        where=where,
        pitfall=table.take("pitfall", str, None),
        right=table.take("right", str, None),
        timeout=_timeout(table),
        styles=styles,
        variants=variants,
        errata=_errata(table),
        claims=_claims(table),
    )
    table.finish()
    return case


def _note(table: Table, notes: Mapping[str, Note]) -> Note:
    key = table.take("note", str)
    if key not in notes:
        advice = near(key, notes) or f"; there are: {', '.join(notes)}"
        raise UsageError(f"golden/notes.toml has no note {key!r}{advice}", table.path, table.line("note"))
    return notes[key]


def _timeout(table: Table) -> float:
    seconds = table.take("timeout", float, DEFAULT_TIMEOUT)
    if not 0 < seconds < math.inf:
        raise UsageError(f"'timeout' should be seconds above 0, not {seconds:g}", table.path, table.line("timeout"))
    return seconds


def _styles(table: Table, root: Path) -> tuple[Style, ...]:
    styles = []
    for name in table:
        if name not in STYLES:
            advice = near(name, STYLES) or f"; there are: {', '.join(STYLES)}"
            raise UsageError(f"there is no style {name!r}{advice}", table.path, table.line(name))
        entry = table.table(name)
        script = _script(entry, f"{name}.py", root)
        since = entry.take("since", str, _DEFAULT_SINCE[name])
        why = entry.take("why", str, _DEFAULT_WHY[name])
        entry.finish()
        if not script.is_file():
            raise UsageError(f"the style {name!r} has no script {script.name}", table.path, entry.line(None))
        try:
            styles.append(Style(name, script, Version(since), why))
        except InvalidVersion:
            message = f"'since' should be a TensorFlow release like \"1.15\", not {since!r}"
            raise UsageError(message, table.path, entry.line("since")) from None
    if not styles:
        raise UsageError("the case has no style; write [styles.graph] or [styles.eager]", table.path, 1)
    return tuple(sorted(styles, key=lambda style: STYLES.index(style.name)))


def _script(entry: Table, default: str, root: Path) -> Path:
    """The script of a style, which is a file of the project: what lies elsewhere no clone has, and no digest covers."""
    named = entry.take("script", str, default)
    script = entry.path.parent / named
    if Path(named).is_absolute():
        message = f"'script' is a path from the case's folder, not {named!r}"
        raise UsageError(message, entry.path, entry.line("script"))
    within = (root.resolve(), (root / "cases").resolve())
    if not any(script.resolve().is_relative_to(folder) for folder in within):
        what = f"{named!r} is a link to {script.resolve()}" if script.is_symlink() else f"{named!r} leads out of it"
        message = f"a script lies within the project, {root}, and {what}; put a copy beside case.toml"
        raise UsageError(message, entry.path, entry.line("script" if "script" in entry.values else None))
    return script


def _errata(table: Table) -> tuple[Erratum, ...]:
    errata = []
    for entry in table.tables("errata"):
        errata.append(Erratum(entry.take("line", int), entry.take("says", str), entry.take("shows", str)))
        entry.finish()
    return tuple(errata)


def _claims(table: Table) -> tuple[Claim, ...]:
    claims = []
    for entry in table.tables("claims"):
        verdict = entry.take("verdict", str)
        if verdict not in _CLAIM_VERDICTS:
            message = f"a claim's verdict is one of {', '.join(_CLAIM_VERDICTS)}, not {verdict!r}"
            raise UsageError(message, table.path, entry.line("verdict"))
        line, quote = entry.take("line", int), entry.take("quote", str, "")
        claims.append(Claim(line, quote, entry.take("says", str), verdict, entry.take("shows", str)))
        entry.finish()
    return tuple(claims)
