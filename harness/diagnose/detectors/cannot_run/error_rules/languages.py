"""Languages: Python 2, and names of NumPy's past."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

LANGUAGES: tuple[Rule, ...] = (
    rule(
        "python2-syntax",
        "SyntaxError",
        r"Missing parentheses in call to 'print'|multiple exception types must be parenthesized|"
        r"invalid hexadecimal literal|leading zeros in decimal|^ *except [\w.]+, \w+:|^ *print +[^(\s]",
        "the script is Python 2",
        "2to3 -w script.py turns it into Python 3; then look at each / between whole numbers, which is // in Python 2",
    ),
    rule(
        "python2-names",
        "NameError ModuleNotFoundError ImportError AttributeError",
        r"name '(xrange|unicode|raw_input|basestring|reduce|long|unichr|execfile|file|cmp|reload)' is not defined|"
        r"No module named '(?:cPickle|urllib2|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|httplib)'|"
        r"'dict' object has no attribute '(?:iteritems|itervalues|iterkeys|has_key)'",
        "the script is Python 2",
        "2to3 -w script.py turns it into Python 3; then look at each / between whole numbers, which is // in Python 2",
    ),
    rule(
        "python2-division",
        "TypeError",
        r"slice indices must be integers|parameter 'shape' has DataType float\d+ not in list|"
        r"'float' object cannot be interpreted as an(?: integer| index)|"
        r"list indices must be integers or slices, not float",
        "a quotient is used as an index or a count: / gives a float in Python 3",
        "divide whole numbers by //",
    ),
    rule(
        "pickled-array",
        "ValueError",
        r"Object arrays cannot be loaded when allow_pickle=False",
        "NumPy refuses arrays of objects, which are pickled, since 1.16.3, and this release has one as new",
        "write np.load(path, allow_pickle=True); or run it as it is on a release with an older NumPy: SCRIPT@1.11",
    ),
    rule(
        "numpy-alias-gone",
        "AttributeError",
        r"module 'numpy' has no attribute '(bool|int|float|complex|object|str)'",
        "NumPy has no {0} any more: aliases of Python's types went with 1.24",
        "write {0} without np., or the type that is meant: np.bool_, np.int64, np.float64",
    ),
    rule(
        "numpy-name-gone",
        "AttributeError",
        r"(?:module 'numpy' has no attribute '|`np\.(?=\w+` was removed))(\w+)",
        "NumPy has no {0} in this release: many names went with 2.0",
        "take its name of today, np.inf for Inf and infty, np.prod for product, np.float64 for float_; NumPy's guide "
        "to migrating to 2.0 has them all",
    ),
)
