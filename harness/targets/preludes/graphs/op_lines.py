"""The line of the script that made an op of a graph."""


def line_of_op(op, script):
    """Give the line of the innermost frame of this file that made an op, None where no line of it did."""
    try:
        frames = list(op.traceback)
    except Exception:  # an op that was read from a file has none
        return None
    for frame in reversed(frames):
        if frame[0] == script:
            return int(frame[1])
    return None
