"""Noise: lines that a program prints besides its log, such as TensorFlow's own messages and Python's warnings."""

import re
from collections.abc import Sequence

from harness.words.printed import NUMBER

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
# tqdm: ` 33%|###   | 1/3 [00:00<00:01, 1.90it/s]`, or without a total `5it [00:01, 4.2it/s]`.
_BAR = re.compile(
    r"(?:\d+%\|[^|]*\|\s*[\d.]+\w?/[\d.]+\w?|\b\d+[A-Za-z]*)"
    r" \[\d+:\d\d(?::\d\d)?(?:<[^,\]]*)?,[^\]]*(?:/s|s/\w+)[^\]]*\]"
)
# How tf.logging and absl begin a line that a hook writes: the training of an Estimator has no other log.
_SAID = re.compile(r"\s*(?:INFO:(?:tensorflow|absl|root):|I\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w.]+:\d+\] )")
# `loss = 2.0, step = 0 (0.20 sec)`, also behind `Saving dict for global step 100: `.
_HOOKED = re.compile(
    rf"(?:Saving dict for global step \d+: )?(?P<pairs>[A-Za-z][\w/]* = {NUMBER.pattern}"
    rf"(?:, [A-Za-z][\w/]* = {NUMBER.pattern})*)(?: \([\d.]+ sec\))?\s*"
)


def noise_among(lines: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each line whether it is noise, the line of source that Python shows below a warning among them."""
    found: list[bool] = []
    below_warning = False
    for line in lines:
        found.append(_is_noise(line) or (below_warning and line.startswith("  ")))
        below_warning = _PYTHON_WARNING.match(line) is not None
    return tuple(found)


def without_prefix(line: str) -> str:
    """Give a line that a hook writes into TensorFlow's log as it reads without that; any other line as it is."""
    said = _SAID.match(line)
    hooked = _HOOKED.fullmatch(line, said.end()) if said is not None else None
    return line if hooked is None or said is None else line[hooked.start("pairs") :]


def _is_noise(line: str) -> bool:
    return _BAR.search(line) is not None or _NOISE.match(without_prefix(line)) is not None
