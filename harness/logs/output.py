"""What a program wrote, as the lines that a terminal shows of it in the end."""

# As many lines of a log are paired and judged. Measured on a busy machine: two logs of 46 MB, 1.1 million lines each,
# take 34 s of processor time and 474 MB so; all of it would take a quarter of an hour and 14 GB.
MOST_LINES = 30_000


def lines_of_output(text: str) -> tuple[str, ...]:
    """Give the lines of an output or of a log, blank ones too, without white space at their ends.

    Of a line that was written over by carriage returns, as progress is, the last state counts.
    """
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return tuple(line.rstrip("\r").rpartition("\r")[2].rstrip() for line in lines)


def bounded(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines that are judged, and those beyond the bound of ``MOST_LINES``."""
    return lines[:MOST_LINES], lines[MOST_LINES:]
