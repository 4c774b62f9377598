"""Builds the wheel; all else stands in ``setup.cfg``.

A wheel holds copies of the one list of releases, of their constraints and of the documentation, so that the command
works in any folder. ``harness/releases/shipped.py`` reads them.
"""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from harness.releases.shipped import BUILT_FROM, commit_of  # noqa: E402  (standard library alone)


class BuildWithData(build_py):
    """Copies the data beside the modules, but for an editable installation, which has the checkout."""

    def run(self) -> None:
        """Build."""
        super().run()
        if self.editable_mode:
            return
        shipped = Path(self.build_lib) / "harness" / "shipped"
        shutil.rmtree(shipped, ignore_errors=True)
        for pattern in ("tox.ini", "constraints/*.txt", "docs/**/*.md"):
            for path in ROOT.glob(pattern):
                copy = shipped / path.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
        (shipped / BUILT_FROM).write_text(commit_of(ROOT), encoding="utf-8")


setup(cmdclass={"build_py": BuildWithData})
