"""Sessions with prompts, taken apart into what was typed and what was answered.

``>>>`` and ``...`` as Python has them, read by the standard library's doctest; ``In [3]:``, ``...:`` and ``Out[3]:`` as
IPython does. The value of an expression is shown, as both do, by the same function that shows a notebook's.
"""

import doctest
import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.documents.document import Line
from harness.scripts.cells.display import DEFINITION, CellError, with_display
from harness.scripts.python2 import is_python2

_PROMPT = re.compile(r"^\s*>>>(?!>)")
_GOES_ON = re.compile(r"^\s*\.\.\.(?: |$)")
_IN = re.compile(r"^\s*In ?\[\d*\]: ?(?P<code>.*)$")
_MORE = re.compile(r"^\s*\.{3,}: ?(?P<code>.*)$")
_OUT = re.compile(r"^\s*Out ?\[\d*\]: ?(?P<text>.*)$")


@dataclass(frozen=True)
class Session:
    """``code`` that shows what the session showed, each line with its number in the document (0 for one that was
    added), and the lines of its ``answers``; ``left_out`` are lines whose answer is an error."""

    code: tuple[Line, ...]
    answers: tuple[Line, ...]
    left_out: tuple[Line, ...] = ()


@dataclass(frozen=True)
class _Turn:
    """What was typed at one prompt, and what came of it."""

    typed: tuple[Line, ...]
    answer: tuple[Line, ...]


def is_session(lines: Sequence[Line]) -> bool:
    """Whether lines are a session: most of a block that has prompts begins with one."""
    return any(_PROMPT.match(line.text) or _IN.match(line.text) for line in lines)


def read_session(lines: Sequence[Line]) -> Session:
    """Take a session apart. Raises ValueError, with what is wrong, for prompts that doctest cannot read."""
    turns = _of_ipython(lines) if any(_IN.match(line.text) for line in lines) else _of_python(lines)
    python2 = is_python2("".join(f"{line.text}\n" for turn in turns for line in turn.typed))
    code: list[Line] = []
    left_out: list[Line] = []
    answers: list[Line] = []
    shows = False
    for turn in turns:
        if turn.answer and turn.answer[0].text.startswith("Traceback (most recent call last)"):
            left_out += turn.typed
            continue
        try:
            shown = with_display([line.text for line in turn.typed], python2=python2, print_is_function=not python2)
        except CellError:
            shown = tuple(line.text for line in turn.typed)
        typed = tuple(Line(line.number, text) for line, text in zip(turn.typed, shown, strict=True))
        shows = shows or typed != turn.typed
        code += typed
        answers += turn.answer
    head = [Line(0, DEFINITION)] if shows else []
    return Session(tuple(head + code), tuple(answers), tuple(left_out))


def _of_python(lines: Sequence[Line]) -> list[_Turn]:
    first = next(place for place, line in enumerate(lines) if _PROMPT.match(line.text))
    text = "".join(f"{_spaced(line.text)}\n" for line in lines[first:])
    turns = []
    for part in doctest.DocTestParser().parse(text):
        if not isinstance(part, doctest.Example):
            continue
        at = first + part.lineno
        source = part.source.removesuffix("\n").split("\n")
        typed = tuple(Line(lines[at + n].number, each) for n, each in enumerate(source))
        want = part.want.removesuffix("\n").split("\n") if part.want else []
        # doctest drops the last prompt where nothing was typed at it.
        below = next((n for n in range(at + 1, len(lines)) if not _GOES_ON.match(lines[n].text)), len(lines))
        answer = tuple(
            Line(lines[min(below + n, len(lines) - 1)].number, each.replace("<BLANKLINE>", ""))
            for n, each in enumerate(want)
        )
        turns.append(_Turn(typed, answer))
    return turns


def _spaced(text: str) -> str:
    """A line as doctest wants it: a blank behind the prompt, and none before an empty continuation."""
    return re.sub(r"^(\s*(?:>>>|\.\.\.))(?=[^\s.>])", r"\1 ", text.rstrip())


def _of_ipython(lines: Sequence[Line]) -> list[_Turn]:
    turns: list[tuple[list[Line], list[Line]]] = []
    for line in lines:
        if match := _IN.match(line.text):
            turns.append(([Line(line.number, match["code"])], []))
        elif not turns:
            continue
        elif (match := _MORE.match(line.text)) and not turns[-1][1]:
            turns[-1][0].append(Line(line.number, match["code"]))
        elif match := _OUT.match(line.text):
            turns[-1][1].append(Line(line.number, match["text"]))
        elif line.text.strip():
            turns[-1][1].append(line)
    return [_Turn(tuple(typed), tuple(line for line in answer if line.text.strip())) for typed, answer in turns]
