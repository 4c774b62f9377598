"""The pages of the atlas: one for each area, and a list of all symbols."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from harness.atlas.summary import RangeSaid, RowSummary
from harness.symbols.ranges import ranges

FOLDER = Path("docs/atlas")
_MADE = "<!-- Made by `harness atlas --write` from atlas/ and golden/atlas/; changes here are lost. -->\n\n"


def atlas_pages(rows: Sequence[RowSummary]) -> dict[Path, str]:
    """Give the text of each page by its path in the project."""
    areas = {area: list(group) for area, group in groupby(rows, key=lambda row: row.name.partition("/")[0])}
    pages = {FOLDER / f"{area}.md": _MADE + "\n".join(_area(area, each)) + "\n" for area, each in areas.items()}
    pages[FOLDER / "README.md"] = _MADE + "\n".join(_list(rows)) + "\n"
    return pages


def outcome(row: RowSummary) -> str:
    """Give in a few words what became of a row in the newest release that runs its TF2 style."""
    ran = [each for each in row.migration if not each.why_not]
    return ran[-1].text if ran else "TF2 style does not run" if row.migration else "not measured"


def _list(rows: Sequence[RowSummary]) -> Iterator[str]:
    same = sum(outcome(row) == "same bits" for row in rows)
    close = sum(outcome(row).startswith("within") for row in rows)
    yield "# Atlas of equivalence"
    yield ""
    yield f"{len(rows)} symbols of TensorFlow 1 and what is used in their place, run in both styles on every release."
    yield f"By default {same} give the same bits in the newest one, {close} are a few ULP apart, the others differ."
    yield "`harness equal SYMBOL` shows a row, `harness lint` uses them."
    yield ""
    yield "| TensorFlow 1 | TensorFlow 2 | by default | equal with |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        anchor = f"{row.name.partition('/')[0]}.md#{row.name.partition('/')[2]}"
        equal = f"`{_cell(row.equal)}`" if row.equal else ""
        yield f"| [`{row.v1}`]({anchor}) | `{row.v2}` | {_cell(outcome(row))} | {equal} |"


def _area(area: str, rows: Sequence[RowSummary]) -> Iterator[str]:
    yield f"# Atlas: {area}"
    for row in rows:
        yield ""
        yield f"## {row.name.partition('/')[2]}"
        yield ""
        yield f"`{row.v1}` in TensorFlow 1, `{row.v2}` in TensorFlow 2; stage [{row.stage}](../stages/README.md)."
        if row.differs:
            yield ""
            yield row.differs
        if row.shows:
            yield ""
            yield f"Probe: {row.shows}"
        if row.equal:
            yield ""
            yield f"Equal with `{row.equal}`."
        if row.note:
            yield ""
            yield f"Not probed: {row.note}"
        yield ""
        yield from _table(row)


def _table(row: RowSummary) -> Iterator[str]:
    known = list(dict.fromkeys(release for each in (*row.styles, *row.migration) for release in each.releases))
    yield f"| TF2 style in | against TF1 style in {row.origin or 'no release'} | |"
    yield "| --- | --- | --- |"
    yield from _lines(row.migration, known, "")
    yield from _lines(row.equalised, known, "with the equalising argument")
    for border in row.borders:
        yield f"| {border.release} | {_cell(border.text)} | {border.probe}, against {border.before} |"


def _lines(spans: Sequence[RangeSaid], known: Sequence[str], remark: str) -> Iterator[str]:
    for each in spans:
        text = f"{each.text} ({each.why_not})" if each.why_not else each.text
        yield f"| {ranges(each.releases, known)} | {_cell(text)} | {remark} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
