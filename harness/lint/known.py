"""What the names of a script stand for, at the place that is being read."""

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from harness.lint.expressions import imported_by_call
from harness.lint.names import Ref, dotted, joined
from harness.lint.objects import class_of_call
from harness.symbols.timeline import Timeline

# Modules of which the timeline knows no more than that they are there.
_UNREAD = "tf.examples.tutorials.mnist.input_data"

T = TypeVar("T")


class Known:
    """Names of modules, symbols and objects of TensorFlow's, as a script has bound them so far."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._refs: dict[str, Ref] = {}
        self._dotted: set[str] = set()

    def imports(self, word: str, ref: Ref) -> None:
        """A name is what an import makes it."""
        self._refs[word] = ref

    @contextmanager
    def inside(self) -> Iterator[None]:
        """What a function, class or lambda binds is its own, but for what a method puts on ``self``: other methods find
        that there."""
        before = dict(self._refs)
        yield
        kept = {word: ref for word, ref in self._refs.items() if word.startswith("self.")}
        self._refs = {**before, **kept}

    def apart(self, bodies: Sequence[T]) -> Iterator[T]:
        """Go through what runs in the place of each other: each begins with what is known here, and what any of them
        has made known is known afterwards."""
        before, after = dict(self._refs), dict[str, Ref]()
        for body in bodies:
            self._refs = dict(before)
            yield body
            for word, ref in self._refs.items():
                both = joined(after.get(word), ref)
                if both is not None:
                    after[word] = both
        self._refs = after

    def forget(self, word: str) -> None:
        """A name, and what was put on it, stands for nothing that is known."""
        self._refs.pop(word, None)
        # Attributes are few.
        for known in [each for each in self._dotted if each.startswith(f"{word}.")]:
            self._refs.pop(known, None)
            self._dotted.discard(known)

    def bind(self, target: ast.expr, value: ast.expr) -> None:
        """A target, or each name of it, stands for what is assigned to it."""
        if isinstance(target, ast.Tuple | ast.List):
            same = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts)
            for place, each in enumerate(target.elts):
                self.bind(each, value.elts[place] if same and isinstance(value, ast.Tuple | ast.List) else each)
            return
        word = dotted(target)
        if word is None:
            return
        ref = self.stands_for(value)
        self.forget(word)
        if ref is not None:
            self._refs[word] = ref
            if "." in word:
                self._dotted.add(word)

    def stands_for(self, node: ast.expr) -> Ref | None:
        """Give what an expression gives, as far as that can be told: a symbol, or an object of a class."""
        if isinstance(node, ast.Call):
            module = imported_by_call(node)
            if module is not None:
                return Ref((module,))
            ref = self.reach(node.func)
            names = class_of_call(self._timeline, ref) if ref is not None else ()
            return Ref(names, instance=True) if names else None
        if isinstance(node, ast.Name | ast.Attribute):
            return self.reach(node)
        return None

    def reach(self, node: ast.expr) -> Ref | None:
        """Give what a name, a chain of attributes or the method of a call's result stands for."""
        if isinstance(node, ast.Name):
            return self._refs.get(node.id)
        if isinstance(node, ast.Call):
            return self.stands_for(node)
        if not isinstance(node, ast.Attribute):
            return None
        word = dotted(node)
        if word is not None and word in self._refs:
            return self._refs[word]
        owner = self.reach(node.value)
        if owner is None:
            return None
        # Attributes of functions and of values are not TensorFlow's business.
        if node.attr.startswith("__"):
            return None
        names = tuple(f"{name}.{node.attr}" for name in owner.names if owner.instance or self._has_members(name))
        return replace(owner, names=names, instance=False) if names else None

    def _has_members(self, name: str) -> bool:
        if name.startswith(_UNREAD):
            return False
        kinds = self._timeline.kinds(name)
        if kinds:
            return not kinds.isdisjoint(("module", "class"))
        # What no class has, an object may have made itself.
        above = self._timeline.kinds(name.rpartition(".")[0])
        return not above or "module" in above
