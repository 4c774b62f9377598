"""Cells before which a notebook's kernel was started anew, as the numbers tell that IPython gave them.

A cell numbered 1 that is not the first one ran in a fresh kernel: the variables and the graph of those before it were
gone, and what it saved or switched on counts on that. It is taken so where it imports TensorFlow anew and did not fail,
and nothing behind it needs a name that those before it alone have.
"""

import re
from collections.abc import Iterator, Sequence

from harness.scripts.cells.document import CodeCell
from harness.scripts.cells.recorded import error_of

NAME = "__restart__"
# In one line, and in the syntax of Python 2 and 3, as what displays values. Sessions and graphs that a cell has entered
# and not left stand on stacks of TensorFlow's, under these names in every release from 0.12 on, that of Sessions in a
# module of its own in later ones; Keras keeps a session; and a context for eager mode is made by much that is done
# without, after which that mode cannot be chosen.
DEFINITION = (
    f"{NAME} = lambda: (lambda names, modules: ("
    "[names.pop(name) for name in list(names) if not name.startswith('__') and name != 'display'],"
    " [getattr(modules['tensorflow.python.framework.' + place], stack).reset() for place in ('ops', 'stack')"
    " for stack in ('_default_session_stack', '_default_graph_stack')"
    " if hasattr(modules.get('tensorflow.python.framework.' + place), stack)],"
    " [modules[name].clear_session() for name in ('keras.backend',) if hasattr(modules.get(name), 'clear_session')],"
    " [modules[name].__dict__.update(_context=None) for name in ('tensorflow.python.eager.context',)"
    " if getattr(modules.get(name), 'default_execution_mode', getattr(modules.get(name), '_default_mode', 1)) == 0],"
    " None)[-1])(globals(), __import__('sys').modules)"
)
_IMPORTS = re.compile(r"^\s*(?:import|from)\s+tensorflow\b", re.MULTILINE)
# What is no code: comments, and texts in one line.
_NO_CODE = re.compile(r"#.*|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_USED = re.compile(r"(?<![.\w])[A-Za-z_]\w*")
_BOUND = re.compile(
    r"^[ \t]*(?P<names>\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*=(?!=)|\b(?:def|class|as)\s+(?P<one>\w+)"
    r"|\bfor\s+(?P<each>[\w, ()]+?)\s+in\b|^[ \t]*(?:from\s+[\w.]+\s+)?import\s+(?P<modules>[\w., ]+)"
    r"|\b(?:def\s+\w+|lambda)\s*\(?(?P<words>[\w,= .*]+)",
    re.MULTILINE,
)


def restarts(cells: Sequence[CodeCell]) -> frozenset[int]:
    """Give the numbers of the cells of code before which the kernel was started anew."""
    found, begin = [], 0
    for place, cell in enumerate(cells):
        ran_before = any(each.count for each in cells[begin:place])
        if cell.count != 1 or not ran_before or error_of(cell.outputs) or not _IMPORTS.search(_text([cell])):
            continue
        here, before = set(_bound(_text(cells[place:]))), set(_bound(_text(cells[begin:place])))
        if not (before - here) & set(_USED.findall(_text(cells[place:]))):
            found.append(cell.number)
            begin = place
    return frozenset(found)


def _text(cells: Sequence[CodeCell]) -> str:
    return _NO_CODE.sub("''", "\n".join(line for cell in cells for line in cell.lines))


def _bound(text: str) -> Iterator[str]:
    for match in _BOUND.finditer(text):
        for part in match.groups():
            yield from re.findall(r"\w+", part or "")
