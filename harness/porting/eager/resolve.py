"""What names of a text stand for in TensorFlow 1: ``tf.nn.relu`` by whichever import."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from harness.lint.names import tensorflow_name
from harness.porting.eager.tree import assigned, dotted, walk
from harness.symbols.naming import plain_name
from harness.symbols.timeline import read_timeline

Aliases = Mapping[str, str]
# What shows that a name is TensorFlow 1.
_OF_GRAPHS = {"tf.placeholder", "tf.Session", "tf.InteractiveSession", "tf.Variable", "tf.get_variable"}
_LAYERS = "tf.contrib.layers"
# Where the files of two modules of tf.contrib lie, which scripts import from as well.
_INNER = re.compile(r"^(tf\.contrib\.(?:layers|rnn))\.python\.\w+\.(?:\w+\.)?(\w+)$")


def aliases_of(module: cst.Module) -> dict[str, str]:
    """Give what each name that an import of TensorFlow binds stands for."""
    found: dict[str, str] = {}
    nodes = list(walk(module))
    for node in nodes:
        if isinstance(node, cst.Import):
            for alias in node.names:
                name = tensorflow_name(dotted(alias.name))
                if name is not None:
                    local = dotted(alias.asname.name) if alias.asname else "tensorflow"
                    found[local] = name if alias.asname else "tf"
        elif (
            isinstance(node, cst.ImportFrom) and node.module is not None and not isinstance(node.names, cst.ImportStar)
        ):
            above = tensorflow_name(dotted(node.module))
            if above is not None:
                for alias in node.names:
                    local = dotted(alias.asname.name if alias.asname else alias.name)
                    name = tensorflow_name(f"{dotted(node.module)}.{dotted(alias.name)}")
                    found[local] = name or f"{above}.{dotted(alias.name)}"
    if _comes_with_all(nodes):
        found.setdefault("tf", "tf")
    found |= _assigned_modules(module, nodes, found)
    if "tf.contrib.slim" in found.values() and "arg_scope" not in module.code:
        # Without that, its layers are those of tf.contrib.layers.
        found = {local: _LAYERS if name == "tf.contrib.slim" else name for local, name in found.items()}
    return found


def _comes_with_all(nodes: Sequence[cst.CSTNode]) -> bool:
    """Whether a text asks ``tf`` for what TensorFlow has and imports all of some module, but nothing by that name
    itself."""
    if not any(isinstance(each, cst.ImportFrom) and isinstance(each.names, cst.ImportStar) for each in nodes):
        return False
    asked = {dotted(node) for node in nodes if isinstance(node, cst.Attribute)}
    taken = {*_bound(nodes), *(dotted(each.name) for each in nodes if isinstance(each, cst.AsName))}
    return bool(asked & _OF_GRAPHS) and "tf" not in taken


def _bound(nodes: Sequence[cst.CSTNode]) -> Iterator[str]:
    """The names that nodes bind by assignments and as parameters, each time; an empty text for what is no name."""
    for each in nodes:
        if isinstance(each, cst.AssignTarget):
            yield dotted(each.target)
        elif isinstance(each, cst.Param):
            yield each.name.value


def _assigned_modules(module: cst.Module, nodes: Sequence[cst.CSTNode], imported: Aliases) -> dict[str, str]:
    """Names that a text gives once to a module of TensorFlow: ``tf1 = tf.compat.v1``, ``slim = tf.contrib.slim``."""
    bound = Counter(_bound(nodes))
    found: dict[str, str] = {}
    for statement in module.body:
        pair = assigned(statement)
        if pair is None or not isinstance(pair[0], cst.Name) or bound[pair[0].value] > 1:
            continue
        name = symbol(pair[1], imported)
        if name == "tf.compat.v1" or (name and "module" in read_timeline().kinds(name)):
            found[pair[0].value] = name
    return found


def symbol(node: cst.CSTNode, aliases: Aliases) -> str:
    """Give the symbol of TensorFlow 1 that an expression names, an empty text for all else."""
    name = dotted(node)
    first, _, rest = name.partition(".")
    if first not in aliases:
        return ""
    return _INNER.sub(r"\1.\2", plain_name(".".join(word for word in (aliases[first], rest) if word)))


def called(node: cst.CSTNode, aliases: Aliases) -> str:
    """Give the symbol that a call calls, an empty text for all else."""
    return symbol(node.func, aliases) if isinstance(node, cst.Call) else ""
