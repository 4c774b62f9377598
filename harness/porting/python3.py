"""Python 2 as Python 3 for readers: what the fixers of fissix make of it, and each division in doubt marked.

``harness/scripts/translation`` makes texts that are run once, line by line as they were, with calls of the harness'
own. A port is kept, so here is what a person would write; which ``/`` divides whole numbers no text shows for sure, and
where nothing shows it, a mark asks.
"""

import ast
import functools

from fissix.refactor import RefactoringTool, get_fixers_from_package

from harness.porting.division import with_division
from harness.porting.draft import Draft, marks_in
from harness.porting.edits import Edit, edited
from harness.scripts.translation.indentation import mixes_tabs, with_spaces
from harness.scripts.translation.tree import NotPython2

# Left out: what changes the look of a text that is right as it is.
_LEFT_OUT = frozenset({"fissix.fixes.fix_future"})


def as_python3(text: str) -> Draft:
    """Give a script of Python 2 as one of Python 3. Raises ValueError, with the line, for what no Python reads."""
    source = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if mixes_tabs(source):
        source = with_spaces(source)
    ends = source.endswith("\n")
    plain = _fixed(source if ends else source + "\n")
    if not _divides_truly(source):
        plain = with_division(plain)
    plain = plain if ends else plain.removesuffix("\n")
    return Draft(plain, marks_in(plain), ("Python 2 to Python 3",) if plain != text else ())


def _fixed(source: str) -> str:
    error: Exception | None = None
    for print_is_function in (False, True):
        try:
            fixed = str(_tool(print_is_function).refactor_string(source, "script"))
            return _without_double_brackets(fixed)
        except Exception as found:  # of fissix' parser, tokenizer and fixers, which have no base of their own
            error = error or found
    line = getattr(error, "lineno", None) or (getattr(error, "context", None) or ("", (1, 0)))[1][0]
    raise NotPython2(f"cannot be read by Python 2 either: {error}", line)


def _without_double_brackets(text: str) -> str:
    """``print ("a".lower())`` of Python 2 comes out with its own brackets inside of those of the call; one pair is
    enough but for a tuple, which was printed as one."""
    tree = ast.parse(text)
    edits = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="print"), args=[given], keywords=[]) if not isinstance(
                given, ast.Tuple | ast.GeneratorExp
            ):
                words = ast.get_source_segment(text, node) or ""
                inner = ast.get_source_segment(text, given) or ""
                # Where more than the brackets stands around it, as a comment does, all is left.
                if words == f"print(({inner}))":
                    edits.append(Edit(node, f"print({inner})"))
    return edited(text, edits) if edits else text


def _divides_truly(source: str) -> bool:
    return any(
        line.startswith("from __future__ import") and "division" in line.replace("(", " ").split("#")[0]
        for line in source.split("\n")
    )


@functools.cache
def _tool(print_is_function: bool) -> RefactoringTool:
    fixers = [name for name in get_fixers_from_package("fissix.fixes") if name not in _LEFT_OUT]
    return RefactoringTool(fixers, {"print_function": True} if print_is_function else None)
