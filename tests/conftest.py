"""Fixtures of the whole specification: the project itself, and interpreters that have TensorFlow."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from harness.releases.release import read_releases, release_key
from tests.kept_workers import KeptWorkers

pytest_plugins = "pytester"

# No test depends on how busy the machine is.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]


def hear_signals() -> None:
    """Have tests that send signals work where those who started them ignore some: a shell does so for what it starts in
    the background, and nohup."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


hear_signals()


# What gives a test an interpreter with TensorFlow, itself or by what it asks for.
_INTERPRETERS = frozenset({"tf1_python", "tf2_python", "laboratory", "run_script", "request"})
# What starts interpreters, tox or pip by other means than a fixture.
_PROCESSES = (
    "targets/",
    "releases/",
    "runs/",
    "wild/",
    "commands/test_cli_output.py",
    "diagnose/detectors/test_errors_detector.py",
    "diagnose/test_migrations",
)

# What takes the longest, from half a minute of processor time on (benchmarks/suite.md), longest first. A file runs in
# one process: the last one to begin should be short, or all other processes wait for it.
LONGEST = (
    "targets/test_watching_changes_nothing.py",
    "diagnose/test_migrations_watched.py",
    "porting/eager/test_eager_drafts_run.py",
    "diagnose/test_migrations_started.py",
    "diagnose/test_pairs.py",
    "diagnose/test_migrations.py",
    "diagnose/test_migrations_of_behaviour.py",
    "wild/test_wild.py",
    "survey/test_cluster.py",
    "diagnose/experiments/test_patches.py",
    "survey/test_resumption.py",
    "commands/test_cli_port.py",
    "targets/test_stand_in.py",
    "diagnose/test_migrations_left_out.py",
    "diagnose/detectors/test_fetch_race.py",
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where nothing ``long`` is wanted, leave the files alone that hold nothing else: reading them is a third of it."""
    tests = ROOT / "tests"
    if config.option.markexpr != "not long" or not collection_path.is_relative_to(tests):
        return None
    place = collection_path.relative_to(tests).as_posix() + ("/" if collection_path.is_dir() else "")
    return True if place.startswith(_PROCESSES) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs TensorFlow, or a tox or pip of its own, as ``long``: ``tox -e quick`` is all else. The files that
    take the longest come first."""
    items.sort(key=lambda item: LONGEST.index(_place(item)) if _place(item) in LONGEST else len(LONGEST))
    for item in items:
        place = _place(item)
        if place.startswith(_PROCESSES) or _INTERPRETERS & set(getattr(item, "fixturenames", ())):
            item.add_marker("long")


def _place(item: pytest.Item) -> str:
    """The file of a test, below the folder of all tests; empty for one of another folder."""
    tests = ROOT / "tests"
    return item.path.relative_to(tests).as_posix() if item.path.is_relative_to(tests) else ""


def tensorflow_pythons() -> dict[str, Path]:
    """Give the interpreters that real runs may use, by the name of their tox environment (``tf1.15``), oldest first.

    Those that tox made, unless ``HARNESS_TEST_TARGETS`` names a folder with environments of these names. Release
    candidates are left out: what they do is not settled.
    """
    folder = Path(os.environ.get("HARNESS_TEST_TARGETS", ROOT / ".tox"))
    candidates = {release.name for release in read_releases(ROOT) if release.is_prerelease}
    found = {path.parents[1].name: path for path in folder.glob("tf*/bin/python")}
    found = {name: path for name, path in found.items() if name not in candidates}
    return {name: found[name] for name in sorted(found, key=release_key)}


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def kept_workers() -> Iterator[KeptWorkers | None]:
    """TensorFlow is imported once for all tests that need it in the same way, not by each of them anew; with
    ``HARNESS_TEST_FRESH_WORKERS`` by each, which has to give the same."""
    if os.environ.get("HARNESS_TEST_FRESH_WORKERS"):
        yield None
        return
    kept = KeptWorkers(tensorflow_pythons().values())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("harness.targets.workers.connect", kept.connect)
        yield kept
    kept.close()


@pytest.fixture(scope="session")
def tf2_python() -> Path:
    """An interpreter with some TensorFlow 2; without one the real runs cannot be tested, which is an error."""
    found = [path for name, path in tensorflow_pythons().items() if name.startswith("tf2.")]
    if not found:
        pytest.fail("no TensorFlow 2 environment; `tox -e unit` makes one, so does `tox -e tf2.21 --notest`")
    return found[-1]


@pytest.fixture(scope="session")
def tf1_python() -> Path:
    """An interpreter with TensorFlow 1, for what only old releases show; skips where no Python is there for it."""
    found = [path for name, path in tensorflow_pythons().items() if name.startswith(("tf0.", "tf1."))]
    if not found:
        pytest.skip("no TensorFlow 1 environment: it needs Python 3.6 or 3.7")
    return found[-1]


@pytest.fixture
def inner(
    pytester: pytest.Pytester, root: Path, tf2_python: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., pytest.RunResult]:
    """Runs pytest on the project in the current folder: ``inner("-x", pythons=[...])``, in TensorFlow 2 unless told
    otherwise. It runs in this process, where TensorFlow is imported already; in processes of their own only with
    ``-n``."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: object, pythons: tuple[Path, ...] = (tf2_python,)) -> pytest.RunResult:
        # As one word: what stands alone and exists is a test folder for pytest, and decides what its root is.
        named = [f"--python={python}" for python in pythons]
        session = pytester.runpytest_subprocess if "-n" in words else pytester.runpytest_inprocess
        return session("-p", "harness.plugin", "-rA", *named, *map(str, words))

    return run
