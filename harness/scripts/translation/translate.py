"""All of a translation, in its order."""

import ast
import re

from harness.scripts.translation.division import translate_division
from harness.scripts.translation.fixers import run_fixers
from harness.scripts.translation.indentation import mixes_tabs, with_spaces
from harness.scripts.translation.names import (
    NAMES,
    translate_decode,
    translate_names,
    translate_next,
    translate_raw_texts,
    translate_sorting,
)
from harness.scripts.translation.parameters import translate_tuple_parameters
from harness.scripts.translation.printing import translate_print
from harness.scripts.translation.tree import NotPython2, bound_names, parse_python2

_FUTURE = re.compile(r"^from\s+__future__\s+import\s+(\([^)]*\)|.*)", re.MULTILINE)


def translate(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text for Python 3 and what was translated, in words; every line stays where it is."""
    changes: set[str] = set()
    source = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if mixes_tabs(source) and (spaced := with_spaces(source)) != source:
        source = spaced
        changes.add("tabs in indentation")
    ends = source.endswith("\n")
    future = " ".join(_FUTURE.findall(source))
    tree = parse_python2(source if ends else source + "\n", print_is_function="print_function" in future)
    bound = bound_names(tree, NAMES)
    steps = {
        "print statement": translate_print(tree),
        "tuple parameters": translate_tuple_parameters(tree),
        "sorting by cmp": translate_sorting(tree),
        "decoding of texts": translate_decode(tree),
        "method next": translate_next(tree, bound),
        'literal ur""': translate_raw_texts(tree),
    }
    changes |= {word for word, done in steps.items() if done}
    # The fixers look for map(), input() and others by name, and so does what comes after them.
    changes |= run_fixers(tree, bound) | translate_names(tree, bound)
    if "division" not in future and translate_division(tree):
        changes.add("integer division")
    result = str(tree)
    result = result if ends else result.removesuffix("\n")
    _check(source, result)
    return result, tuple(sorted(changes))


def _check(source: str, result: str) -> None:
    """Raise NotPython2 where the translation is no Python 3, or has other lines than the script."""
    try:
        ast.parse(result)
    except SyntaxError as error:
        raise NotPython2(f"cannot be translated: {error.msg}", error.lineno or 1) from None
    before, after = source.split("\n"), result.split("\n")
    if len(before) != len(after):
        first = next((at for at, pair in enumerate(zip(before, after, strict=False), 1) if _differ(*pair)), len(before))
        raise NotPython2("cannot be translated without moving the lines below it", first)


def _differ(before: str, after: str) -> bool:
    return before.strip() != after.strip()
