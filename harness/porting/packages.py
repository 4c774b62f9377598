"""What other packages no longer have: names of NumPy, Python's clock, pandas, SciPy and scikit-learn of the time."""

import ast
import re
from collections.abc import Iterator, Sequence

from harness.porting.draft import with_marks
from harness.porting.edits import Edit, edited, statement_lines

# What is said of it.
CHANGE = "names of packages are those of today"
# NumPy 1.24 took its names for Python's own types.
_NAMES = {
    "numpy.bool": "bool",
    "numpy.int": "int",
    "numpy.float": "float",
    "numpy.complex": "complex",
    "numpy.object": "object",
    "numpy.str": "str",
    "numpy.long": "int",
    "numpy.unicode": "str",
    "time.clock": "{time}.perf_counter",
    "string.letters": "{string}.ascii_letters",
    "string.lowercase": "{string}.ascii_lowercase",
    "string.uppercase": "{string}.ascii_uppercase",
    "inspect.getargspec": "{inspect}.getfullargspec",
}
_MODULES = {
    "sklearn.cross_validation": "sklearn.model_selection",
    "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.externals.joblib": "joblib",
    "sklearn.datasets.samples_generator": "sklearn.datasets",
    "sklearn.manifold.t_sne": "sklearn.manifold",
    "scipy.sparse.linalg.eigen.arpack": "scipy.sparse.linalg",
    "scipy.sparse.linalg.eigen": "scipy.sparse.linalg",
    "keras.utils.np_utils": "keras.utils",
}
# What Keras had in a module of its own lies in the package above it.
_NP_UTILS = re.compile(
    r"^([ \t]*)from keras\.utils import np_utils(?: as (?P<name>\w+))?(?=[ \t]*(?:#|;|$))", re.MULTILINE
)
_GONE = {
    "scipy.misc": "SciPy has no scipy.misc.{name} any more: imageio.v2.imread and imwrite, PIL.Image.resize "
    "(bicubic and nearest are other numbers than imresize gave)",
    "sklearn.datasets": "scikit-learn has no {name} any more",
}
_OF_GONE = {
    "scipy.misc": frozenset(
        {"imread", "imresize", "imsave", "imshow", "imrotate", "imfilter", "toimage", "fromimage", "bytescale"}
    ),
    "sklearn.datasets": frozenset({"load_boston", "fetch_mldata"}),
}


def with_packages(text: str) -> str:
    """Give a text of Python 3 without the names that the packages of the time had; what has no equal is marked. A text
    that Python does not read is given as it is."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    modules = dict(_imported(tree))
    edits = [*_of_names(tree, modules), *_as_matrix(tree)]
    if "pandas" in modules.values():
        edits += [edit for edit in _named_axis(tree, text) if not _lies_in(edit, edits)]
    reasons: dict[int, list[str]] = {}
    lines = statement_lines(tree)
    for line, reason in _gone(tree, modules):
        reasons.setdefault(lines.get(line, line), []).append(reason)
    changed = with_marks(text, reasons) if not edits else _both(text, edits, reasons)
    as_utils = _NP_UTILS.sub(
        lambda found: f"{found[1]}from keras import utils as {found['name'] or 'np_utils'}", changed
    )
    return _renamed_modules(as_utils)


def _both(text: str, edits: list[Edit], reasons: dict[int, list[str]]) -> str:
    # An edit adds no line, so the lines of the marks hold.
    return with_marks(edited(text, edits), reasons)


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                for each in names:
                    yield (
                        each.asname or each.name.partition(".")[0],
                        each.name if each.asname else each.name.partition(".")[0],
                    )
            case ast.ImportFrom(module=str(module), names=names, level=0):
                for each in names:
                    yield each.asname or each.name, f"{module}.{each.name}"


def _named(node: ast.expr, modules: dict[str, str]) -> tuple[str, str]:
    """What an expression stands for, and the words before its last dot."""
    text = ast.unparse(node)
    first, dot, rest = text.partition(".")
    return (f"{modules[first]}{dot}{rest}" if first in modules else ""), text.rpartition(".")[0]


def _of_names(tree: ast.Module, modules: dict[str, str]) -> Iterator[Edit]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name, before = _named(node, modules)
            if name in _NAMES:
                yield Edit(node, _NAMES[name].replace(f"{{{name.partition('.')[0]}}}", before))


def _as_matrix(tree: ast.Module) -> Iterator[Edit]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="as_matrix", value=value), args=[], keywords=[]):
                # What is edited inside of it would be lost.
                if not any(isinstance(each, ast.Call) and each is not value for each in ast.walk(value)):
                    yield Edit(node, f"{ast.unparse(value)}.values")


def _named_axis(tree: ast.Module, text: str) -> Iterator[Edit]:
    """The axis of a table that something is dropped from, by its name: pandas 2 takes it by no place."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="drop"), args=[_, ast.Constant(value=0 | 1) as axis]):
                yield Edit(axis, f"axis={ast.get_source_segment(text, axis)}")


def _lies_in(edit: Edit, others: Sequence[Edit]) -> bool:
    """Whether an edit is of a part of what another one is of."""
    return any(node is edit.node for other in others for node in ast.walk(other.node))


def _gone(tree: ast.Module, modules: dict[str, str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=attr):
                name, _ = _named(node, modules)
                module = name.rpartition(".")[0]
                if attr in _OF_GONE.get(module, ()):
                    yield node.lineno, _GONE[module].format(name=attr)
            case ast.ImportFrom(module=str(module), names=names, level=0) if module in _OF_GONE:
                for each in names:
                    if each.name in _OF_GONE[module]:
                        yield node.lineno, _GONE[module].format(name=each.name)


def _renamed_modules(text: str) -> str:
    for old, new in _MODULES.items():
        text = re.sub(rf"^(\s*(?:from|import)\s+){re.escape(old)}\b", rf"\g<1>{new}", text, flags=re.MULTILINE)
    return text
