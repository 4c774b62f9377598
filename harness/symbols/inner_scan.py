"""Reading the modules inside of a release off its files, without running any of them."""

import ast
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from harness.symbols.inner import OPEN

# How the package's folder is called, 1.14 and 1.15 first.
_FOLDERS = ("tensorflow_core", "tensorflow")
_LEFT_OUT = ("include", "__pycache__")
# What a text that was read before gives: releases share most of theirs.
Read = dict[bytes, tuple[frozenset[str], frozenset[str]]]


def inner_modules(packages: Path, read: Read) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Give each module of the TensorFlow in a folder of packages, by its name in scripts, with the names that its text
    gives itself and those that it imports; ``*`` is among the former where the text does not tell all."""
    folder = next(packages / each for each in _FOLDERS if (packages / each).is_dir())
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if parts[0] in _LEFT_OUT or "__pycache__" in parts or path.stem.endswith("_test"):
            continue
        if path.suffix == ".py":
            words = parts[:-1] if path.stem == "__init__" else (*parts[:-1], path.stem)
            text = path.read_bytes()
            if text not in read:
                read[text] = _names_of(text)
            found[".".join(("tf", *words))] = read[text]
        elif path.suffix == ".so" and parts[0] == "python":
            found[".".join(("tf", *parts[:-1], path.stem))] = (frozenset({OPEN}), frozenset[str]())
    return found


def joined(
    scans: Mapping[str, Mapping[str, tuple[frozenset[str], frozenset[str]]]],
) -> dict[str, dict[str, frozenset[str]]]:
    """Give the names of each module of each release. Imported ones count where another release has them as its own:
    all others a script takes from where they come from."""
    own: dict[str, set[str]] = {}
    for each in scans.values():
        for module, (given, _) in each.items():
            own.setdefault(module, set()).update(given)
    return {
        release: {module: given | (imported & own[module]) for module, (given, imported) in each.items()}
        for release, each in scans.items()
    }


def _names_of(text: bytes) -> tuple[frozenset[str], frozenset[str]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return frozenset({OPEN}), frozenset()
    given, imported = set[str](), set[str]()
    for node in _statements(tree.body):
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                given.add(node.name)
            case ast.Import() | ast.ImportFrom():
                imported |= {each.asname or each.name.partition(".")[0] for each in node.names}
            case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                given |= {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
    if OPEN in imported or b"globals()" in text or b"sys.modules" in text or b"DESCRIPTOR" in text:
        given.add(OPEN)
    return frozenset(given), frozenset(imported - {OPEN})


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported, those in blocks, too."""
    for node in body:
        yield node
        for part in ("body", "orelse", "finalbody"):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield from _statements(getattr(node, part, []))
        for handler in getattr(node, "handlers", []):
            yield from _statements(handler.body)
