"""A notebook as one example: its cells run in one process, one after the other, as they were recorded."""

from harness.documents.claims import figures_in, stays_in
from harness.documents.document import Document, Kind, Line
from harness.documents.example import Example, Reading, RecordedLog, Source
from harness.scripts.notebook import read_notebook


def notebook_example(document: Document) -> Example:
    """Give the example that a notebook is, held against all that its cells printed when it was saved."""
    notebook = read_notebook(document.path)
    recorded = tuple(Line(0, line) for line in notebook.recorded)
    prose = [line for block in document.blocks if block.kind is Kind.PROSE for line in block.lines]
    return Example(
        1,
        0,
        tuple(range(1, len(notebook.starts) + 1)),
        (Reading(notebook.source, tuple(0 for _ in notebook.source.split("\n"))),),
        RecordedLog(recorded, Source.OUTPUTS) if recorded else None,
        (*stays_in(prose), *(claim for claim in figures_in(prose) if claim.step is not None)),
    )
