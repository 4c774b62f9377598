"""Tells of draws of NumPy or Python that were made while a function was traced: once for a line of the script."""

from _harness_preludes.behaviours import numpy_draws
from _harness_preludes.scripts.lines import line_of

told = set()


def look(name, draw, args, options):
    if numpy_draws.is_traced():
        line = line_of(SETTING["script"])
        if line is not None and (name, line) not in told:
            told.add((name, line))
            SETTING["see"]("behaviour", {"what": "drawn at tracing", "draw": name, "line": line})
    return draw(*args, **options)


numpy_draws.wrap(look)
