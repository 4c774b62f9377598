"""The line of the script that a call comes from."""

import sys


def line_of(script):
    """Give the line of the innermost frame that runs this file, None where no frame does."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == script:
            return frame.f_lineno
        frame = frame.f_back
    return None
