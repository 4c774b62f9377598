"""A project: all cases under ``cases/`` with their golden files."""

from dataclasses import dataclass
from pathlib import Path

from harness.cases.case import Case
from harness.cases.case_file import read_case
from harness.cases.notes import NOTES_FILE, read_notes
from harness.words.errors import UsageError, first_line_with, near


@dataclass(frozen=True)
class Suite:
    """All cases of a project, in the order of their names."""

    root: Path
    cases: tuple[Case, ...]

    def select(self, names: list[str]) -> tuple[Case, ...]:
        """Give the named cases, all for no name. Raises UsageError for an unknown one, with those near to it."""
        by_name = {case.name: case for case in self.cases}
        for name in names:
            if name not in by_name:
                advice = near(name, by_name) or f"; there are: {', '.join(by_name)}"
                raise UsageError(f"there is no case {name!r}{advice}")
        return tuple(by_name[name] for name in dict.fromkeys(names)) if names else self.cases


def find_root(start: Path) -> Path:
    """Give the nearest folder, from ``start`` upwards, that has ``cases/`` and ``golden/``."""
    for folder in (start, *start.parents):
        if (folder / "cases").is_dir() and (folder / "golden").is_dir():
            return folder
    raise UsageError(f"neither {start} nor a folder above it has cases/ and golden/; go there or give --root")


def read_suite(root: Path) -> Suite:
    """Read every case under ``root``. Raises UsageError for the first mistake in any."""
    notes = read_notes(root / "golden")
    paths = sorted((root / "cases").glob("**/case.toml"))
    if not paths:
        raise UsageError(f"there is no case.toml in any folder under {root / 'cases'}")
    suite = Suite(root, tuple(read_case(path, root, notes) for path in paths))
    for case in suite.cases:
        if case.right is not None and case.right not in {other.name for other in suite.cases}:
            advice = near(case.right, [other.name for other in suite.cases])
            line = first_line_with(case.path.read_text(encoding="utf-8"), "right")
            raise UsageError(f"there is no case {case.right!r} that does it right{advice}", case.path, line)
    return suite


def unused_golden_files(suite: Suite) -> tuple[Path, ...]:
    """Give the files under ``golden/`` that belong to no case; those of the atlas are its own."""
    golden = suite.root / "golden"
    atlas = golden / "atlas"
    used = {golden / NOTES_FILE}
    for case in suite.cases:
        for variant in case.variants:
            used.add(variant.log_path)
            used.update(variant.golden_path(style.name) for style in variant.styles)
    found = (path for path in golden.rglob("*") if path.is_file() and atlas not in path.parents)
    return tuple(sorted(path for path in found if path not in used))
