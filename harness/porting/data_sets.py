"""MNIST as the tutorials of TensorFlow 1 read it: no release of 2 has their ``input_data``, so a draft brings it."""

import ast
import re
from collections.abc import Iterator

from harness.porting.compat.imports import with_helpers
from harness.porting.compat.names import names_of
from harness.porting.edits import Edit, edited

CHANGE = "the images of the tutorials are read, and handed out in batches, by what stands at its head"
_READER = "read_data_sets"
_MODULE = "tensorflow.examples.tutorials.mnist"
# Where TensorFlow 1 has the function lies in tf.contrib.
_HOLDS = frozenset({f"{_MODULE}.input_data", "tensorflow.contrib.learn.python.learn.datasets.mnist"})
_READERS = frozenset(f"{each}.{_READER}" for each in _HOLDS)
_INSIDE = frozenset({"_images", "_labels", "_num_examples", "_epochs_completed", "_index_in_epoch"})
_BRINGS = frozenset({_READER, "DataSet", "DataSets"})
# How 0.12 handed out batches: not shuffled before the first epoch, and without what is left at the end of one.
_BATCHES = re.compile(r"    def next_batch\(.*?(?=    def _shuffle)", re.DOTALL)
_BATCHES_OF_0_12 = """\
    def next_batch(self, batch_size):
        if self._next + batch_size > self.num_examples:
            self.epochs_completed += 1
            self._shuffle()
            self._next = 0
        start, self._next = self._next, self._next + batch_size
        return self.images[start : self._next], self.labels[start : self._next]

"""
_BEFORE_EACH, _BEHIND_EACH = "they are shuffled before each epoch", "they are shuffled behind each epoch"
# By name; in its place only the first of them stands in the same one as in TensorFlow 1.
_TAKES = frozenset({"train_dir", "one_hot", "reshape", "validation_size", "seed", "source_url"})


def with_data_sets(text: str, origin: str = "") -> str:
    """Give a text of Python 3 that brings ``read_data_sets`` along, where it asks the tutorials' ``input_data`` for
    just that, or hands that on; any other text as it is. Batches are those of 1.15, or of 0.12 where it is for that."""
    tree = ast.parse(text)
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.stmt) and _binds(each)]
    names = {name: full for each in imports for name, full in _binds(each).items()}
    readers = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _reads(node.func, names)]
    tf = names_of(tree).tf
    if not tf or not _asks_for_no_more(tree, names, readers) or not all(_stands_alone(each, text) for each in imports):
        return text
    edits = [Edit(each.func, _READER) for each in readers]
    is_0_12 = origin == "0.12"
    edits += [edit for each in readers if not is_0_12 for edit in _seeded(each, text, tree)]
    gone = {each.lineno for each in imports}
    late = _late_import(tree, readers, tf)
    first = min(gone) if late and min(gone) in {each.lineno for each in tree.body} else 0
    kept = [
        f"import tensorflow as {tf}" if number == first else line
        for number, line in enumerate(edited(text, edits).split("\n"), start=1)
        if number == first or number not in (gone | {late} if first else gone)
    ]
    changed = "\n".join(kept)
    if not _reads_as_python(changed):
        return text
    made = with_helpers(changed, {_READER: _READER}, tf)
    return _BATCHES.sub(_BATCHES_OF_0_12, made).replace(_BEFORE_EACH, _BEHIND_EACH, 1) if is_0_12 else made


def _late_import(tree: ast.Module, readers: list[ast.Call], tf: str) -> int:
    """The line of the import of TensorFlow, where images are read before it; 0 where it stands before, as it has to for
    what is brought along."""
    made = (ast.FunctionDef, ast.ClassDef)
    at_once = [node for each in tree.body if not isinstance(each, made) for node in ast.walk(each)]
    called = min((each.lineno for each in at_once if each in readers), default=0)
    for node in tree.body:
        match node:
            case ast.Import(names=[ast.alias(name="tensorflow", asname=name)]) if (name or "tensorflow") == tf:
                return node.lineno if node.lineno > called > 0 else 0
    return 0


def _reads_as_python(text: str) -> bool:
    """Whether a text is one still: an import may have been all that stood in a block."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _asks_for_no_more(tree: ast.Module, names: dict[str, str], readers: list[ast.Call]) -> bool:
    """Whether a text reads its data by calls that what is brought along answers, and nothing else is in their way."""
    asked = sum(1 for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in names)
    if asked != len(readers) or not all(_fits(each) for each in readers) or _is_taken(tree, names):
        return False
    if not asked and not _hands_on(tree, names):
        return False
    return not any(_asks_inside(node) for node in ast.walk(tree))


def _hands_on(tree: ast.Module, names: dict[str, str]) -> bool:
    """Whether a text is nothing but imports, that of the reader among them, for those that import it."""
    kinds = (ast.Import, ast.ImportFrom)
    plain = all(isinstance(each, kinds) or isinstance(getattr(each, "value", 0), ast.Constant) for each in tree.body)
    return plain and names.get(_READER) in _READERS


def _asks_inside(node: ast.AST) -> bool:
    """Whether images are asked for what is not brought along: what they are inside, fake ones in a batch."""
    match node:
        case ast.Call(func=ast.Attribute(attr="next_batch"), args=args, keywords=words):
            return len(args) > 1 or any(each.arg not in ("batch_size", "shuffle") for each in words)
        case ast.Attribute(attr=name):
            return name in _INSIDE
    return False


def _stands_alone(node: ast.stmt, text: str) -> bool:
    return text.split("\n")[node.lineno - 1].partition("#")[0].strip() == ast.get_source_segment(text, node)


def _binds(node: ast.stmt) -> dict[str, str]:
    """What an import of the tutorials' data binds, by the names that it gives; nothing for any other statement."""
    found: dict[str, str] = {}
    if isinstance(node, ast.ImportFrom):
        found = {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    elif isinstance(node, ast.Import):
        found = {each.asname or "": each.name for each in node.names}
    return found if "" not in found and all(full in _HOLDS | _READERS for full in found.values()) else {}


def _reads(func: ast.expr, names: dict[str, str]) -> bool:
    match func:
        case ast.Name(id=name):
            return names.get(name) in _READERS
        case ast.Attribute(value=ast.Name(id=name), attr=attribute):
            return names.get(name) in _HOLDS and attribute == _READER
    return False


def _fits(call: ast.Call) -> bool:
    """Whether what is brought along takes these arguments."""
    return len(call.args) < 2 and {each.arg for each in call.keywords} <= _TAKES


def _is_taken(tree: ast.Module, imported: dict[str, str]) -> bool:
    """Whether something else in a text has a name that is brought along."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                pass
            case ast.alias():
                name = node.asname or node.name
            case _:
                continue
        if name in _BRINGS - set(imported):
            return True
    return False


def _seeded(call: ast.Call, text: str, tree: ast.Module) -> Iterator[Edit]:
    """The seed of the graph as one of the call, if one is set before it: TensorFlow 1 seeds NumPy with it there."""
    if any(each.arg == "seed" for each in call.keywords):
        return
    seed = ""
    for statement in tree.body:
        if statement.lineno >= call.lineno:
            break
        match statement:
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="set_random_seed"), args=[given], keywords=[])):
                seed = ast.get_source_segment(text, given) or ""
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="reset_default_graph"))):
                seed = ""
    last = max([*call.args, *(each.value for each in call.keywords)], key=lambda each: (each.lineno, each.col_offset))
    if seed:
        yield Edit(last, f"{ast.get_source_segment(text, last)}, seed={seed}")
