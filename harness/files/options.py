"""Option values that the command line and the pytest plugin read in the same way."""

import argparse
import math
import os
from pathlib import Path

# How runs are kept apart; the first unless another one is asked for.
ISOLATIONS = ("fork", "spawn") if hasattr(os, "fork") else ("spawn",)
_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}
ENV_HELP = "hand this environment variable on to runs, too; may be repeated"


def positive(text: str) -> int:
    """Give a whole number of at least 1. Raises ArgumentTypeError for anything else."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"should be a whole number, 1 or more, not {text!r}")
    return number


def step_number(text: str) -> int:
    """Give the number of a step, from 0. Raises ArgumentTypeError for anything else."""
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"should be the number of a step, 0 or more, not {text!r}")
    return int(text)


def seed(text: str) -> int:
    """Give a number that NumPy takes for a seed. Raises ArgumentTypeError for anything else."""
    if not (text.isascii() and text.isdecimal() and int(text) < 2**32):
        raise argparse.ArgumentTypeError(f"should be a whole number from 0 to 2**32 - 1, not {text!r}")
    return int(text)


def folder(text: str) -> Path:
    """Give the path of a folder. Raises ArgumentTypeError for no word at all, which would be the working directory."""
    if not text:
        raise argparse.ArgumentTypeError("should be a folder, not ''")
    return Path(text)


def seconds(text: str) -> float:
    """Give a finite time above 0, ``90``, ``90s``, ``1.5m`` or ``1h``, in seconds. Raises ArgumentTypeError for any
    other text."""
    unit = _SECONDS.get(text[-1:], 1.0)
    try:
        number = float(text.rstrip("smh") if text[-1:] in _SECONDS else text) * unit
    except ValueError:
        number = 0.0
    if not (number > 0 and math.isfinite(number)):
        raise argparse.ArgumentTypeError(f"should be a time in seconds, more than 0, not {text!r}")
    return number
