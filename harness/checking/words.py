"""What came of the examples of a document, in words and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from harness import __version__
from harness.checking.checked import Answer, Checked, ClaimHeld
from harness.checking.era import Era
from harness.diagnose.evidence.evidence import Side
from harness.documents.document import Document
from harness.documents.example import Example, Role
from harness.logs.matching import RowMatch, Standing
from harness.results.codec import encode
from harness.results.finding_text import diagnosis_text
from harness.sides.advice.right_release import right_release_text
from harness.sides.run_text import limit_text
from harness.words.verdict import Divergence, Verdict

SCHEMA = 1
_INDENT = " " * 12
_DETAIL_LINES = 6
_MOST_CLAIMS = 2
_IN_ANOTHER_ORDER = "; they stand in another order than they are printed"


def document_text(document: Document, examples: Sequence[Example]) -> Iterator[str]:
    """Give the lines that say what was read."""
    count = f"{len(examples)} example{'s' if len(examples) != 1 else ''}"
    logs = sum(example.log is not None for example in examples)
    yield f"{document.path}  {document.format}, {count}, {logs} with a log"
    yield from (f"    {remark}" for remark in document.remarks)


def target_text(side: Side, why: str) -> str:
    """Give the line that says in what it was run, and why in that."""
    return f"TensorFlow {side.tensorflow}, Python {side.python}, NumPy {side.numpy}: {why}"


def checked_text(checked: Checked, examples: Sequence[Example]) -> Iterator[str]:
    """Give the lines that say what came of an example."""
    example = checked.example
    first, *more = [*_said(checked, examples), *_claims_text(checked.claims)] or [""]
    yield f"{place_of(example):<10}  {checked.word:<16}  {first}".rstrip()
    more += _how_read(checked)
    more += checked.remarks
    yield from (f"{_INDENT}{line}" for line in more)
    if checked.answer is Answer.FAILED and checked.side is not None and checked.side.failure is not None:
        detail = checked.side.failure.detail.splitlines()[-_DETAIL_LINES:]
        yield from (f"{_INDENT}    {line}" for line in detail)
        yield from (f"{_INDENT}{line}" for line in (*limit_text(checked.side), *right_release_text(checked.side)))
    if checked.diagnosis is not None:
        yield from (f"{_INDENT}{line}" for line in diagnosis_text(checked.diagnosis))


def place_of(example: Example) -> str:
    """Give where an example begins, in the words of its document."""
    return f"line {example.first_line}" if example.first_line else "all cells"


def summary_text(checked: Sequence[Checked]) -> str:
    """Give the line that says it all."""
    counts = {answer: sum(each.answer is answer for each in checked) for answer in Answer}
    held = counts[Answer.HOLDS] + counts[Answer.DIFFERS] + counts[Answer.FAILED]
    said = [f"{counts[Answer.HOLDS]} of {held} examples hold" if held else "nothing was held against a log"]
    others = [answer for answer in Answer if answer not in (Answer.HOLDS, Answer.DIFFERS, Answer.FAILED)]
    names = {Answer.RAN: "ran without a log to hold", Answer.EXCERPT: "excerpt", Answer.FRAGMENT: "fragment"}
    said += [f"{counts[each]} {names.get(each, each.value)}" for each in others if counts[each]]
    return ", ".join(said)


def _said(checked: Checked, examples: Sequence[Example]) -> Iterator[str]:
    example, held = checked.example, checked.held
    of = next((other for other in examples if other.number == example.of), None)
    if example.role is Role.EXCERPT:
        yield "an excerpt" + (f" of the code in {place_of(of)}" if of is not None else "")
    elif example.role is Role.VARIATION and of is not None and not example.remarks:
        yield f"the code in {place_of(of)} with these lines in place of its own"
    if checked.answer in (Answer.FRAGMENT, Answer.NOT_RESTORED):
        yield example.why_not
    if checked.answer is Answer.FAILED and checked.side is not None and checked.side.failure is not None:
        lines = len(checked.side.lines)
        if checked.side.failure.kind == "silent":
            yield "it ran to its end and printed nothing, and the document shows a log of it"
        else:
            yield f"failed after {lines} line{'s' if lines != 1 else ''}: {checked.side.failure.reason}"
    if held is not None and example.log is not None and checked.answer is not Answer.FAILED:
        yield _log_text(checked)
        first = _first(checked)
        if first is not None:
            yield f"first difference: {first}"
        if held.lines is not None and held.lines.extra_left:
            count, one = len(held.lines.extra_left), held.lines.extra_left[0]
            what = f"{count} line{'s' if count > 1 else ''} of the log without a number {'are' if count > 1 else 'is'}"
            yield f"{what} not printed: {one.text!r}"
    if checked.answer is Answer.RAN and checked.side is not None:
        lines = len(checked.side.lines)
        yield (
            f"{lines} line{'s' if lines != 1 else ''}, and no log in the document"
            if lines
            else "it ran to its end and printed nothing"
        )


def _log_text(checked: Checked) -> str:
    assert checked.held is not None and checked.example.log is not None
    comparison, log = checked.held.comparison, checked.example.log
    numbers = [line.number for line in log.lines if line.number]
    where = f", lines {min(numbers)}-{max(numbers)}" if numbers and min(numbers) < max(numbers) else ""
    where = f", line {numbers[0]}" if numbers and not where else where
    said = f"{comparison.agreeing} of {comparison.expected} lines of the log ({log.source.value}{where})"
    rows = checked.held.lines.matching.rows if checked.held.lines is not None else ()
    more = sum(row.standing is Standing.NOT_SHOWN and row.left is None for row in rows)
    if comparison.expected and more:
        said += f"; {more} more were printed"
    return said + (_IN_ANOTHER_ORDER if _are_swapped(rows) else "")


def _are_swapped(rows: Sequence[RowMatch]) -> bool:
    """Whether lines of one kind stand in another order than they were printed."""
    last: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row.left is None or row.right is None:
            continue
        if row.right.line < last.get(row.left.names, -1):
            return True
        last[row.left.names] = row.right.line
    return False


def _first(checked: Checked) -> Divergence | None:
    """The first difference in the line of the document that it is in; None where only words or times differ."""
    assert checked.held is not None and checked.example.log is not None
    first, lines = checked.held.comparison.first, checked.example.log.lines
    if first is None or (checked.verdict is Verdict.REFORMATTED and first.field == "text"):
        return None
    number = lines[first.line - 1].number if first.line is not None and first.line <= len(lines) else 0
    return replace(first, line=number or None)


def _claims_text(claims: Sequence[ClaimHeld]) -> Iterator[str]:
    """The claims one by one; many that hold, as those of a table, together."""
    holding = [each for each in claims if each.holds and not each.claim.stays]
    if len(holding) > _MOST_CLAIMS:
        numbers = [each.claim.line.number for each in holding]
        yield f"{len(holding)} figures (lines {min(numbers)}-{max(numbers)}) hold"
        claims = [each for each in claims if each not in holding]
    yield from (_claim_text(each) for each in claims)


def _claim_text(held: ClaimHeld) -> str:
    claim = held.claim
    words = f"{claim.name} stays {claim.value}" if claim.stays else f"{claim.name}: {claim.value}"
    told = {True: "holds", False: "does not hold", None: "is not decided"}[held.holds]
    step = f" at {claim.step}" if claim.step is not None else ""
    return f"{words}{step} (line {claim.line.number}) {told}: {held.printed}"


def _how_read(checked: Checked) -> Iterator[str]:
    reading = checked.reading
    if reading is None or not reading.restored:
        return
    restored = " and ".join(reading.restored)
    count = len(checked.example.readings)
    if count > 1 and checked.answer is Answer.HOLDS and checked.held is not None:
        yield f"restored: {restored}; of {count} ways to read it this one reproduces the log"
    elif count > 1:
        yield f"restored: {restored}; one of {count} ways to read it"
    else:
        yield f"restored: {restored}"


def checked_document(document: Document, eras: Sequence[tuple[Era, Sequence[Checked]]]) -> dict[str, Any]:
    """Give all of it for ``--json``."""
    return {
        "schema": SCHEMA,
        "harness": __version__,
        "document": str(document.path),
        "format": document.format,
        "day": asdict(document.day) if document.day is not None else None,
        "remarks": list(document.remarks),
        "targets": [
            {"release": era.release, "day": era.day, "why": era.why, "examples": [_example(each) for each in found]}
            for era, found in eras
        ],
    }


def _example(checked: Checked) -> dict[str, Any]:
    example, held, side = checked.example, checked.held, checked.side
    return {
        "number": example.number,
        "line": example.first_line,
        "blocks": list(example.blocks),
        "role": example.role.value,
        "of": example.of,
        "answer": checked.answer.value,
        "verdict": str(checked.verdict) if checked.verdict is not None else None,
        "log": [asdict(line) for line in example.log.lines] if example.log is not None else None,
        "log_source": example.log.source.value if example.log is not None else None,
        "comparison": asdict(held.comparison) if held is not None else None,
        "code": checked.reading.text if checked.reading is not None else None,
        "restored": list(checked.reading.restored) if checked.reading is not None else [],
        "readings": len(example.readings),
        "tensorflow": side.tensorflow if side is not None else None,
        "printed": list(side.lines) if side is not None else [],
        "failure": asdict(side.failure) if side is not None and side.failure is not None else None,
        "claims": [
            {"name": each.claim.name, "value": each.claim.value, "line": each.claim.line.number, "holds": each.holds,
             "printed": each.printed}
            for each in checked.claims
        ],
        "remarks": [example.why_not, *checked.remarks] if example.why_not else list(checked.remarks),
        **(encode(checked.diagnosis) if checked.diagnosis is not None else {}),
    }  # fmt: skip
