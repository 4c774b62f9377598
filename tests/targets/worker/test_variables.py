"""Which environment variables runs get of the caller's, and which of them results tell."""

import os
import sys
from pathlib import Path

import pytest

from harness.results.reuse import target_fingerprint
from harness.targets.surroundings import handing_on, inherited, is_setting, told
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from harness.words.errors import UsageError
from tests.targets.worker.conftest import Fake, Write, request_for

HOST = Path(sys.executable)
CALLERS = {
    "PATH": "/bin",
    "LANG": "de_DE.UTF-8",
    "LC_ALL": "C",
    "TZ": "UTC",
    "OPENBLAS_CORETYPE": "Haswell",
    "OMP_NUM_THREADS": "2",
    "CUDA_VISIBLE_DEVICES": "",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_VAR_db_password": "secret",
    "TF_CLI_CONFIG_FILE": "/home/me/.terraformrc",
    "GITHUB_TOKEN": "secret",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "HOME": "/home/me",
    "PYTHONPATH": "/home/me/lib",
    "PYTHONWARNINGS": "error",
}
RUNS_GET = {
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "OPENBLAS_CORETYPE",
    "OMP_NUM_THREADS",
    "CUDA_VISIBLE_DEVICES",
    "TF_CPP_MIN_LOG_LEVEL",
}
TOLD = {"OPENBLAS_CORETYPE", "OMP_NUM_THREADS", "CUDA_VISIBLE_DEVICES", "TF_CPP_MIN_LOG_LEVEL"}


def test_runs_get_what_programs_need_and_tensorflow_reads() -> None:
    assert set(inherited(CALLERS)) == RUNS_GET


def test_results_tell_what_tensorflow_reads_and_nothing_that_only_begins_like_it() -> None:
    assert told(CALLERS, Setup()) == TOLD
    assert not is_setting("TF_VAR_db_password")
    assert not is_setting("TF_CLI_CONFIG_FILE")


def test_results_tell_what_an_experiment_sets() -> None:
    assert told({}, Setup(environment={"TF_ENABLE_ONEDNN_OPTS": "0", "HOME": "/tmp"})) == {"TF_ENABLE_ONEDNN_OPTS"}


def test_what_is_handed_on_by_name_reaches_runs_and_no_result() -> None:
    setup = handing_on(Setup(), ["GITHUB_TOKEN", "TF_VAR_db_password"], CALLERS)
    assert setup.environment == {"GITHUB_TOKEN": "secret", "TF_VAR_db_password": "secret"}
    assert told({**CALLERS, **setup.environment}, setup) == TOLD


def test_a_name_that_is_not_set_is_a_mistake() -> None:
    with pytest.raises(UsageError, match=r"--env GITHUB_TOKN: there is no such environment variable.*GITHUB_TOKEN"):
        handing_on(Setup(), ["GITHUB_TOKN"], CALLERS)


PRINTS = "import os\nprint(sorted(set(os.environ) - {'HARNESS_WORKER', 'LC_CTYPE'}))\n"


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_a_run_has_these_variables_and_no_other(
    isolation: str, write: Write, fake_tensorflow: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(os.environ):
        monkeypatch.delenv(name)
    for name, value in CALLERS.items():
        monkeypatch.setenv(name, value)
    setup = handing_on(Setup(isolation=isolation, environment=fake_tensorflow()), ["AWS_SECRET_ACCESS_KEY"])
    with open_worker(HOST, setup) as worker:
        outcome = worker.submit(request_for(write(PRINTS))).result(60)
        assert set(worker.target.facts["environment"]) == TOLD
    own = {"HOME", "TMPDIR", "PYTHONPATH", "PYTHONHASHSEED", "PYTHONIOENCODING"}
    assert outcome.stdout == f"{sorted(RUNS_GET | own | {'AWS_SECRET_ACCESS_KEY'})}\n"


WHERE = (
    "import os, tempfile\nprint(os.path.expanduser('~'), tempfile.gettempdir(), os.listdir(os.path.expanduser('~')))\n"
)


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_every_run_has_a_home_and_a_folder_for_temporary_files_of_its_own(
    isolation: str, write: Write, fake_tensorflow: Fake
) -> None:
    leaves = "open(os.path.join(os.path.expanduser('~'), 'left'), 'w').close()\n"
    with open_worker(HOST, Setup(isolation=isolation, environment=fake_tensorflow())) as worker:
        said = [worker.submit(request_for(write(WHERE + leaves))).result(60).stdout.split() for _ in range(2)]
    assert said[0][2] == said[1][2] == "[]"
    assert len({place for home, temporary, _ in said for place in (home, temporary)}) == 4
    assert not any(Path(place).exists() for home, temporary, _ in said for place in (home, temporary))


def test_a_home_that_is_handed_on_is_the_users(
    write: Write, fake_tensorflow: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_worker(HOST, handing_on(Setup(environment=fake_tensorflow()), ["HOME"])) as worker:
        assert worker.submit(request_for(write(WHERE))).result(60).stdout.startswith(f"{tmp_path} ")


def test_results_hold_until_a_setting_changes(tf2_python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = target_fingerprint(tf2_python, {})
    monkeypatch.setenv("TF_VAR_db_password", "other")
    assert target_fingerprint(tf2_python, {}) == before
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "0")
    assert target_fingerprint(tf2_python, {}) != before
    monkeypatch.delenv("TF_ENABLE_ONEDNN_OPTS")
    assert target_fingerprint(tf2_python, {"GITHUB_TOKEN": "1"}) != before
