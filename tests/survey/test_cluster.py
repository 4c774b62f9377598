"""A survey on a Dask cluster: a real scheduler, and workers that share nothing but this machine."""

import hashlib
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from harness.sides.around.scenes import SceneOptions
from harness.survey.answers import Answers, Survey
from harness.survey.apart import Apart
from harness.survey.ask import Ask
from harness.survey.cluster import OnCluster
from harness.survey.engine import Progress, Task, Told, run_here
from harness.survey.standing import Standing, standing_of
from harness.survey.survey import Engine, survey
from harness.words.errors import UsageError
from tests.conftest import ROOT, tensorflow_pythons
from tests.survey.dask_cluster import DaskCluster
from tests.survey.fakes import fake_cache, fake_project

pytestmark = [
    pytest.mark.long,
    # Dask's own: sockets and loops that it leaves to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
ASK = Ask("2.15", "2.15", run=True, jobs=1)
GOOD = "import tensorflow as tf\nprint('loss', 0.5)\n"
# Goes up from the run to the first process that is none of the harness' own workers.
KILLER = """
import os, signal
import tensorflow as tf

def told(pid, what):
    with open("/proc/%d/%s" % (pid, what)) as file:
        return file.read()

pid = os.getpid()
while "targets/worker" in told(pid, "cmdline"):
    pid = int(told(pid, "stat").rpartition(")")[2].split()[1])
os.kill(pid, signal.SIGKILL)
"""


def surveyed(folder: Path, root: Path, ask: Ask, engine: Engine = run_here, **more: Any) -> Survey:
    """A survey without what each run of it has anew."""
    found = survey(folder, root, ask, None, "", engine=engine, **more)
    return replace(found, made_by="", answers=tuple(map(without_seconds, found.answers)))


def without_seconds(answers: Answers) -> Answers:
    return replace(answers, ran=tuple(replace(ran, seconds=0.0) for ran in answers.ran))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def project(place: Path) -> Path:
    return fake_project(place / "project")


@pytest.fixture(scope="module")
def cluster(place: Path) -> Iterator[DaskCluster]:
    """Two workers that are started anew when they die, with a TensorFlow that does nothing."""
    with DaskCluster(place) as cluster:
        for name in "ab":
            cluster.add(name, fake_cache(place / f"cache-{name}"))
        yield cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "legacy"
    folder.mkdir()
    return folder


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)


def test_the_answers_are_those_of_this_machine(cluster: DaskCluster, project: Path, folder: Path) -> None:
    reads = "import tensorflow as tf\nimport sys\nfrom pathlib import Path\n"
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "lines.txt").write_text("first\nsecond\n")
    (elsewhere / "points.csv").write_text("0.125\n")
    (folder / "data").mkdir()
    (folder / "data" / "points.txt").write_text("0.25 0.5\n")
    fetched = "import urllib.request as web\nprint(open(web.urlretrieve('http://x.org/p.csv')[0]).read())\n"
    write(
        folder,
        a=GOOD,
        data=f"{reads}print(Path('data/points.txt').read_text())\n",
        input=f"{reads}print(input(), sys.stdin.readline())\n",
        fetched=f"{reads}{fetched}",
        fails=f"{reads}open(Path(__file__).parent / 'nowhere.csv')\n",
        helper="import tensorflow as tf\nX = 0.125\n",
        uses=f"{reads}import helper\nprint('x', helper.X, Path(__file__).name)\n",
        draws=f"{reads}import random\nprint('x', random.random())\n",
    )
    scene = SceneOptions(files={"http://x.org/p.csv": elsewhere / "points.csv"}, input=elsewhere / "lines.txt")
    ask = replace(ASK, scene=scene)
    here, there = surveyed(folder, project, ask), surveyed(folder, project, ask, OnCluster(cluster.address))
    assert [plain(each) for each in there.answers] == [plain(each) for each in here.answers]
    assert {each.name: each.keys for each in there.answers} == {each.name: each.keys for each in here.answers}
    ended = {each.name.removesuffix(".py"): each.ran[0].ended for each in there.answers if each.ran}
    assert {name for name, word in ended.items() if word == "well"} == {
        "a",
        "data",
        "input",
        "fetched",
        "uses",
        "draws",
    }
    assert str(folder / "nowhere.csv") in next(each for each in there.answers if each.name == "fails.py").ran[0].reason


def plain(answers: Answers) -> Answers:
    """Answers without their keys, and without the numbers that a file draws anew."""
    again = answers.repeated
    return replace(answers, keys={}, repeated=replace(again, first="") if again is not None else None)


def test_a_file_that_ends_its_workers_again_and_again_costs_itself_only(
    cluster: DaskCluster, project: Path, folder: Path
) -> None:
    write(folder, **{f"good{number}": GOOD for number in range(4)}, killer=KILLER)
    told: list[str] = []
    found = surveyed(folder, project, ASK, OnCluster(cluster.address), progress=told.append)
    standings = {each.name: standing_of(each) for each in found.answers}
    assert standings == {f"good{number}.py": Standing.THERE for number in range(4)} | {"killer.py": Standing.FAILS}
    killer = next(each for each in found.answers if each.name == "killer.py")
    assert killer.trouble == "it ended each worker of the cluster that ran it, one after the other"
    assert sorted(line.partition(": ")[2] for line in told if " of 5 files: " in line) == sorted(standings)


def test_an_interrupt_ends_what_is_under_way(cluster: DaskCluster, project: Path, folder: Path) -> None:
    waits = f"{GOOD}import time\ntime.sleep(600)\n"
    write(folder, a=GOOD, b=waits, c=waits, d=waits)
    started = time.monotonic()

    def interrupt(line: str) -> None:
        if "1 of 4 files" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        surveyed(folder, project, ASK, OnCluster(cluster.address), progress=interrupt)
    assert time.monotonic() - started < 120
    # Nothing of it is in the way of the next one.
    write(folder, b=GOOD, c=GOOD, d=GOOD)
    found = surveyed(folder, project, ASK, OnCluster(cluster.address))
    assert [standing_of(each) for each in found.answers] == [Standing.THERE] * 4


def test_packages_that_are_not_the_same_everywhere(
    cluster: DaskCluster, project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, a=GOOD)
    real = Client.get_versions

    def older(client: Any) -> Any:
        found: Any = real(client)
        found["client"]["packages"]["distributed"] = "2024.1.0"
        return found

    monkeypatch.setattr("harness.survey.connect.Client.get_versions", older)
    said = refusal(lambda: surveyed(folder, project, ASK, OnCluster(cluster.address)))
    assert said.startswith(f"--on {cluster.address.replace('tcp', 'dask')}: Mismatched versions found\n")
    assert "| distributed | 2024.1.0 |" in said


def test_addresses_where_there_is_no_cluster(project: Path, folder: Path) -> None:
    write(folder, a=GOOD)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.monotonic()
    said = refusal(lambda: surveyed(folder, project, ASK, OnCluster(f"tcp://127.0.0.1:{port}")))
    assert said.startswith(f"--on dask://127.0.0.1:{port}: no Dask scheduler answers there (")
    assert time.monotonic() - started < 20
    assert "no Dask scheduler answers there" in refusal(lambda: surveyed(folder, project, ASK, OnCluster("tcp://:x")))


def test_workers_that_are_not_there_that_are_others_and_that_are_lost(
    tmp_path: Path, project: Path, folder: Path
) -> None:
    write(folder, a=GOOD, killer=KILLER)
    other = tmp_path / "other"
    shutil.copytree(ROOT / "harness", other / "harness", ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "harness" / "__init__.py").open("a") as file:
        file.write("# changed\n")
    (tmp_path / "dask").mkdir()
    with DaskCluster(tmp_path / "dask") as cluster:
        engine = OnCluster(cluster.address, to_begin=1.0)
        said = refusal(lambda: surveyed(folder, project, ASK, engine))
        assert f": the scheduler has no workers; `dask worker {cluster.address}` starts one" in said
        patient = OnCluster(cluster.address)
        cluster.add("other", tmp_path / "cache", "--no-nanny", variables={"PYTHONPATH": str(other)})
        said = refusal(lambda: surveyed(folder, project, ASK, patient))
        assert ", sources " in said and said.endswith("; install the same on both")
        assert said.count("harness 0.1.0") == 2
        cluster.kill("other")
        cluster.add("a", fake_cache(tmp_path / "cache-a"), "--no-nanny")
        told: dict[str, Answers] = {}
        said = refusal(lambda: surveyed(folder, project, ASK, keeping(told, OnCluster(cluster.address, amid=5.0))))
        assert said.startswith("the cluster has had no worker for 5 s; what is done is kept")
        assert standing_of(told["a.py"]) is Standing.THERE


def keeping(kept: dict[str, Answers], engine: OnCluster) -> Engine:
    """What ``engine`` tells is also kept here."""

    def run(
        tasks: Sequence[Task], folder: Path, root: Path, ask: Ask, apart: Apart, told: Told, progress: Progress
    ) -> None:
        def both(answers: Answers) -> None:
            kept[answers.name] = answers
            told(answers)

        engine(tasks, folder, root, ask, apart, both, progress)

    return run


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(UsageError) as refused:
        call()
    return str(refused.value)


def made_before(releases: Path, name: str) -> None:
    """What a worker's cache has, under the name by which it is known there."""
    digest = hashlib.sha256((ROOT / "constraints" / f"{name}.txt").read_bytes()).hexdigest()[:12]
    releases.mkdir(parents=True)
    (releases / f"{name}-{digest}").symlink_to(tensorflow_pythons()[name].parents[1])


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_with_a_real_tensorflow_and_a_worker_that_is_killed(tmp_path: Path, folder: Path) -> None:
    """Each of two workers makes an environment of its own, beside one that it has; one dies amid a run."""
    if not {"tf1.4", "tf1.15"} <= tensorflow_pythons().keys():
        pytest.skip("needs TensorFlow 1.4 and 1.15")
    for name in ("right_linreg", "right_adam", "softmax_no_seed", "session_unchanged", "minimize_tensor"):
        shutil.copy(ROOT / "tests" / "pairs" / name / "old.py", folder / f"{name}.py")
    # The smallest environments there are of two.
    ask = Ask("1.4", "1.15", run=True, scene=SceneOptions(seed=3), jobs=2, experiments=0.0)
    here = surveyed(folder, ROOT, ask)
    (tmp_path / "dask").mkdir()
    with DaskCluster(tmp_path / "dask") as cluster:
        for name in "ab":
            # To make it takes twenty seconds, which tell nothing that 1.4 does not.
            made_before(tmp_path / name / "releases", "tf1.15")
            cluster.add(name, tmp_path / name, "--no-nanny")
        told: list[str] = []

        def kill_one(line: str) -> None:
            if line.startswith("2 of 5 files: ") and "b" in cluster.workers:
                cluster.kill("b")
            told.append(line)

        there = surveyed(folder, ROOT, ask, OnCluster(cluster.address), progress=kill_one)
    assert there == here
    assert sorted(line.partition(": ")[2] for line in told if " of 5 files: " in line) == names_in(folder)
    made = {name: [each[:6] for each in names_in(tmp_path / name / "releases")] for name in "ab"}
    assert made == {"a": ["tf1.15", "tf1.4-"], "b": ["tf1.15", "tf1.4-"]}
