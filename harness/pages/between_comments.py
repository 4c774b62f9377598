"""Pages: Markdown files with parts that are made from the cases, so that what they show is what runs.

A part stands between two comments, and making the page anew replaces what is between them:

    <!-- pair wrong=cases/pitfalls/x/eager.py right=cases/x/eager.py from="for step" to=yield -->
    <!-- releases pitfalls/x -->
    <!-- errors tests/data/measured_errors.json -->
    <!-- end -->

``pair`` shows two files side by side, ``from`` the first line that has this text ``to`` the next that has that one, or
the first ``lines``; ``wrong.from`` or ``right.from`` is for one of the two only. ``releases`` tells in which releases
the case was run, and what came of it, from results files; ``errors`` explains what releases were measured to raise.
"""

import re
import shlex
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.pages.error_page import error_sections
from harness.releases.release import release_key
from harness.results.store import TargetResults
from harness.words.errors import UsageError

_PART = re.compile(r"(?P<head><!-- (?P<kind>\w+) (?P<words>.*?) -->\n)(?P<body>.*?)(?P<tail><!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """Where the made parts of a page come from: the project's folder, and results (none: keep what a page says)."""

    root: Path
    results: Sequence[TargetResults]


def remake(page: Path, source: Source) -> str:
    """Give the text of a page with its parts made anew. Raises UsageError, with file and line, for a part that cannot
    be made."""
    text = page.read_text(encoding="utf-8")

    def made(match: re.Match[str]) -> str:
        try:
            body = _body(match["kind"], match["words"], match["body"], source)
        except (ValueError, OSError) as error:
            raise UsageError(f"cannot be made: {error}", page, text.count("\n", 0, match.start()) + 1) from None
        return f"{match['head']}{body}{match['tail']}"

    return _PART.sub(made, text)


def _body(kind: str, words: str, old: str, source: Source) -> str:
    if kind == "pair":
        options = dict(word.partition("=")[::2] for word in shlex.split(words))
        return _pair(options, source.root)
    if kind == "releases":
        return _releases(words.split(), source.results) if source.results else old
    if kind == "errors":
        return f"\n{error_sections(source.root / words)}\n"
    raise ValueError(f"there is no part {kind!r}; there are pair, releases and errors")


def _pair(options: Mapping[str, str], root: Path) -> str:
    """Two files in a table of two columns. Blank lines around the code make it code for Markdown, inside of HTML."""
    cells = []
    for side in ("wrong", "right"):
        if side not in options:
            raise ValueError(f"a pair needs {side}=FILE")
        path = root / options[side]
        language = {".py": "python", ".log": "text"}.get(path.suffix, "")
        own = {key.removeprefix(f"{side}."): value for key, value in options.items()}
        code = _excerpt(path, own)
        cells.append(f"<td>\n\n```{language}\n{code}\n```\n\n</td>")
    heads = "".join(f"<th>{side}: {options[side]}</th>" for side in ("wrong", "right"))
    return f"<table>\n<tr>{heads}</tr>\n<tr>\n{cells[0]}\n{cells[1]}\n</tr>\n</table>\n"


def _excerpt(path: Path, options: Mapping[str, str]) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    start = _place(lines, options["from"], 0, path) if "from" in options else 0
    end = _place(lines, options["to"], start, path) + 1 if "to" in options else len(lines)
    if "lines" in options:
        end = min(end, start + int(options["lines"]))
    return textwrap.dedent("\n".join(lines[start:end])).strip("\n")


def _place(lines: Sequence[str], text: str, start: int, path: Path) -> int:
    for number in range(start, len(lines)):
        if text in lines[number]:
            return number
    raise ValueError(f"no line of {path.name} has {text!r}")


def _releases(cases: Sequence[str], results: Sequence[TargetResults]) -> str:
    """A list item for each case, style and verdict: in which releases that came out."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for target in sorted(results, key=lambda target: release_key(target.name)):
        for result in target.results:
            if result.case in cases and result.verdict != "unsupported":
                place = (result.subject, result.style, result.verdict.value)
                found.setdefault(place, []).append(target.name.removeprefix("tf"))
    if not found:
        raise ValueError(f"the results have no run of {', '.join(cases)}")
    lines = [
        f"- `{subject}`, {style}: its log comes out {verdict} in {_span(releases)}"
        for (subject, style, verdict), releases in found.items()
    ]
    return "\n".join(lines) + "\n"


def _span(releases: Sequence[str]) -> str:
    if len(releases) < 3:
        return " and ".join(releases)
    return f"{len(releases)} releases, {releases[0]} to {releases[-1]}"
