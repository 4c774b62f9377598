"""Numbers in one line of a log, each with the name that the words around it give it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from harness.logs.names import CJK, STEP_NAMES, is_time, name_of, time_unit_behind, total_behind
from harness.logs.units import GLUED, IMAGINARY, without_unit
from harness.words.printed import NUMBER, without_wrappers

# Milliseconds, as `logging` writes them: in `23:50:01,0.5` and `23:50:01,100,0.5` the next columns of a CSV file.
_FRACTION = r"(?:\.\d+|,\d{3}(?!\w|\.\d|,\S))?"
# `Fri Nov 30 23:50:01 2018`, as time.ctime() and `date` write it, `Nov 30 23:50:01` and `2018 Nov 30 23:50`. Without a
# day of the week a year behind the time may as well be a step; so may 2000.
_YEAR = r"20[1-3]\d(?!\w|\.\d)"
_CALENDAR = (
    rf"(?:(?P<day>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)|(?<![\w:=,]\s){_YEAR}\s+)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+"
    rf"\d{{1,2}}:\d\d(?::\d\d{_FRACTION})?(?!\w|:\w)"
    rf"(?(day)(?:(?:\s+(?:UTC|GMT|CES?T|[CEMP][DS]T))?\s+{_YEAR})?)"
)
# As scripts name the folder of a run: 20181130-235001, 20181130.235001, 2018-11-30_23-50-01.
_STAMP = (
    r"20[0-3]\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-_.T]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d"
    r"|-\d\d-\d\d[-_T](?:[01]\d|2[0-3])[-.][0-5]\d[-.][0-5]\d)(?!\w|\.\d)"
)
_TOKEN = re.compile(
    rf"""
      (?P<noise>(?<![\w.])(?:
          {_CALENDAR}
        | 0x[0-9a-fA-F]{{4,}}(?!\w)
        | {_STAMP}
        | \d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)
        | \d{{4}}-\d\d-\d\d(?!\d)
        | \d{{1,2}}:\d\d:\d\d{_FRACTION}(?!\w|:\w)
        | \d+(?:\.\d+)?(?:ms|us|µs|s|sec|min|h)(?:/\w+)?(?!\w)))
    | (?P<glued>{IMAGINARY}|{GLUED})
    | (?P<number>{NUMBER.pattern})
    | (?P<element>[A-Za-z_]\w*\[\d+(?:,\s*\d+)*\](?=\s*(?:[:=]|is\b)))
    | (?P<cjk>[{CJK}]+)
    | (?P<word>[^\W{CJK}](?:[.]?[^\W{CJK}])*)
    | (?P<open>\[)
    | (?P<close>\])
    """,
    re.VERBOSE,
)
# `<tf.Tensor: shape=(), dtype=float32, numpy=5.0>` is 5.0.
_EAGER = re.compile(r"<tf\.(?:Tensor|Variable)\b[^<>]*?numpy=(.*?)>", re.DOTALL)
_STRING_PREFIX = re.compile(r"\b[ubUB](?=['\"])")
_OUTPUT_NUMBER = re.compile(r"(['\"][\w/]+):\d+(?=['\"])")
# Behind a number, as `print("Accuracy:", 100 * a, "%")` writes it with a blank.
_PERCENT = re.compile(r"%| %(?![^\W_])")
# The name of a variable, as TensorFlow gives it: `dense/kernel:0`, which is `kernel` from Keras 3 on.
_FIRST_OUTPUT = re.compile(r"(?<![\w/.])([A-Za-z_][\w.\-]*(?:/[\w.\-]+)+):0(?![\w.:])")
_CONTROL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08]+")
# What Windows printed before Python 2.6 did it itself.
_WINDOWS_NAN = re.compile(r"(?<![\w.])[-+]?1\.#(?:IND|QNAN|SNAN)\d*")
_WINDOWS_INF = re.compile(r"(?<![\w.])([-+]?)1\.#INF\d*")
# NumPy's arrays have no more dimensions than that; what is deeper is no array.
_DEEPEST = 64
_DATE = re.compile(r"\bdatetime\.(?:date|datetime|time)\([\d, ]*\)")
# A time that is left, as a bar shows it; `eta 0.1` is a rate.
_ETA = re.compile(r"(?i)\b(eta\s*[:=]?)\s*\d+(?::\d\d){1,2}(?![\w:])")
# 1,234.5 is one number; [100,200] and a line of a CSV file are several, and 23:50:31,555 is a time.
_THOUSANDS = re.compile(r"(?<=[\s=:])(?<!\d:\d\d:)[+-]?[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")


@dataclass(frozen=True)
class Field:
    """A number, or True or False, as printed, with its name: ``w``, ``w[0,1]`` in an array, ``w#2`` for a second one of
    that name, ``column 3`` without a word.

    ``value`` of ``12.5%`` is 0.125. ``noise`` is what a run may print otherwise each time: a time it took, or how many
    steps there are behind the step itself.
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


def take_line_apart(text: str) -> Taken:
    """Give the named numbers and the words of a line, which may be several printed ones with an array over them.

    A number has the name of the nearest word before it that is no filler (``is``, ``of``); how it is written (``:``,
    ``=``, quotes, parentheses, NumPy's and TensorFlow's wrappers) plays no part. Dates and addresses are neither.
    """
    parts = list(_parts(_bare(text)))
    fields = _named([part for part in parts if isinstance(part, _Found)])
    return Taken(tuple(fields), tuple("#" if isinstance(part, _Found) else part for part in parts))


def with_number(name: str, number: int) -> str:
    """Give the name of the ``number``-th thing called ``name``: ``w#2[0]`` for the second ``w[0]``."""
    if number == 1:
        return name
    base, bracket, index = name.partition("[")
    return f"{base.partition('#')[0]}#{number}{bracket}{index}"


def _bare(text: str) -> str:
    """A text in which every number is written as Python writes it, without what stands around it and says nothing."""
    # Most lines have nothing of this, and to look for a character is many times quicker.
    bare = text if text.isprintable() else _CONTROL.sub(" ", text)
    bare = _EAGER.sub(r" \1 ", bare) if "numpy=" in bare else bare
    bare = _WINDOWS_INF.sub(r"\1inf", _WINDOWS_NAN.sub("nan", bare)) if ".#" in bare else bare
    bare = _DATE.sub(" ", bare) if "datetime." in bare else bare
    bare = _ETA.sub(r"\1 0s", bare) if ":" in bare else bare
    bare = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), bare) if "," in bare else bare
    bare = _FIRST_OUTPUT.sub(r"\1", bare) if "/" in bare and ":0" in bare else bare
    bare = without_wrappers(bare)
    return _OUTPUT_NUMBER.sub(r"\1", _STRING_PREFIX.sub("", bare)) if "'" in bare or '"' in bare else bare


@dataclass(frozen=True)
class _Found:
    """A number with its place: ``base`` is the word it belongs to, ``array`` counts arrays and lone numbers. ``total``
    is what stands behind a step, the ``10`` of ``3/10``."""

    base: str
    array: int
    index: tuple[int, ...]
    text: str
    noise: bool
    total: str = ""


@dataclass(frozen=True)
class _Place:
    """How far a line was read: ``array`` counts as in a number, ``path`` are the places in all brackets that are open.
    The first ``mark`` of these stood open at the last word, and are brackets of the text, not of an array."""

    array: int = 0
    path: tuple[int, ...] = ()
    mark: int = 0

    @property
    def index(self) -> tuple[int, ...]:
        return self.path[self.mark :]

    def opened(self) -> "_Place":
        return _Place(self.array + (not self.index), (*self.path, 0), self.mark)

    def closed(self) -> "_Place":
        left = self.path[:-1]
        return _Place(self.array, left, min(self.mark, len(left))).counted()

    def counted(self) -> "_Place":
        return _Place(self.array, (*self.path[:-1], self.path[-1] + 1), self.mark) if self.index else self

    def at_number(self) -> "_Place":
        return self if self.index else _Place(self.array + 1, self.path, self.mark)

    def at_word(self) -> "_Place":
        return self if self.mark == len(self.path) else _Place(self.array, self.path, len(self.path))


def _parts(line: str) -> Iterator[str | _Found]:
    """The words, small, and the numbers of a line, in order."""
    place, base, read = _Place(), "", 0
    between: list[str] = []
    for match in _TOKEN.finditer(line):
        kind, token = match.lastgroup, match[0]
        if match.start() < read:
            continue
        if kind == "open":
            place = place.opened() if len(place.path) < _DEEPEST else place
        elif kind == "close":
            place = place.closed()
        elif kind in ("number", "glued") or token in ("True", "False"):
            base = name_of(between, base, token, line, match.end())
            between = []
            place = place.at_number()
            found, read = _number(match, base, place)
            place = place.counted()
            yield found
        elif kind == "noise":
            yield "#"
        else:
            yield token.lower()
            between.append(token)
            place = place.at_word()


def _number(match: re.Match[str], base: str, place: _Place) -> tuple[_Found, int]:
    """A number at its place, and where the line goes on behind its unit or total."""
    line, end, text = match.string, match.end(), match[0]
    if match.lastgroup == "glued":
        return _Found(base, place.array, place.index, without_unit(text), noise=False), end
    total = total_behind(base, text, line, end)
    if total is not None:
        return _Found(base, place.array, place.index, text, noise=False, total=total[1]), total.end()
    percent = "%" if match.lastgroup == "number" and _PERCENT.match(line, end) else ""
    unit = time_unit_behind(line, end)
    noise = is_time(base, text) or unit is not None
    return _Found(base, place.array, place.index, text + percent, noise), end if unit is None else unit.end()


def _named(found: list[_Found]) -> Iterator[Field]:
    """Names: an array of one number is that number."""
    seen: Counter[str] = Counter()
    for _, group in groupby(found, key=lambda each: each.array):
        members = list(group)
        base = members[0].base
        seen[base] += 1
        name = with_number(base, seen[base]) if base else f"column {seen[base]}"
        for each in members:
            index = f"[{','.join(map(str, each.index))}]" if len(members) > 1 else ""
            yield Field(name + index, each.text, _value(each.text), each.noise)
            if each.total:
                yield Field(f"{name}{index} total", each.total, float(each.total), noise=True)


def _value(text: str) -> float:
    if text in ("True", "False"):
        return float(text == "True")
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
