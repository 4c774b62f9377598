"""Renamed: a piece of one script as it would stand in the other one, with its names and in its release."""

import ast
import copy
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harness.diagnose.sources.expressions.canonical import Script, canonical
from harness.diagnose.sources.text.bound import names_asked
from harness.diagnose.sources.text.names import dotted
from harness.symbols.naming import plain_name
from harness.symbols.replacements import replacement_of
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError

_LONGEST = 200


@dataclass(frozen=True)
class Renaming:
    """How pieces of the left script are written in the right one: what its names are there, and in which release."""

    left: Script
    right: Script
    names: Mapping[str, str]
    timeline: Timeline
    release: int

    def text_of(self, piece: ast.AST) -> str | None:
        """Give the text of a piece there; None where it asks for what that script has not."""
        made = _Renamer(self).visit(copy.deepcopy(piece))
        text = ast.unparse(made)
        if len(text) > _LONGEST or "\n" in text or not names_asked(made) <= self.right.bound:
            return None
        return text if self._has_all(made) else None

    def statement(self, node: ast.Assign | ast.AugAssign) -> str | None:
        """Give the text of a statement there that sets one name, which the right script has; None for all else."""
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if not isinstance(target, ast.Name) or self.names.get(target.id, target.id) not in self.right.bound:
            return None
        # Set anew, not for the first time: else nothing there reads it.
        if target.id not in names_asked(node.value) and isinstance(node, ast.Assign):
            return None
        return self.text_of(node)

    def _has_all(self, node: ast.AST) -> bool:
        """Whether the release has all that a piece names of TensorFlow."""
        if isinstance(node, ast.Attribute) and (name := _of_tensorflow(node, self.right)):
            return self.timeline.at(name, self.release) is not None
        return all(map(self._has_all, ast.iter_child_nodes(node)))


class _Renamer(ast.NodeTransformer):
    def __init__(self, renaming: Renaming) -> None:
        self.renaming = renaming

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id not in self.renaming.right.bound:
            node.id = self.renaming.names.get(node.id, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        renaming = self.renaming
        name = _of_tensorflow(node, renaming.left)
        if not name or renaming.timeline.at(name, renaming.release) is not None:
            return self.generic_visit(node)
        found = replacement_of(renaming.timeline, name)
        if found is None or found.name is None:
            return node
        return ast.parse(found.name, mode="eval").body


def renaming_of(left: Script, right: Script, pairs: Sequence[tuple[ast.stmt, ast.stmt]], release: str) -> Renaming:
    """Give how names of the left script are called in the right one, by what statements of one form set and read."""
    timeline = read_timeline()
    try:
        place = timeline.place(release)
    except UsageError:
        place = len(timeline.releases) - 1
    votes: Counter[tuple[str, str]] = Counter()
    for one, two in (*_same(left, right), *pairs):
        targets = [getattr(each, "targets", [getattr(each, "target", None)])[0] for each in (one, two)]
        votes.update(_named(left, right, (targets[0],), (targets[1],)))
        if canonical(one, left) == canonical(two, right):
            votes.update(_named(left, right, tuple(ast.walk(one)), tuple(ast.walk(two))))
    names: dict[str, str] = {}
    for (mine, theirs), _ in votes.most_common():
        names.setdefault(mine, theirs)
    return Renaming(left, right, names, timeline, place)


def _same(left: Script, right: Script) -> list[tuple[ast.stmt, ast.stmt]]:
    """Assignments of one form in both scripts, in their order."""
    found: tuple[dict[str, list[ast.stmt]], ...] = ({}, {})
    for forms, script in zip(found, (left, right), strict=True):
        for node in ast.walk(script.tree):
            if isinstance(node, ast.Assign):
                forms.setdefault(canonical(node.value, script), []).append(node)
    return [pair for form, mine in found[0].items() for pair in zip(mine, found[1].get(form, []), strict=False)]


def _named(
    left: Script, right: Script, mine: Sequence[ast.AST | None], theirs: Sequence[ast.AST | None]
) -> list[tuple[str, str]]:
    """Names in the same place, each of which only its own script has."""
    return [
        (one.id, two.id)
        for one, two in zip(mine, theirs, strict=False)
        if isinstance(one, ast.Name)
        and isinstance(two, ast.Name)
        and one.id not in left.theirs
        and two.id not in right.theirs
    ]


def _of_tensorflow(node: ast.Attribute, script: Script) -> str:
    """The public name of a symbol of TensorFlow, empty for all else."""
    name = dotted(node, script.aliases)
    if name.partition(".")[0] != "tensorflow" or "(" in name or "[" in name:
        return ""
    return plain_name("tf." + name.partition(".")[2].removeprefix("compat.v1."))
