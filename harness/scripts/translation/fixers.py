"""The fixers of fissix that a translation runs: those that leave every line where it is."""

import functools
from typing import Any

from fissix.refactor import RefactoringTool

from harness.scripts.translation.tree import Node

# By fixer, what it translates, in words. Left out is what adds or takes lines (metaclass, reduce, sorted, exitfunc),
# what is right in Python 3 (unicode), and what other modules here do (print, division, names).
_FIXERS = {
    "apply": "apply()",
    "dict": "lists from dict methods",
    "except": "except clause",
    "exec": "exec statement",
    "filter": "list from filter()",
    "funcattrs": "attributes of functions",
    "getcwdu": "os.getcwdu",
    "has_key": "dict.has_key",
    "imports": "import of a renamed module",
    "imports2": "import of a renamed module",
    "input": "input()",
    "map": "list from map()",
    "methodattrs": "attributes of methods",
    "ne": "operator <>",
    "next": "method next",
    "nonzero": "method __nonzero__",
    "numliterals": "number literal",
    "operator": "operator module",
    "paren": "brackets",
    "raise": "raise statement",
    "raw_input": "raw_input()",
    "renames": "sys.maxint",
    "repr": "backticks",
    "standarderror": "StandardError",
    "sys_exc": "sys.exc_type",
    "throw": "throw()",
    "tuple_params": "tuple parameters",
    "types": "types module",
    "urllib": "urllib",
    "xrange": "xrange and lists from range()",
    "xreadlines": "xreadlines()",
    "zip": "list from zip()",
}
# The fixers that look for a name of Python's, by that name.
_OF_NAMES = {
    "filter": "filter",
    "input": "input",
    "map": "map",
    "raw_input": "raw_input",
    "zip": "zip",
    "apply": "apply",
}


def run_fixers(tree: Node, bound: frozenset[str]) -> set[str]:
    """Run the fixers, but those for names that the script binds; give what they translated, in words."""
    tool, used = _tool(bound)
    used.clear()
    tool.refactor_tree(tree, "script")
    return {_FIXERS[name] for name in used}


@functools.cache
def _tool(bound: frozenset[str]) -> tuple[RefactoringTool, set[str]]:
    """The fixers and the set in which they note that they changed something. Compiling their patterns takes longer
    than most scripts do."""
    left_out = {fixer for fixer, name in _OF_NAMES.items() if name in bound}
    if bound & {"xrange", "range"}:
        left_out.add("xrange")
    tool = RefactoringTool([f"fissix.fixes.fix_{name}" for name in _FIXERS if name not in left_out])
    used: set[str] = set()
    for fixer in [*tool.pre_order, *tool.post_order]:
        fixer.transform = _noted(fixer, used)
    return tool, used


def _noted(fixer: Any, used: set[str]) -> Any:
    transform, name = fixer.transform, type(fixer).__module__.rpartition("fix_")[2]

    def noted(node: Node, results: Any) -> Any:
        before = str(node)
        new = transform(node, results)
        if (new is not None and str(new) != before) or (new is None and str(node) != before):
            used.add(name)
        return new

    return noted
