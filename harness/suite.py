"""Reading a project: all cases under ``cases/`` with their golden files, every mistake named with file and line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from harness.case import DOCUMENTED_FILE, STYLES, Case, Erratum, Style, Variant
from harness.compare import Tolerances
from harness.documented import DocumentedLog, parse_documented
from harness.errors import UsageError, near
from harness.judge import Tolerance
from harness.notes import NOTES_FILE, Note, read_notes
from harness.template import LineMismatch, LogTemplate, TemplateError, parse_template
from harness.toml_table import Table, read_toml

_DEFAULT_SINCE = {"graph": "0.12", "eager": "2.0", "function": "2.0"}
_DEFAULT_WHY = {
    "graph": "written for the Session API",
    "eager": "written for TF2 eager execution",
    "function": "written for tf.function",
}
# A plain script's output is its log: every line is one field.
PLAIN_TEMPLATE = "%(line)s"
_NAME = re.compile(r"[a-z0-9][a-z0-9_]*")
_DEFAULT_TIMEOUT = 60.0


@dataclass(frozen=True)
class Suite:
    """All cases of a project, in the order of their names."""

    root: Path
    cases: tuple[Case, ...]

    def select(self, names: list[str]) -> tuple[Case, ...]:
        """Give the named cases, all for no name. Raises UsageError for an unknown one, with those near to it."""
        by_name = {case.name: case for case in self.cases}
        for name in names:
            if name not in by_name:
                advice = near(name, by_name) or f"; there are: {', '.join(by_name)}"
                raise UsageError(f"there is no case {name!r}{advice}")
        return tuple(by_name[name] for name in dict.fromkeys(names)) if names else self.cases


def find_root(start: Path) -> Path:
    """Give the nearest folder, from ``start`` upwards, that has ``cases/`` and ``golden/``."""
    for folder in (start, *start.parents):
        if (folder / "cases").is_dir() and (folder / "golden").is_dir():
            return folder
    raise UsageError(f"neither {start} nor a folder above it has cases/ and golden/; go there or give --root")


def read_suite(root: Path) -> Suite:
    """Read every case under ``root``. Raises UsageError for the first mistake in any."""
    notes = read_notes(root / "golden")
    paths = sorted((root / "cases").glob("**/case.toml"))
    if not paths:
        raise UsageError(f"there is no case.toml in any folder under {root / 'cases'}")
    return Suite(root, tuple(read_case(path, root, notes) for path in paths))


def unused_golden_files(suite: Suite) -> tuple[Path, ...]:
    """Give the files under ``golden/`` that belong to no case."""
    golden = suite.root / "golden"
    used = {golden / NOTES_FILE}
    for case in suite.cases:
        for variant in case.variants:
            used.add(variant.log_path)
            used.update(variant.golden_path(style.name) for style in case.styles)
    return tuple(sorted(path for path in golden.rglob("*") if path.is_file() and path not in used))


def read_case(path: Path, root: Path, notes: Mapping[str, Note]) -> Case:
    """Read one ``case.toml`` and the documented logs that belong to it."""
    table = read_toml(path)
    name = path.parent.relative_to(root / "cases").as_posix()
    title = table.take("title", str)
    note = _note(table, notes)
    where = table.take("where", str)
    template = _template(table)
    step_field = _step_field(table, template)
    parameters = table.table("parameters").values
    case = Case(
        name=name,
        title=title,
        folder=path.parent,
        note=note,
        where=where,
        template=template,
        step_field=step_field,
        records=table.take("records", int, None),
        derived=table.take("derived", str, None),
        timeout=table.take("timeout", float, _DEFAULT_TIMEOUT),
        slow=table.take("slow", bool, False),
        tolerances=_tolerances(table.table("tolerance"), template),
        styles=_styles(table.table("styles")),
        variants=_variants(table, parameters, root / "golden" / name, template),
        errata=_errata(table),
    )
    table.finish()
    return case


def _note(table: Table, notes: Mapping[str, Note]) -> Note:
    key = table.take("note", str)
    if key not in notes:
        advice = near(key, notes) or f"; there are: {', '.join(notes)}"
        raise UsageError(f"golden/notes.toml has no note {key!r}{advice}", table.path, table.line("note"))
    return notes[key]


def _template(table: Table) -> LogTemplate:
    try:
        return parse_template(table.take("template", str, PLAIN_TEMPLATE))
    except TemplateError as error:
        raise UsageError(str(error), table.path, table.line("template")) from None


def _step_field(table: Table, template: LogTemplate) -> str | None:
    field: str | None = table.take("step", str, "step" if "step" in template.fields else None)
    if field is not None and field not in template.fields:
        advice = near(field, template.fields) or f"; it has: {', '.join(template.fields)}"
        raise UsageError(f"the template has no field {field!r}{advice}", table.path, table.line("step"))
    return field


def _tolerances(table: Table, template: LogTemplate) -> Tolerances:
    fields: dict[str, Tolerance] = {}
    default = Tolerance()
    for name in table.keys():
        entry = table.table(name)
        tolerance = Tolerance(
            entry.take("ulps", int, default.ulps),
            entry.take("relative", float, 0.0),
            entry.take("absolute", float, 0.0),
        )
        entry.finish()
        if name == "default":
            default = tolerance
        else:
            fields[name] = tolerance
    return Tolerances(default, fields)


def _styles(table: Table) -> tuple[Style, ...]:
    styles = []
    for name in table.keys():
        if name not in STYLES:
            advice = near(name, STYLES) or f"; there are: {', '.join(STYLES)}"
            raise UsageError(f"there is no style {name!r}{advice}", table.path, table.line(name))
        entry = table.table(name)
        script = table.path.parent / entry.take("script", str, f"{name}.py")
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


def _variants(table: Table, parameters: Mapping[str, Any], golden: Path, template: LogTemplate) -> tuple[Variant, ...]:
    entries = table.table("variants")
    variants = []
    for name in entries.keys():
        if not _NAME.fullmatch(name):
            message = f"a variant's name is lower case, digits and _, not {name!r}"
            raise UsageError(message, table.path, entries.line(name))
        entry = entries.table(name)
        own = entry.table("parameters").values
        entry.finish()
        variants.append(_variant(name, {**parameters, **own}, golden / name, template))
    return tuple(variants) or (_variant("", parameters, golden, template),)


def _variant(name: str, parameters: Mapping[str, Any], golden: Path, template: LogTemplate) -> Variant:
    path = golden / DOCUMENTED_FILE
    return Variant(name, parameters, _documented(path, template), path, golden)


def _documented(path: Path, template: LogTemplate) -> DocumentedLog:
    try:
        log = parse_documented(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"the documented log cannot be read: {error.strerror}; write the lines that the note printed into it"
        raise UsageError(message, path) from None
    except UnicodeDecodeError as error:
        raise UsageError(f"is not UTF-8 at byte {error.start}", path) from None
    if not log.lines:
        raise UsageError("the documented log has no line", path, 1)
    for line in log.lines:
        try:
            template.parse(line.text)
        except LineMismatch as error:
            raise UsageError(str(error), path, line.number) from None
    return log


def _errata(table: Table) -> tuple[Erratum, ...]:
    errata = []
    for entry in table.tables("errata"):
        errata.append(Erratum(entry.take("line", int), entry.take("says", str), entry.take("shows", str)))
        entry.finish()
    return tuple(errata)
