"""No run changes the project that its case belongs to: it cannot or, where the kernel cannot, that is told."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from harness.targets.outcome import Failure, Outcome
from harness.targets.target import Request, Setup, belongings
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import Fake, request_for

HOST = Path(sys.executable)
# As on a kernel that gives a user no mount namespace.
WITHOUT = "import sys\nsys.modules['_harness_worker.shield'].Shield.covers = lambda *_: False\n"
Case: TypeAlias = Callable[[str], Request]
FILES = (
    "cases/counting/case.toml",
    "cases/counting/graph.py",
    "golden/counting/documented.log",
    "golden/counting/t.csv",
)
HARM = {
    "removes": "os.remove(path)",
    "overwrites": "open(path, 'w').close()",
    "renames": "os.rename(path, path + '.old')",
}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Write a project with one case, whose script is the text with ``root`` set; give the request to run it."""

    def written(source: str) -> Request:
        for name in FILES:
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {name}\n")
        script = tmp_path / "project" / FILES[1]
        script.write_text(f"import os\nroot = {str(tmp_path / 'project')!r}\n{source}print('log')\n")
        return request_for(script)

    return written


def outcome(request: Request, isolation: str, environment: Mapping[str, str]) -> Outcome:
    with open_worker(HOST, Setup(isolation=isolation, environment=environment)) as worker:
        return worker.submit(request).result(60)


def tries(harm: str, name: str) -> str:
    return f"path = os.path.join(root, {name!r})\ntry: {harm}\nexcept OSError: pass\n"


def project_of(request: Request) -> dict[str, str]:
    root = request.script.parents[2]
    return {name: (root / name).read_text() for name in FILES if (root / name).exists()}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has mount namespaces")
@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_a_run_cannot_change_its_project(isolation: str, case: Case, fake_tensorflow: Fake) -> None:
    request = case("".join(tries(harm, name) for harm in HARM.values() for name in FILES))
    before = project_of(request)
    came = outcome(request, isolation, fake_tensorflow())
    if came.failure is not None and came.failure.kind == "files":
        pytest.skip("this kernel gives a user no mount namespace")
    assert (came.failure, came.stdout) == (None, "log\n")
    assert project_of(request) == before


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
@pytest.mark.parametrize("name", FILES[:3])
def test_where_it_could_a_run_that_did_is_a_failure(
    name: str, harm: str, isolation: str, case: Case, fake_tensorflow: Fake
) -> None:
    request = case(tries(harm, name))
    path = request.script.parents[2] / name
    word = "changed" if "open" in harm else "removed"
    assert outcome(request, isolation, fake_tensorflow(WITHOUT)).failure == Failure(
        "files", f"{word} {path} while it ran; no run may change its case", f"{word} {path}"
    )


def test_a_run_that_removes_all_of_its_case_is_a_failure(case: Case, fake_tensorflow: Fake) -> None:
    request = case("import shutil\nfor name in ('cases', 'golden'): shutil.rmtree(os.path.join(root, name))\n")
    failure = outcome(request, "fork", fake_tensorflow(WITHOUT)).failure
    assert failure is not None
    assert failure.kind == "files"
    assert failure.reason.endswith("graph.py and 2 more while it ran; no run may change its case") or (
        failure.reason.endswith("case.toml and 2 more while it ran; no run may change its case")
    )


def test_a_pipe_among_the_files_of_a_case_keeps_no_run_waiting(case: Case, fake_tensorflow: Fake) -> None:
    import os

    request = case("")
    os.mkfifo(request.script.with_name("pipe"))
    assert outcome(request, "fork", fake_tensorflow(WITHOUT)).failure is None


def test_a_run_writes_to_its_own_folders_also_where_they_lie_in_the_project(
    case: Case, fake_tensorflow: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = case(
        "import tempfile\nopen('here', 'w').close()\ntempfile.mkdtemp()\nos.mkdir(os.path.expanduser('~/.x'))\n"
    )
    temporary = request.script.parents[1] / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    came = outcome(request, "fork", fake_tensorflow())
    assert (came.failure, came.stdout) == (None, "log\n")
    assert list(temporary.iterdir()) == []


def test_a_script_outside_of_any_project_may_write_beside_itself(tmp_path: Path, fake_tensorflow: Fake) -> None:
    script = tmp_path / "script.py"
    script.write_text("import os\nopen(os.path.join(os.path.dirname(__file__), 'made'), 'w').close()\nprint('log')\n")
    assert outcome(request_for(script), "fork", fake_tensorflow()).failure is None
    assert (tmp_path / "made").exists()


def test_what_belongs_to_a_script(case: Case, tmp_path: Path) -> None:
    script = case("").script
    root = tmp_path / "project"
    assert belongings(script) == (
        [str(root / "cases"), str(root / "golden")],
        [str(root / "cases/counting"), str(root / FILES[2])],
    )
    assert belongings(tmp_path / "script.py") == ([], [])
    assert belongings(root / "other" / "script.py") == ([], [])
