"""The page of a case: its note, its log beside what was printed, its ports, its curves, its drift."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cases.case import Case, Variant
from harness.cases.run import Run, subject
from harness.report.curves import curve_data
from harness.report.links import case_page, plot_data, run_anchor
from harness.report.material import Material, of_case
from harness.report.outcomes import Attempt, Outcome, Told, to_golden, to_other, told
from harness.report.ports import CodeLine, PortRow, side_by_side
from harness.report.printed import PrintedLog, different, printed_log
from harness.results.finding_text import diagnosis_text
from harness.results.matrix_text import SYMBOLS
from harness.words.verdict import Verdict


@dataclass(frozen=True)
class Attempted:
    """A line of the table of runs: a release, or several that say the same, with the names of all of their places."""

    anchors: tuple[str, ...]
    releases: str
    about: str
    symbol: str
    text: str
    bits: str
    moved: bool
    golden: str
    other: str
    seconds: float
    why: str
    detail: str
    causes: tuple[str, ...]
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StyleRuns:
    """The runs of one style; ``first`` names the style that the others are held against."""

    style: str
    anchor: str
    first: str
    rows: tuple[Attempted, ...]


@dataclass(frozen=True)
class Plot:
    """What is known of a plot before its numbers are there: where it is among them, and its words."""

    place: int
    field: str
    about: str


@dataclass(frozen=True)
class VariantPart:
    """What the page has for one variant."""

    name: str
    subject: str
    variant: Variant
    lines: str
    log: PrintedLog
    runs: tuple[StyleRuns, ...]
    plots: tuple[Plot, ...]


def case_values(material: Material, case: Case) -> tuple[dict[str, object], str]:
    """Give what the template of the page takes, and the text of the file with the numbers of its plots, empty where it
    has none. Raises UsageError for a golden trace that cannot be read."""
    runs = of_case(material.runs, case)
    data: list[dict[str, object]] = []
    parts = []
    for variant in dict.fromkeys(run.variant for run in runs):
        each = [told(material, run) for run in runs if run.variant is variant]
        outcomes = [outcome for one in each for outcome in one.outcomes]
        curves = curve_data(variant, outcomes)
        parts.append(_part(material, case, variant, each, outcomes, curves, len(data)))
        data += curves
    scripts = _scripts(runs)
    rows = side_by_side([script.read_text(encoding="utf-8", errors="replace") for script in scripts])
    values: dict[str, object] = {
        "case": case,
        "parts": parts,
        "heads": list(scripts.values()),
        "rows": rows,
        "comments": list(_comments(list(scripts.values()), rows)),
        "pitfalls": [(other.name, case_page(other.name)) for other in material.cases if other.right == case.name],
        "right": (case.right, case_page(case.right)) if case.right in {each.name for each in material.cases} else None,
        "pitfall_page": _pitfall_page(material.docs, case.folder.name.replace("_", "-")) if case.pitfall else "",
        "data": plot_data(case.name).rpartition("/")[2] if data else "",
    }
    return values, f"harnessPlots({json.dumps(data, allow_nan=False)});\n" if data else ""


def _part(
    material: Material,
    case: Case,
    variant: Variant,
    each: Sequence[Told],
    outcomes: Sequence[Outcome],
    curves: Sequence[dict[str, object]],
    first_place: int,
) -> VariantPart:
    name = subject(case.name, variant.name)
    return VariantPart(
        variant.name,
        name,
        variant,
        material.places.get(name, ""),
        printed_log(variant, different(outcomes)),
        tuple(_style_runs(material.docs, one, each[0]) for one in each),
        tuple(Plot(first_place + place, str(curve["field"]), _plot_words(curve)) for place, curve in enumerate(curves)),
    )


def _plot_words(curve: dict[str, object]) -> str:
    names = [f"{each['style']} {each['releases']}".strip() for each in curve["curves"]]  # type: ignore[attr-defined]
    return f"{curve['field']} over {len(curve['x'])} steps: {'; '.join(names)}"  # type: ignore[arg-type]


def _style_runs(docs: Path, one: Told, first: Told) -> StyleRuns:
    name = one.run.variant.name
    other = first.run.style.name if one is not first else ""
    return StyleRuns(
        one.run.style.name, run_anchor(name, one.run.style.name), other, tuple(_attempted(docs, one, first))
    )


def _attempted(docs: Path, one: Told, first: Told) -> Iterator[Attempted]:
    distances: dict[tuple[str, str], str] = {}
    before = ""
    group: list[Attempt] = []
    for place, attempt in enumerate(one.attempts):
        unsupported = attempt.cell.verdict is Verdict.UNSUPPORTED
        if group and not (unsupported and attempt.cell.why == group[-1].cell.why):
            yield _row(docs, one.run, group, "", "", "")
            group = []
        if unsupported:
            group.append(attempt)
            continue
        outcome, beside = attempt.outcome, first.attempts[place].outcome
        golden = other = ""
        if outcome is not None:
            key = (outcome.bits, "")
            if key not in distances:
                found = to_golden(outcome)
                distances[key] = str(found) if found is not None else "no golden trace"
            golden = distances[key]
        if outcome is not None and beside is not None and one is not first:
            key = (outcome.bits, beside.bits)
            if key not in distances:
                distances[key] = str(to_other(outcome, beside))
            other = distances[key]
        yield _row(docs, one.run, [attempt], before, golden, other)
        before = attempt.cell.bits or before
    if group:
        yield _row(docs, one.run, group, "", "", "")


def _row(docs: Path, run: Run, group: Sequence[Attempt], before: str, golden: str, other: str) -> Attempted:
    attempt = group[0]
    names = [each.column.name.removeprefix("tf") for each in group]
    result = attempt.result
    failed = result is not None and not attempt.cell.good
    causes = [finding.cause for finding in result.diagnosis.findings] if result is not None and failed else []
    detail = result.failure.detail if result is not None and result.failure is not None else ""
    return Attempted(
        tuple(run_anchor(run.variant.name, run.style.name, each.column.name) for each in group),
        names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}",
        attempt.column.about if len(names) == 1 else "",
        SYMBOLS[attempt.cell.text],
        attempt.cell.text,
        attempt.cell.bits,
        bool(before and attempt.cell.bits and attempt.cell.bits != before),
        golden,
        other,
        result.seconds if result is not None else 0.0,
        attempt.cell.why,
        detail,
        tuple(diagnosis_text(result.diagnosis)) if failed and result is not None else (),
        tuple((name, page) for name in causes if (page := _pitfall_page(docs, name))),
    )


def _pitfall_page(docs: Path, name: str) -> str:
    """The page on a cause; empty where there is none."""
    return f"docs/pitfalls/{name}.html" if (docs / "pitfalls" / f"{name}.md").is_file() else ""


def _scripts(runs: Sequence[Run]) -> dict[Path, str]:
    """Each script once, with the styles that it stands for."""
    styles: dict[Path, dict[str, None]] = {}
    for run in runs:
        styles.setdefault(run.style.script, {})[run.style.name] = None
    return {script: ", ".join(names) for script, names in styles.items()}


def _comments(heads: Sequence[str], rows: Sequence[PortRow]) -> Iterator[tuple[str, list[CodeLine]]]:
    """What the code itself says, port by port."""
    for place, head in enumerate(heads):
        said = [line for row in rows if (line := row.lines[place]) is not None and line.comment]
        if said:
            yield head, said
