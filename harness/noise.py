"""Noise: lines that a program prints besides its log, such as TensorFlow's own messages and Python's warnings."""

import re
from collections.abc import Sequence

_NOISE = re.compile(
    r"\s*(?:"
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+: [IWEF] "  # TensorFlow's C++ log
    r"|[IWEF] (?:tensorflow|external)/\S+:\d+\]"  # and before 1.4
    r"|[IWEF]\d{4} \d\d:\d\d:\d\d"  # absl
    r"|(?:WARNING|INFO|ERROR|DEBUG):(?:tensorflow|absl|root):"
    r"|WARNING: (?:All log messages before absl|Logging before (?:flag parsing|InitGoogleLogging))"
    r"|Instructions for updating:"
    r"|\S*:\d+: \w*Warning: "
    r")"
)
_PYTHON_WARNING = re.compile(r"\S*:\d+: \w*Warning: ")


def noise_among(lines: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each line whether it is noise, the line of source that Python shows below a warning among them."""
    found: list[bool] = []
    below_warning = False
    for line in lines:
        found.append(_NOISE.match(line) is not None or (below_warning and line.startswith("  ")))
        below_warning = _PYTHON_WARNING.match(line) is not None
    return tuple(found)
