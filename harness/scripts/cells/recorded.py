"""What the cells printed when the notebook was saved."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from harness.logs.output import lines_of_output
from harness.scripts.cells.document import joined

_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# What %time and %timeit print, which run as if they were not there.
_TIMES = re.compile(
    r"CPU times: |Wall time: |Compiler ?: |Parser +: |\d+ loops, best of |.* per loop(?: \(|$)|The slowest run "
)
_FIGURES = ("image/", "application/vnd")
_OF_FORMAT_3 = frozenset({"png", "jpeg", "svg"})


_ERRORS = ("error", "pyerr")


def error_of(outputs: Sequence[Mapping[str, Any]]) -> str:
    """Give the kind of the error that a cell ended in, empty for none."""
    return next((str(each.get("ename") or "Error") for each in outputs if each.get("output_type") in _ERRORS), "")


def has_value(outputs: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a cell displayed the value of its last expression."""
    return any(each.get("output_type") in ("execute_result", "pyout") for each in outputs)


def recorded_lines(outputs: Sequence[Mapping[str, Any]], *, timed: bool, errors: bool = True) -> list[str]:
    """Give the lines that a cell wrote: its stdout, the text of what it displayed but for figures, and its traceback,
    unless that is not wanted (``errors``).

    Without the times of ``%time``, if it was ``timed``.
    """
    texts: list[str] = []
    in_stream = False
    for output in outputs:
        if not errors and output.get("output_type") in _ERRORS:
            continue
        is_stream = output.get("output_type") == "stream"
        for text in _texts(output):
            # A stream is saved in pieces, wherever it was when the browser asked.
            if is_stream and in_stream:
                texts[-1] += text
            else:
                texts.append(text)
            in_stream = is_stream
    lines = [line for text in texts if text for line in lines_of_output(text)]
    return [line for line in lines if not (timed and _TIMES.match(line))]


def _texts(output: Mapping[str, Any]) -> Iterator[str]:
    match output.get("output_type"):
        case "stream":
            if output.get("name", output.get("stream", "stdout")) == "stdout":
                yield joined(output.get("text")) or ""
        case "execute_result" | "display_data":
            data = output.get("data")
            yield from _plain(data) if isinstance(data, dict) else _plain_of_format_3(output)
        case "pyout":
            yield from _plain_of_format_3(output)
        case "error" | "pyerr":
            trace = output.get("traceback")
            if isinstance(trace, list):
                yield _COLOURS.sub("", "\n".join(str(each) for each in trace))


def _plain(data: Mapping[str, Any]) -> Iterator[str]:
    text = joined(data.get("text/plain"))
    if text is not None and not any(str(kind).startswith(_FIGURES) for kind in data):
        yield text


def _plain_of_format_3(output: Mapping[str, Any]) -> Iterator[str]:
    text = joined(output.get("text"))
    if text is not None and not _OF_FORMAT_3 & set(output):
        yield text
