"""Noise: lines that a program prints besides its log, such as TensorFlow's own messages and Python's warnings."""

import re
from collections.abc import Sequence

from harness.words.printed import NUMBER

_NOISE = re.compile(
    r"\s*(?:"
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+: [IWEF] "  # TensorFlow's C++ log
    r"|[IWEF] (?:tensorflow|external)/\S+:\d+\]"  # and before 1.4
    r"|[IWEF]\d{4} \d\d:\d\d:\d\d"  # absl
    r"|(?:WARNING|INFO|ERROR|DEBUG):(?:tensorflow|absl):"
    r"|WARNING: (?:All log messages before absl|Logging before (?:flag parsing|InitGoogleLogging))"
    r"|Instructions for updating:"
    r"|\S*:\d+: \w*Warning: "
    r")"
)
_PYTHON_WARNING = re.compile(r"\S*:\d+: \w*Warning: ")
# tqdm: ` 33%|###   | 1/3 [00:00<00:01, 1.90it/s]`, or without a total `5it [00:01, 4.2it/s]`.
_BAR = re.compile(
    r"(?:(?<!\d)\d+%\|[^|]*\|\s*[\d.]+\w?/[\d.]+\w?|\b\d+[A-Za-z]*)"
    r" \[\d+:\d\d(?::\d\d)?(?:<[^,\]]*)?,[^\]]*(?:/s|s/\w+)[^\]]*\]"
)
# The end of a bar, and what stands in it behind the speed: `loss=0.5`.
_WHOLE_BAR = re.compile(r"(?P<name>.*?)100%\|[^|]*\|\s*(?P<count>[\d.]+)\w?/[^\]]*?(?:/s|s/\w+)(?P<more>, [^\]]*)\]")
# How logging, tf.logging and absl begin what a script, or a hook, says; C++ says it in a file of another kind.
_SAID = re.compile(
    r"\s*(?:INFO:(?:tensorflow|absl):|(?:WARNING|INFO|ERROR|DEBUG):root:"
    r"|I\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ [\w.]+\.py:\d+\] )"
)
# What TensorFlow itself says there, with numbers that have a fraction.
_OWN = re.compile(
    r"global_step/sec|examples/sec|Inference Time|(?:Starting|Finished) evaluation|Evaluation \[|Restoring parameters"
    r"|Saving checkpoints|Using (?:default )?config|Saving 'checkpoint_path'|Using temporary|Recording summary"
    r"|SavedModel written|Assets (?:written|added)|No assets|Calling |Running |Done |Create |Warm-starting|Summary name"
    r"|.*(?:deprecated|will be removed|TensorFlow \d\.)"
)
_FRACTION = re.compile(r"(?<![\w.])[+-]?\d*\.\d+(?:[eE][+-]?\d+)?(?![\w.]*\w)|\bnan\b|\binf\b", re.IGNORECASE)
# `loss = 2.0, step = 0 (0.20 sec)`, also behind `Saving dict for global step 100: `.
_HOOKED = re.compile(
    rf"(?:Saving dict for global step \d+: )?(?P<pairs>[A-Za-z][\w/]* = {NUMBER.pattern}"
    rf"(?:, [A-Za-z][\w/]* = {NUMBER.pattern})*)(?: \([\d.]+ sec\))?\s*"
)


def noise_among(lines: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each line whether it is noise, the line of source that Python shows below a warning among them."""
    found: list[bool] = []
    below_warning = False
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        found.append(_is_noise(line, following) or (below_warning and line.startswith("  ")))
        below_warning = _PYTHON_WARNING.match(line) is not None
    return tuple(found)


def without_prefix(line: str) -> str:
    """Give what a script, or a hook, writes into a log as it reads without what the logger puts before it, and a bar
    that is complete as its name, its count and what the script shows behind; any other line as it is."""
    if "%|" in line and (whole := _WHOLE_BAR.search(line)) is not None:
        return f"{whole['name']}{whole['count']}{whole['more']}"
    said = _SAID.match(line)
    if said is None:
        return line
    hooked = _HOOKED.fullmatch(line, said.end())
    if hooked is not None:
        return line[hooked.start("pairs") :]
    message = line[said.end() :]
    own = _OWN.match(message) or not (_FRACTION.search(message) or ":root:" in said[0])
    return line if own else message


def _is_noise(line: str, following: str) -> bool:
    if _BAR.search(line) is not None:
        # The last of the lines that show one end, which a bar may print more than once.
        whole, again = _WHOLE_BAR.search(line), _WHOLE_BAR.search(following)
        return whole is None or (again is not None and again["name"] == whole["name"])
    return _NOISE.match(without_prefix(line)) is not None
