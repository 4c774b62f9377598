"""Numbers in one line of a log, each with the name that the words around it give it."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from harness.printed import NUMBER, without_wrappers

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(
    rf"""
      (?P<noise>(?<![\w.])(?:
          0x[0-9a-fA-F]{{4,}}(?!\w)
        | \d{{4}}-\d\d-\d\d(?!\d)
        | \d{{1,2}}:\d\d:\d\d(?:\.\d+)?(?![\w:])
        | \d+(?:\.\d+)?(?:ms|us|µs|s|sec|min|h)(?:/\w+)?(?!\w)))
    | (?P<number>{NUMBER.pattern})
    | (?P<element>[A-Za-z_]\w*\[\d+(?:,\s*\d+)*\](?=\s*(?:[:=]|is\b)))
    | (?P<cjk>[{_CJK}]+)
    | (?P<word>[^\W{_CJK}](?:[.]?[^\W{_CJK}])*)
    | (?P<open>\[)
    | (?P<close>\])
    """,
    re.VERBOSE,
)
# `<tf.Tensor: shape=(), dtype=float32, numpy=5.0>` is 5.0.
_EAGER = re.compile(r"<tf\.(?:Tensor|Variable)\b[^<>]*?numpy=(.*?)>", re.DOTALL)
_STRING_PREFIX = re.compile(r"\b[ubUB](?=['\"])")
_OUTPUT_NUMBER = re.compile(r"(['\"][\w/]+):\d+(?=['\"])")
_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08]")
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
# `3 steps`, `3 training steps`, `第 3 次`.
_UNIT = re.compile(
    r"(?:\s*|,\s*['\"])(?:[A-Za-z]+\s+)?(steps?|epochs?|iterations?|iters?|rounds?)\b|\s*([次轮步])", re.IGNORECASE
)
_TIME_UNIT = re.compile(
    r"\s*(?:s|secs?|seconds?|ms|msecs?|milliseconds?|us|µs|min|minutes?|hours?)(?:/\w+)?(?![\w(=:])"
    r"|\s*\w+/(?:s|sec|second)(?!\w)"
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


@dataclass(frozen=True)
class Field:
    """A number, or True or False, as printed, with its name: ``w``, ``w[0,1]`` in an array, ``w#2`` for a second one of
    that name, ``column 3`` without a word.

    ``value`` of ``12.5%`` is 0.125. ``noise`` is what a run may print otherwise each time: a time it took.
    """

    name: str
    text: str
    value: float
    noise: bool = False

    @property
    def is_number(self) -> bool:
        """Whether this is a number, not True or False."""
        return self.text not in ("True", "False")

    @property
    def is_step(self) -> bool:
        """Whether this number counts the rows: a step, an epoch."""
        return self.name in STEP_NAMES and self.value.is_integer()


@dataclass(frozen=True)
class Taken:
    """A line taken apart: its fields in order, and its words, small, with ``#`` where a number stands."""

    fields: tuple[Field, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """A number with its place: ``base`` is the word it belongs to, ``array`` counts arrays and lone numbers."""

    base: str
    array: int
    index: tuple[int, ...]
    text: str
    noise: bool


def take_line_apart(text: str) -> Taken:
    """Give the named numbers and the words of a line, which may be several printed ones with an array over them.

    A number has the name of the nearest word before it that is no filler (``is``, ``of``); how it is written (``:``,
    ``=``, quotes, parentheses, NumPy's and TensorFlow's wrappers) plays no part. Dates and addresses are neither.
    """
    bare = _CONTROL.sub(" ", text)
    bare = _EAGER.sub(r" \1 ", bare) if "numpy=" in bare else bare
    bare = _OUTPUT_NUMBER.sub(r"\1", _STRING_PREFIX.sub("", without_wrappers(bare)))
    found: list[_Found] = []
    words: list[str] = []
    between: list[str] = []
    base = ""
    array = mark = read = 0
    places: list[int] = []
    for match in _TOKEN.finditer(bare):
        kind, token = match.lastgroup, match[0]
        if match.start() < read:
            continue
        if kind == "open":
            array += len(places) == mark
            places.append(0)
        elif kind == "close":
            if places:
                places.pop()
                mark = min(mark, len(places))
            if len(places) > mark:
                places[-1] += 1
        elif kind == "number" or token in ("True", "False"):
            base = _base(between, base, token, bare, match.end())
            between = []
            words.append("#")
            if len(places) > mark:
                index = tuple(places[mark:])
                places[-1] += 1
            else:
                index = ()
                array += 1
            percent = "%" if kind == "number" and bare.startswith("%", match.end()) else ""
            unit = _TIME_UNIT.match(bare, match.end())
            read = unit.end() if unit is not None else 0
            noise = base.lower() in _TIMES or unit is not None
            found.append(_Found(base, array, index, token + percent, noise))
        elif kind == "noise":
            words.append("#")
        else:
            words.append(token.lower())
            between.append(token)
            mark = len(places)
    return Taken(tuple(_named(found)), tuple(words))


def with_number(name: str, number: int) -> str:
    """Give the name of the ``number``-th thing called ``name``: ``w#2[0]`` for the second ``w[0]``."""
    if number == 1:
        return name
    base, bracket, index = name.partition("[")
    return f"{base.partition('#')[0]}#{number}{bracket}{index}"


def _base(between: list[str], base: str, token: str, line: str, end: int) -> str:
    if between and between[-1].lower() == "a":  # no article: those do not stand before a number
        return between[-1]
    for word in reversed(between):
        bare = _CJK_EDGES.sub("", word)
        if bare and bare.lower() not in _FILLERS:
            return _STEPS.get(bare.lower(), _name(bare))
    unit = _UNIT.match(line, end) if token.isdigit() and (between or not base) else None
    if unit is not None:
        return "step" if unit[2] else _STEPS[unit[1].lower()]
    return base or (between[-1] if between else "")


def _name(word: str) -> str:
    """``Loss`` and ``LOSS`` are ``loss``; but ``W`` is not ``w``."""
    plain = len(word) > 1 and word[1:] in (word[1:].lower(), word[1:].upper())
    return word.lower() if plain else word


def _named(found: list[_Found]) -> list[Field]:
    """Names: an array of one number is that number."""
    seen: Counter[str] = Counter()
    fields = []
    for _, group in groupby(found, key=lambda each: each.array):
        members = list(group)
        base = members[0].base
        seen[base] += 1
        name = with_number(base, seen[base]) if base else f"column {seen[base]}"
        for each in members:
            index = f"[{','.join(map(str, each.index))}]" if len(members) > 1 else ""
            fields.append(Field(name + index, each.text, _value(each.text), each.noise))
    return fields


def _value(text: str) -> float:
    if text in ("True", "False"):
        return float(text == "True")
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
