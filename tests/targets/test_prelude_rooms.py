"""The rooms of preludes: each says what it is for, and imports those above it alone."""

import ast
from pathlib import Path

import pytest

from tests.preludes import FOLDER, PACKAGE

# From what everything needs to what nothing but preludes themselves imports.
ROOMS = ("scripts", "graphs", "behaviours", "calls", "watching", "perturbing", "made_up", "stand_ins")


def imported_rooms(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[1] for name in named if name.startswith(f"{PACKAGE}.")}


def test_these_are_the_rooms() -> None:
    assert {each.parent.name for each in FOLDER.glob("*/__init__.py")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_those_above_it_alone(room: str) -> None:
    may = set(ROOMS[: ROOMS.index(room) + 1])
    assert {path.name: imported_rooms(path) - may for path in (FOLDER / room).glob("*.py")} == {
        path.name: set() for path in (FOLDER / room).glob("*.py")
    }


def test_nothing_imports_a_prelude() -> None:
    imports = (
        node
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
    )
    preludes = {path.stem for path in FOLDER.glob("*.py")}
    assert {alias.name for node in imports for alias in node.names} & preludes == set()
