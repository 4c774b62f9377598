"""A report as JUnit XML: a suite for each release, a test for each run, beside pytest's own."""

from collections.abc import Sequence
from xml.etree import ElementTree

from harness.report.material import Material
from harness.results.finding_text import diagnosis_text
from harness.results.matrix import Cell, Column
from harness.results.result import Result
from harness.words.verdict import Verdict
from harness.words.visible import visible


def as_junit(material: Material) -> str:
    """Give the XML. What took no place is skipped, with its reason; what should have, and did not, is an error."""
    root = ElementTree.Element("testsuites", name="harness")
    for place, column in enumerate(material.matrix.columns):
        cells = [row.cells[place] for row in material.matrix.rows]
        _suite(root, material, column, cells)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, material: Material, column: Column, cells: Sequence[Cell]) -> None:
    results = [
        material.results.get((column.name, row.subject, row.style)) if cell.verdict is not None else None
        for row, cell in zip(material.matrix.rows, cells, strict=True)
    ]
    seconds = sum(result.seconds for result in results if result is not None)
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        name=visible(column.name),
        tests=str(len(cells)),
        failures=str(sum(_kind(cell) == "failure" for cell in cells)),
        errors=str(sum(_kind(cell) == "error" for cell in cells)),
        skipped=str(sum(_kind(cell) == "skipped" for cell in cells)),
        time=f"{seconds:.3f}",
    )
    for row, cell, result in zip(material.matrix.rows, cells, results, strict=True):
        test = ElementTree.SubElement(
            suite,
            "testcase",
            classname=visible(f"{column.name}.{row.subject}"),
            name=visible(row.style),
            time=f"{result.seconds if result is not None else 0.0:.3f}",
        )
        kind = _kind(cell)
        if kind:
            message = visible(f"{cell.text}: {cell.why}" if cell.why else cell.text)
            said = ElementTree.SubElement(test, kind, message=message.split("\n", 1)[0])
            said.text = None if kind == "skipped" else visible(_detail(cell, result))


def _kind(cell: Cell) -> str:
    """What the cell is for JUnit; empty for a test that passes."""
    if cell.verdict is None:
        return "skipped" if cell.good else "error"
    if cell.verdict is Verdict.UNSUPPORTED:
        return "skipped"
    if cell.verdict is Verdict.FAILED:
        return "error"
    return "" if cell.good else "failure"


def _detail(cell: Cell, result: Result | None) -> str:
    if result is None:
        return cell.why
    detail = [result.failure.detail] if result.failure is not None else []
    return "\n".join([cell.why, *detail, *diagnosis_text(result.diagnosis)])
