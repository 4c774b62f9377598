"""What a program wrote, as the lines that a terminal shows of it in the end."""


def lines_of_output(text: str) -> tuple[str, ...]:
    """Give the lines of an output or of a log, blank ones too, without white space at their ends.

    Of a line that was written over by carriage returns, as progress is, the last state counts.
    """
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return tuple(line.rstrip("\r").rpartition("\r")[2].rstrip() for line in lines)
