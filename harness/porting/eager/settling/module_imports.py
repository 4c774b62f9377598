"""Imports of a script: of which module they are, and what names stand for by them."""

from collections.abc import Mapping, Sequence

import libcst as cst

from harness.porting.eager.tree import dotted, only, walk


class Meant:
    """What a script calls a module, and what is in it: names of the whole module, and names of what it imports."""

    def __init__(self) -> None:
        self.wholes: set[str] = set()
        self.single: dict[str, str] = {}
        self.stars = False

    def singles(self, renamed: Mapping[str, str]) -> dict[str, str]:
        """What a script calls what it imports, by the names of the joined text."""
        return {said: renamed.get(own, own) for said, own in self.single.items() if said != renamed.get(own, own)}


def imports_module(statement: cst.CSTNode, name: str) -> bool:
    """Whether a statement imports a module, or something from it."""
    small = only(statement)
    if isinstance(small, cst.Import):
        return any(dotted(alias.name) == name for alias in small.names)
    if not isinstance(small, cst.ImportFrom) or small.relative or small.module is None:
        return False
    package, _, last = name.rpartition(".")
    if dotted(small.module) == name:
        return True
    names = [] if isinstance(small.names, cst.ImportStar) else [dotted(each.name) for each in small.names]
    return dotted(small.module) == package and last in names


def imports_within(script: cst.Module, places: list[int], name: str) -> bool:
    """Whether a function or a block imports the module as well."""
    rest = [each for place, each in enumerate(script.body) if place not in places]
    return any(
        isinstance(node, cst.Import | cst.ImportFrom) and imports_module(cst.SimpleStatementLine([node]), name)
        for each in rest
        for node in walk(each)
    )


def meant_by(script: cst.Module, places: list[int], name: str) -> Meant | None:
    """What names of the script stand for; None for what is not followed."""
    found = Meant()
    for place in places:
        small = only(script.body[place])
        if isinstance(small, cst.Import):
            for alias in small.names:
                if dotted(alias.name) == name:
                    said = dotted(alias.asname.name) if alias.asname else name
                    if "." in said:
                        return None
                    found.wholes.add(said)
        elif isinstance(small, cst.ImportFrom) and small.module is not None:
            if isinstance(small.names, cst.ImportStar):
                found.stars = True
                continue
            whole = dotted(small.module) != name
            for each in small.names:
                said = dotted(each.asname.name) if each.asname else dotted(each.name)
                if not whole:
                    found.single[said] = dotted(each.name)
                elif dotted(each.name) == name.rpartition(".")[2]:
                    found.wholes.add(said)
    return found


def is_import(statement: cst.CSTNode) -> bool:
    """Whether a statement is an import."""
    return isinstance(only(statement), cst.Import | cst.ImportFrom)


def is_imported_before(statement: cst.BaseStatement, before: object) -> bool:
    """Whether the script has imported the same before."""
    small = only(statement)
    if not isinstance(small, cst.Import | cst.ImportFrom):
        return False
    assert isinstance(before, list | tuple)
    return any((other := only(each)) is not None and small.deep_equals(other) for each in before)


def imported_names(body: Sequence[cst.CSTNode]) -> dict[str, str]:
    """What names stand for that statements import: modules, and names in modules."""
    found: dict[str, str] = {}
    for each in body:
        small = only(each)
        if isinstance(small, cst.Import):
            for alias in small.names:
                name = dotted(alias.name)
                said = dotted(alias.asname.name) if alias.asname else name.partition(".")[0]
                found[said] = name if alias.asname else said
        elif isinstance(small, cst.ImportFrom) and not isinstance(small.names, cst.ImportStar):
            where = "." * len(small.relative) + (dotted(small.module) if small.module is not None else "")
            for alias in small.names:
                found[dotted(alias.asname.name if alias.asname else alias.name)] = f"{where}:{dotted(alias.name)}"
    return found


def without_import(statement: cst.CSTNode, name: str) -> cst.BaseStatement | None:
    """An import without that of the module; None where nothing else is left."""
    small = only(statement)
    assert isinstance(statement, cst.SimpleStatementLine)
    if isinstance(small, cst.Import):
        names = [alias for alias in small.names if dotted(alias.name) != name]
    elif isinstance(small, cst.ImportFrom) and small.module is not None and dotted(small.module) != name:
        assert not isinstance(small.names, cst.ImportStar)
        names = [alias for alias in small.names if dotted(alias.name) != name.rpartition(".")[2]]
    else:
        return None
    if not names:
        return None
    names[-1] = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return statement.with_changes(body=[small.with_changes(names=names)])
