"""The text of a file as people wrote it: a script's own, or that of a notebook's cells."""

import tokenize
from pathlib import Path

from harness.scripts.notebook import read_notebook
from harness.words.errors import UsageError

# Behind a file of tests: what unittest or pytest would run in it, told on standard output.
TAIL = """

def __run_tests__():
    import sys
    import unittest

    for name, test in sorted(globals().items()):
        if name.startswith("test_") and callable(test):
            test()
            print(name + " passed")
    tests = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    if tests.countTestCases():
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(tests)
        if not result.wasSuccessful():
            raise SystemExit("%d of its tests failed" % (len(result.failures) + len(result.errors)))


__run_tests__()
"""


def text_of(path: Path) -> str:
    """Give the text of a script, in whatever encoding it names, or of the cells of a notebook. Raises UsageError for a
    file that cannot be read as one."""
    if path.suffix == ".ipynb":
        return read_notebook(path).source
    try:
        with tokenize.open(path) as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except (UnicodeDecodeError, SyntaxError):
        # As the linter reads it: Chinese tutorials of 2017 name no encoding.
        return path.read_bytes().decode("gb18030", errors="replace")
