"""Gaps of exercises: places that a learner has to fill in before a script can run."""

import ast
import re

# What a lesson writes in the place of code, or in the comment that stands for it.
_ASKED = re.compile(
    r"<[^<>=]*\b(?:your|fill|code|todo|fixme|replace)\b[^<>=]*>|\b(?:your|insert|write|add|put|fill)\b[^#]{0,30}\b(?:code|here)\b"
    r"|\bTODO\b|\bFIXME\b|\bFILL[ _-]?(?:ME|IN|THIS)\b|(?<![\w\"'])_{3,}(?![\w\"'])|\?{2,}",
    re.IGNORECASE,
)
# The same where Python reads the text all the same: a plain TODO is in any code, and a comment may tell of "your code".
_ASKED_SURELY = re.compile(
    r"#[#\s=*<\[(-]*(?:(?P<verb>insert|write|add|put) +)?your (?:own )?(?:code|solution|answer)s?"
    r"(?: +(?:(?:goes|starts|begins) +)?(?:here|below)\b *(?:$|[^\w\s])|[\W_]*$| *\([^()]*\)[\W_]*$"
    r"|(?(verb) +(?:to|for|that)\b|$))"
    r"|# *TODO:? *(?:implement|fill|complete|your|build|return)\b|<FILL[ _-]?IN>|#+ *FILL[ _-]?(?:ME|IN)\b",
    re.IGNORECASE,
)
# A name that stands for what is to be filled in, outside of words and texts.
BLANK = re.compile(r"_{3,}")
_NOTHING_BEHIND = re.compile(r"\s*(?P<target>[\w.\[\]'\", ]+?)\s*=\s*(?:#.*)?")
_BLOCK_ABOVE = re.compile(r"expected an indented block")
_LONGEST = 60


def gap_at(text: str, line: int, wrong: str) -> str:
    """Give what is missing in a line, from 1, of a text that no Python reads, of which Python says what is ``wrong``;
    empty where it is no gap but a mistake."""
    lines = text.split("\n")
    if not 0 < line <= len(lines):
        return ""
    if _BLOCK_ABOVE.match(wrong):
        comments = _comments_above(lines, line)
        asked = next((each for each in comments if _ASKED.search(each)), "")
        return f"no code stands behind {_short(asked)}" if asked else ""
    here = lines[line - 1]
    if match := _NOTHING_BEHIND.fullmatch(here):
        return f"nothing stands behind {match['target'].strip()} ="
    return f"{_short(here)} asks for code" if _ASKED.search(here) else ""


def asked_for(text: str) -> tuple[int, str] | None:
    """Give the first line, and its number, by which a text that Python reads says itself that a learner has to write
    code there; None for a text without."""
    lines = text.split("\n")
    blanks = _blanks(text)
    for at, each in enumerate(lines, start=1):
        if at in blanks or _ASKED_SURELY.search(each):
            return at, _short(each)
    return None


def _blanks(text: str) -> set[int]:
    """The lines, from 1, with a name of underscores alone that the text sets nowhere."""
    if not BLANK.search(text):
        return set()
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError):
        return set()
    names = [each for each in nodes if isinstance(each, ast.Name) and BLANK.fullmatch(each.id)]
    is_set = {each.id for each in names if not isinstance(each.ctx, ast.Load)}
    is_set |= {each.arg for each in nodes if isinstance(each, ast.arg)}
    is_set |= {each.asname or each.name for each in nodes if isinstance(each, ast.alias)}
    is_set |= {each.name for each in nodes if isinstance(each, ast.FunctionDef | ast.ClassDef)}
    return {each.lineno for each in names if each.id not in is_set}


def _comments_above(lines: list[str], line: int) -> list[str]:
    """The comments between the head of a block and the line, from 1, where Python misses the block."""
    found: list[str] = []
    for each in reversed(lines[: line - 1]):
        if each.strip() and not each.lstrip().startswith("#"):
            break
        found.insert(0, each)
    return found


def _short(line: str) -> str:
    text = " ".join(line.split())
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}`"
