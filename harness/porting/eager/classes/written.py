"""Classes that keep a graph in their attributes, written out where an object of them is made."""

from dataclasses import dataclass, field

import libcst as cst

from harness.porting.eager.classes.circumstances import circumstances
from harness.porting.eager.classes.comments import as_comments
from harness.porting.eager.classes.functions import BLANK, Place, apart, function_of, given_function, with_functions
from harness.porting.eager.classes.handed import with_own_functions
from harness.porting.eager.classes.naming import Namer
from harness.porting.eager.classes.objects import made_objects, objects_of
from harness.porting.eager.classes.read import ClassOf, StaysError, class_of, graph_classes, is_text
from harness.porting.eager.classes.rewrite import Rewrite
from harness.porting.eager.classes.shared import Shared
from harness.porting.eager.classes.unused import without_unused
from harness.porting.eager.classes.writer import Writer
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import with_lead

# Nobody sees what its graph is given.
NO_OBJECT = "no object of this class is made here: draft the script that makes it, with the class in it"


@dataclass(frozen=True)
class Written:
    """A module without its classes that keep graphs: ``names`` are those that stand in it now, with what each is to be
    in the end; ``stay`` are the classes that are left, with the reason."""

    module: cst.Module
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stay: dict[str, str] = field(default_factory=dict)


def written_out(module: cst.Module, aliases: Aliases) -> Written:
    """Write out the classes of a module that keep a graph in their attributes."""
    namer = Namer()
    stay: dict[str, str] = {}
    waiting = [node.name.value for node in graph_classes(module, aliases)]
    while waiting:
        stay = {}
        for name in waiting:
            try:
                module = _without(name, module, aliases, namer)
            except StaysError as reason:
                stay[name] = str(reason)
        # An object that another one has in an attribute has a name once that is written out.
        waiting = list(stay) if len(stay) < len(waiting) else []
    return Written(without_unused(module, namer.wanted), namer.wanted, stay)


def _without(name: str, module: cst.Module, aliases: Aliases, namer: Namer) -> cst.Module:
    """Give a module without a class. Raises StaysError."""
    node = next(each for each in module.body if isinstance(each, cst.ClassDef) and each.name.value == name)
    found = class_of(node, module, aliases)
    shared = Shared(found, namer)
    made = made_objects(name, node, module)
    module = with_own_functions(module, [each.name for each in made], namer, aliases)
    node = next(each for each in module.body if isinstance(each, cst.ClassDef) and each.name.value == name)
    number = len(objects_of(name, node, module))
    if not number:
        raise StaysError(NO_OBJECT)
    writer = None
    for _ in range(number):
        one = objects_of(name, node, module)[0]
        around = circumstances(found, one, aliases, shared.plain)
        writer = Writer(found, one, around, shared, namer, several=number > 1)
        block = writer.begin()
        given = {each.name.value: given_function(each, own, writer) for each, own in one.given}
        functions = _functions(found, writer, number > 1)
        if isinstance(one.scope, cst.FunctionDef):
            functions |= given
        lead = list(one.statement.leading_lines)
        first = as_statements(node.body)[0]
        if is_text(first):
            lead += as_comments(first)
        block = apart(with_functions(block, functions), 2 if isinstance(one.scope, cst.Module) else 1)
        if block:
            block[0] = with_lead(block[0], lead)
        changed = module.visit(Place(one, block, writer, given))
        assert isinstance(changed, cst.Module)
        module = changed
    assert writer is not None
    return _in_place(found, shared, writer, module)


def _functions(found: ClassOf, writer: Writer, several: bool) -> dict[str, cst.FunctionDef]:
    """The methods of an object that are functions of its own."""
    made: dict[str, cst.FunctionDef] = {}
    for method in found.methods:
        if method == "__init__" or method in writer.inlined or method in found.lazy or method in writer.plain:
            continue
        if method in found.properties and writer.is_attribute(method):
            continue
        if (several or method in found.properties) and all(use.method != method for use in writer.around.uses):
            continue  # Another object of the class is asked for it, or none.
        name = writer.function(method)
        made[name] = function_of(name, method, writer)
    return made


def _in_place(found: ClassOf, shared: Shared, writer: Writer, module: cst.Module) -> cst.Module:
    """Put what all objects of a class share in the place of the class."""
    functions = [
        function_of(shared.function(method), method, writer) for method in found.methods if method in shared.plain
    ]
    constants: list[cst.BaseStatement] = []
    for name, statement in found.constants.items():
        if name in shared.used:
            names = {each: cst.Name(made) for each, made in shared.used.items()}
            constant = statement.visit(Rewrite(writer, "", names))
            constants += [constant] if isinstance(constant, cst.BaseStatement) else []
    made: list[cst.BaseStatement] = [*constants, *functions]
    if made:
        own = list(getattr(made[0], "leading_lines", ()))
        comments = [line for line in own if line.comment]
        made[0] = made[0].with_changes(leading_lines=[*found.node.leading_lines, *comments])
        for place, each in enumerate(made[1:], 1):
            if isinstance(each, cst.FunctionDef):
                lines = [line for line in each.leading_lines if line.comment]
                made[place] = each.with_changes(leading_lines=[BLANK, BLANK, *lines])
    body: list[cst.BaseStatement] = []
    for each in module.body:
        if isinstance(each, cst.ClassDef) and each.name.value == found.name:
            body += made
        else:
            body.append(each)
    return module.with_changes(body=body)
