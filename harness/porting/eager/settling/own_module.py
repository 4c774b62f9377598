"""A module of a script's own that builds parts of its graph, written into the script: what makes variables has to be
seen where it is called."""

import re
from collections.abc import Mapping, Sequence

import libcst as cst

from harness.porting.eager.names import binds, names_in_target, parameters, reads
from harness.porting.eager.renaming import Rename
from harness.porting.eager.settling.module_imports import (
    Meant,
    imported_names,
    imports_module,
    imports_within,
    is_import,
    is_imported_before,
    meant_by,
    without_import,
)
from harness.porting.eager.tree import dotted, only, walk

# What makes variables, layers, placeholders or updates, or a list of them.
_BUILDS = re.compile(
    r"\b(?:(?:get_|local_)?[vV]ariable|placeholder|minimize|add_to_collection|get_collection|rnn_cell|rnn)\(|"
    r"\b(?:layers|slim|contrib|rnn_cell|keras)\."
)
_OF_THE_FILE = frozenset({"__file__", "__name__", "__doc__", "globals", "exec", "eval", "vars", "locals"})


def builds(text: str) -> bool:
    """Whether a module's text makes parts of a graph in its functions, as far as words say."""
    return "tensorflow" in text and _BUILDS.search(text) is not None


def with_module(text: str, name: str, own: str) -> str | None:
    """Give a script's text with that of a module in the place of its import: definitions keep their names, or have the
    module's before these where the script has another use for them. None where that may change what they mean: where
    the module is used as a whole, imported within a function, or set from outside; where a name would be two things.

    Raises ValueError for a text that Python does not read.
    """
    try:
        script, module = cst.parse_module(text), cst.parse_module(own)
    except cst.ParserSyntaxError as error:
        raise ValueError(f"line {error.raw_line}: {error.message}") from None
    if script.default_indent != module.default_indent and "\t" in script.default_indent + module.default_indent:
        return None
    body = [each for each in module.body if not _goes(each)]
    places = [place for place, each in enumerate(script.body) if imports_module(each, name)]
    if not places or imports_within(script, places, name) or reads(module.with_changes(body=body)) & _OF_THE_FILE:
        return None
    meant = meant_by(script, places, name)
    defined = _defined(body)
    if meant is None or (meant.stars and any(each.startswith("_") for each in defined)):
        return None
    renamed = _renamed(script, module.with_changes(body=body), defined, meant, name)
    if renamed is None:
        return None
    changed = script.visit(_Uses(meant.wholes, renamed)).visit(Rename({**meant.singles(renamed)}))
    put = [each.visit(Rename(renamed)) for each in body if not is_imported_before(each, script.body[: places[0]])]
    found: list[cst.BaseStatement] = []
    for place, each in enumerate(changed.body):
        if place in places:
            rest = without_import(each, name)
            found += [rest] if rest is not None else []
            found += put if place == places[0] else []  # type: ignore[arg-type]
        else:
            found.append(each)
    return changed.with_changes(body=found).code


def _goes(statement: cst.CSTNode) -> bool:
    """Whether a statement of a module does nothing for what imports it."""
    if isinstance(statement, cst.If):
        return "__name__" in reads(statement.test)
    small = only(statement)
    if isinstance(small, cst.ImportFrom):
        return small.module is not None and dotted(small.module) == "__future__" and not small.relative
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString | cst.ConcatenatedString)


def _defined(body: Sequence[cst.BaseStatement]) -> set[str]:
    """The names that a module has, but for those of what it imports."""
    return {each for statement in body if not is_import(statement) for each in binds(statement)}


def _renamed(
    script: cst.Module, module: cst.Module, defined: set[str], meant: Meant, name: str
) -> dict[str, str] | None:
    """What names of the module become in the script; None where one would be two things."""
    at_top = [each for each in script.body if not imports_module(each, name)]
    bound = {each for statement in at_top for each in binds(statement)}
    used = {node.value for statement in at_top for node in _names(statement)}
    within = _bound_within(script)
    imported = {each for statement in module.body if is_import(statement) for each in binds(statement)}
    known = defined | imported
    if not set(meant.single.values()) <= known or any(each in bound | within for each in meant.wholes):
        return None
    if any(each in bound for each in meant.single) or (meant.stars and defined & (bound | within)):
        return None
    mine, other = imported_names(module.body), imported_names(at_top)
    again = {each for each in imported & bound if mine.get(each) != other.get(each) or each not in other}
    if not _asked(script, meant.wholes) <= known or again:
        return None
    # What neither has is Python's own: with another meaning in the script it would be another one in the module.
    if (reads(module) - known) & bound:
        return None
    kept = set(meant.single.values()) if not meant.stars else defined
    own = _bound_within(module)
    stem = name.rpartition(".")[2]
    found: dict[str, str] = {}
    for each in sorted(defined):
        said = [one for one, other in meant.single.items() if other == each]
        free = each not in used or (each in kept and each not in bound | within and each in (*said, *defined))
        if said and each not in said and each in used:
            free = False
        if free:
            continue
        new = f"{stem}_{each}"
        if new in used | known or each in own:
            return None
        found[each] = new
    # A name that the script alone has for something is renamed wherever it stands.
    if any(said in within for said in meant.singles(found)):
        return None
    return found


def _bound_within(script: cst.Module) -> set[str]:
    """The names that functions, classes and comprehensions have of their own."""
    found: set[str] = set()
    for each in walk(script):
        if isinstance(each, cst.FunctionDef):
            found |= {*parameters(each.params), *binds(each.body)}
        elif isinstance(each, cst.Lambda):
            found |= set(parameters(each.params))
        elif isinstance(each, cst.ClassDef):
            found |= set(binds(each.body))
        elif isinstance(each, cst.CompFor):
            found |= set(names_in_target(each.target))
    return found


def _names(node: cst.CSTNode) -> list[cst.Name]:
    """The names in a node that stand for something: not those behind a dot, nor of arguments."""
    behind = [each.attr for each in walk(node) if isinstance(each, cst.Attribute)]
    behind += [each.keyword for each in walk(node) if isinstance(each, cst.Arg) and each.keyword is not None]
    known = set(map(id, behind))
    return [each for each in walk(node) if isinstance(each, cst.Name) and id(each) not in known]


def _asked(script: cst.Module, wholes: set[str]) -> set[str]:
    """What a script asks a module for; with an empty name where it is used otherwise, or set from outside."""
    found: set[str] = set()
    owners: set[int] = set()
    for node in walk(script):
        if isinstance(node, cst.Attribute) and isinstance(node.value, cst.Name) and node.value.value in wholes:
            found.add(node.attr.value)
            owners.add(id(node.value))
        targets = [node.target] if isinstance(node, cst.AssignTarget | cst.AugAssign) else []
        for target in targets:
            if isinstance(target, cst.Attribute) and dotted(target.value) in wholes:
                found.add("")
        if isinstance(node, cst.Import | cst.ImportFrom):
            owners |= {id(each) for each in walk(node)}
    bare = any(each.value in wholes and id(each) not in owners for each in _names(script))
    return found | {""} if bare else found


class _Uses(cst.CSTTransformer):
    """Writes what a script asks a module for by its name alone."""

    def __init__(self, wholes: set[str], renamed: Mapping[str, str]) -> None:
        self._wholes, self._renamed = wholes, renamed

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        value = original_node.value
        if isinstance(value, cst.Name) and value.value in self._wholes:
            name = updated_node.attr.value
            return cst.Name(self._renamed.get(name, name), updated_node.lpar, updated_node.rpar)
        return updated_node
