"""Names of numbers in a line of a log: the word that a number belongs to."""

import re
from collections.abc import Sequence

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
# Words between a name and its number.
_FILLERS = frozenset(
    """is are was were be been of the a an and to at in on by with for after before now value values equals equal number
    no nr currently current numpy np tf tensor variable 第 是 为 值 的 值是 值为 等于 了""".split()  # noqa: SIM905
)
_CJK_EDGES = re.compile(r"^(?:对应的|对应|的|第)+|(?:值|是|为|的|等于)+$")
_STEPS = {
    "step": "step",
    "steps": "step",
    "global_step": "global_step",
    "epoch": "epoch",
    "epochs": "epoch",
    "iteration": "iteration",
    "iterations": "iteration",
    "iter": "iteration",
    "iters": "iteration",
    "round": "round",
    "rounds": "round",
}
STEP_NAMES = frozenset(_STEPS.values())
# What counts within an epoch, where it does: `batch 64` may also be a size.
BATCH_NAMES = frozenset(("batch", "minibatch", "mini_batch", "mb", "it"))
# `3 steps`, `3 training steps`, `第 3 次`.
_UNIT = re.compile(
    r"(?:\s*|,\s*['\"])(?:[A-Za-z]+\s+)?(steps?|epochs?|iterations?|iters?|rounds?)\b|\s*([次轮步])", re.IGNORECASE
)
_TIME_UNIT = re.compile(
    r"\s*(?:s|secs?|seconds?|ms|msecs?|milliseconds?|us|µs|min|minutes?|hours?)(?:/\w+)?(?![\w(=:])"
    r"|\s*\w+/(?:s|sec|second)(?!\w)"
)
# `time/batch = 0.293`, `sec/step: 0.1`: what is counted by the piece is a time, and not the piece.
_TIME_EACH = re.compile(
    r"\b(?:time|duration|secs?|seconds?|ms)\s*/\s*\w+\s*[=:]?\s*[-+\d.]+(?:e[-+]?\d+)?$", re.IGNORECASE
)
_TIMES = frozenset(
    (
        "time",
        "took",
        "takes",
        "elapsed",
        "duration",
        "seconds",
        "secs",
        "sec",
        "eta",
        "runtime",
        "walltime",
        "date",
        "pid",
    )
)


_LOSSES = frozenset(("loss", "cost", "损失", "损失值"))
# `Epoch 3/10`, `step 3 of 10`.
_TOTAL = re.compile(r"\s*(?:/|of\b)\s*(\d+)(?![\w/]|\.\d)")


def is_loss_name(name: str) -> bool:
    """Whether a name is one that scripts give to what they minimize."""
    return name in _LOSSES


def name_of(between: Sequence[str], before: str, number: str, line: str, end: int) -> str:
    """Give the name of a number: that of the nearest word ``between`` it and the last number that is no filler, else
    the unit of steps behind its ``end`` in the line, else the name of the number ``before`` it."""
    if between and _TIME_EACH.search(line[:end]):
        return "time"
    if between and between[-1].lower() == "a":  # no article: those do not stand before a number
        return between[-1]
    for word in reversed(between):
        bare = _CJK_EDGES.sub("", word)
        if bare and bare.lower() not in _FILLERS:
            return _STEPS.get(bare.lower(), _plain(bare))
    unit = _UNIT.match(line, end) if number.isdigit() and (between or not before) else None
    if unit is not None:
        return "step" if unit[2] else _STEPS[unit[1].lower()]
    return before or (between[-1] if between else "")


def total_behind(name: str, number: str, line: str, end: int) -> re.Match[str] | None:
    """Give how many steps there are, as printed behind a step: the ``/10`` of ``epoch 3/10``, None where none is."""
    return _TOTAL.match(line, end) if name in STEP_NAMES and number.isdigit() else None


def time_unit_behind(line: str, end: int) -> re.Match[str] | None:
    """Give the unit of time behind a number: the `` ms/step`` of ``12 ms/step``, None where none is."""
    return _TIME_UNIT.match(line, end)


def is_time(name: str, number: str) -> bool:
    """Whether a number of that name is a time it took. ``eta`` is a rate where the number has a fraction."""
    return name.lower() in _TIMES and not (name.lower() == "eta" and "." in number)


def _plain(word: str) -> str:
    """``Loss`` and ``LOSS`` are ``loss``; but ``W`` is not ``w``."""
    plain = len(word) > 1 and word[1:] in (word[1:].lower(), word[1:].upper())
    return word.lower() if plain else word
