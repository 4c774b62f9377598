"""Python 2: a script that Python 3 can read, and that counts on what only Python 2 does."""

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


def detect(evidence: Evidence) -> Finding | None:
    """Suspect Python 2 where a script ended with an error that its lists, divisions and names do not raise there.

    It has no trial: a run that is translated, by the option that is named, shows it.
    """
    found = failed_alike(evidence, _SAID, last_error_of)
    if found is None or any(_is_translated(side) for side in found[0]):
        return None
    sides, match = found
    return Finding(
        "python2",
        Confidence.LIKELY,
        f"{named(sides)} ended with {match[0]!r}, as a script does that was written for Python 2",
        "add to the command: --python2, which translates it; its file stays as it is",
    )


def _is_translated(side: Side) -> bool:
    return side.scene is None or side.has_prelude("python2")


# Likely without a run: the error says what it is.
CAUSE = Cause(("python2",), detect, likely=("python2",))
