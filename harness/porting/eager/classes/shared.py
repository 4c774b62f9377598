"""What all objects of a class have in common: its constants, and methods that ask nothing of an object."""

from collections.abc import Iterable

import libcst as cst

from harness.porting.eager.classes.naming import Namer
from harness.porting.eager.classes.read import ClassOf, attributes_set, owner_of
from harness.porting.eager.tree import dotted, walk


class Shared:
    """The part of a class that stands at its place. ``plain`` are methods that ask an object for nothing but such."""

    def __init__(self, found: ClassOf, namer: Namer) -> None:
        self.plain = _plain(found)
        self._found, self._namer = found, namer
        self._names: dict[str, str] = {}

    def function(self, method: str) -> str:
        """Give the name of a plain method."""
        return self._name(method)

    def constant(self, name: str) -> str:
        """Give the name of a constant."""
        return self._name(name)

    def _name(self, name: str) -> str:
        if name not in self._names:
            self._names[name] = self._namer.fresh(name, f"{self._found.name}_{name.strip('_')}")
        return self._names[name]

    @property
    def used(self) -> dict[str, str]:
        """The names of what was asked for."""
        return self._names


def _plain(found: ClassOf) -> set[str]:
    """Methods that ask an object for constants and for such methods alone."""
    set_by = {name for each in found.methods.values() for name in attributes_set(each, owner_of(each))}
    plain = set(found.methods) - found.properties - {"__init__"}
    for _ in found.methods:
        plain = {
            name
            for name in plain
            if all(
                each in plain or (each in found.constants and each not in set_by)
                for each in _asked(found.methods[name])
            )
        }
    return plain


def _asked(method: cst.FunctionDef) -> Iterable[str]:
    owner = owner_of(method)
    return (
        each.attr.value
        for each in walk(method)
        if owner and isinstance(each, cst.Attribute) and dotted(each.value) == owner
    )
