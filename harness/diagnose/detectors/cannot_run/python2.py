"""Python 2: a script that Python 3 can read, and that counts on what only Python 2 does."""

import ast
import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.words.finding import Confidence, Finding

_SAID = re.compile(
    r"'dict_(?:values|keys|items)' object|'dict' object has no attribute '(?:iter\w+|has_key)'|"
    r"'(?:map|filter|zip|range)' object (?:is not subscriptable|has no attribute|does not support)|"
    r"object of type '(?:map|filter|zip)' has no len|'_io\.\w+' object has no attribute 'next'|"
    r"object has no attribute 'next'|a bytes-like object is required, not 'str'|"
    r"slice indices must be integers|'float' object cannot be interpreted as an|list indices must be integers|"
    r"name '(?:xrange|unicode|raw_input|basestring|reduce|long|unichr|execfile|file|cmp|reload)' is not defined|"
    r"parameter 'shape' has DataType float\d+ not in list of allowed values: int32, int64|"
    r"No module named '?(?:cPickle|urllib2|urlparse|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|httplib)\b"
)

_PLACE = re.compile(r"cell \d+, line \d+: |(?P<name>[^:\n]+):(?P<line>\d+): ")
# Of these, what only a quotient brings about.
_BY_DIVISION = ("slice indices", "'float' object", "list indices", "parameter 'shape'")


def detect(evidence: Evidence) -> Finding | None:
    """Suspect Python 2 where a script ended with an error that its lists, divisions and names do not raise there.

    It has no trial: a run that is translated, by the option that is named, shows it.
    """
    found = failed_alike(evidence, _SAID, last_error_of)
    if found is None or any(_is_translated(side) for side in found[0]):
        return None
    sides, match = found
    if match[0].startswith(_BY_DIVISION) and all(_divides_nothing(side) for side in sides):
        return None
    return Finding(
        "python2",
        Confidence.LIKELY,
        f"{named(sides)} ended with {match[0]!r}, as a script does that was written for Python 2",
        "add to the command: --python2, which translates it; its file stays as it is",
    )


def _divides_nothing(side: Side) -> bool:
    """Whether the error is in the script's own lines, and none of them divides."""
    script = side.origin.request.script.name if side.origin is not None else ""
    place = _PLACE.match(side.failure.reason) if side.failure is not None else None
    if place is None or (place["line"] is not None and place["name"] != script):
        return False
    if place["line"] is not None and int(place["line"]) > len(side.source.splitlines()):
        return False
    try:
        nodes = ast.walk(ast.parse(side.source))
    except (SyntaxError, ValueError):
        return False
    return not any(isinstance(each, ast.BinOp | ast.AugAssign) and isinstance(each.op, ast.Div) for each in nodes)


def _is_translated(side: Side) -> bool:
    return side.scene is None or side.has_prelude("python2")


# Likely without a run: the error says what it is.
CAUSE = Cause(("python2",), detect, likely=("python2",))
