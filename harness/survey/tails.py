"""What stands behind a file of tests when it is run: calls of its tests, told on standard output.

Tests that Python itself can run are run so; whatever needs pytest (fixtures, parameters, marks, classes that are no
``unittest.TestCase``) is run by pytest, in the module as it was run: a draft of a port is not on the disk.
"""

import ast
import os
from pathlib import Path

_UNITTEST = """

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
            failed = [test.id().partition(".")[2] for test, _ in result.failures + result.errors]
            raise SystemExit("%d of its tests failed: %s" % (len(failed), ", ".join(failed)))


__run_tests__()
"""

# A module of tests is made in another way since pytest 5.4 and 7; since 8 it is asked for each file of the folder.
# Asserts stay as they are: to explain them, pytest would read modules from the disk, where no draft is. What an
# author adds by `addopts` may want plugins that are not there. A `conftest.py` counts up to the surveyed folder.
_PYTEST = """

def __run_tests__():
    import os
    import sys
    import pytest

    module, place = sys.modules[__name__], os.path.abspath(__file__)
    version = tuple(int(part) for part in pytest.__version__.split(".")[:2])

    class Loaded(pytest.Module):
        def _getobj(self):
            return module

    if version >= (7, 0):
        class Collecting:
            def pytest_pycollect_makemodule(self, module_path, parent):
                if os.path.samefile(str(module_path), place):
                    return Loaded.from_parent(parent, path=module_path)
    else:
        class Collecting:
            def pytest_pycollect_makemodule(self, path, parent):
                if os.path.samefile(str(path), place):
                    return Loaded.from_parent(parent, fspath=path) if version >= (5, 4) else Loaded(path, parent)

    class Told:
        failed = []

        def pytest_collectreport(self, report):
            if report.failed:
                self.tell(report, "cannot be collected")

        def pytest_runtest_logreport(self, report):
            if report.failed or report.skipped or report.when == "call":
                self.tell(report, report.outcome)

        def tell(self, report, outcome):
            name = report.nodeid.partition("::")[2].replace("::()", "")
            self.failed += [name] * (outcome not in ("passed", "skipped"))
            print(name + " " + outcome)
            if report.failed:
                print(report.longrepr)

    told = Told()
    top = os.path.abspath(os.path.join(os.path.dirname(place), "{top}"))
    words = ["-s", "--assert=plain", "-o", "addopts=", "--confcutdir", top]
    for plugin in ("cacheprovider", "terminal", "warnings"):
        words += ["-p", "no:" + plugin]
    ended = int(pytest.main(words + [place], plugins=[Collecting(), told]))
    if told.failed:
        raise SystemExit("%d of its tests failed: %s" % (len(told.failed), ", ".join(told.failed)))
    if ended not in (0, 1):
        raise SystemExit("pytest ended with %d" % ended)


__run_tests__()
"""


def tail_of(text: str, path: Path, folder: Path) -> str:
    """Give what runs the tests of a file, to be put behind its text. ``folder`` is the surveyed one: a ``conftest.py``
    in it, or between it and the file, is pytest's."""
    if not (_is_for_pytest(text) or _has_conftest(path, folder)):
        return _UNITTEST
    return _PYTEST.replace("{top}", Path(os.path.relpath(folder, path.parent)).as_posix())


def _is_for_pytest(text: str) -> bool:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False  # Python 2 is told of where it is translated
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    return "pytest" in imported or any(_takes_pytest(node) for node in tree.body)


def _takes_pytest(node: ast.stmt) -> bool:
    if isinstance(node, ast.FunctionDef):
        wanted = len(node.args.args) - len(node.args.defaults)
        return (node.name.startswith("test_") and wanted > 0) or node.name.startswith(("setup_", "teardown_"))
    if not isinstance(node, ast.ClassDef) or not node.name.startswith("Test") or _bases(node):
        return False
    return any(isinstance(each, ast.FunctionDef) and each.name.startswith("test") for each in node.body)


def _bases(node: ast.ClassDef) -> list[ast.expr]:
    return [base for base in node.bases if not (isinstance(base, ast.Name) and base.id == "object")]


def _has_conftest(path: Path, folder: Path) -> bool:
    folders = [each for each in path.parents if each == folder or folder in each.parents]
    return any((each / "conftest.py").is_file() for each in folders)
