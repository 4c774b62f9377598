"""A file that a script names by a path of its author's is found in its own repository, and the run says so."""

from dataclasses import replace
from pathlib import Path

from harness.sides.around.above import folders_of_repository
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker

READS = """import numpy as np
def read(path):
    try:
        print(open(path).read())
    except OSError as error:
        print(error)
read("/home/somebody of old/project/data/rows.csv")
read("/home/somebody of old/data.txt")
read("~/project/data/rows.csv")
read("D:\\\\project\\\\data\\\\rows.csv")
read("data/rows.csv")
read("..\\\\data.txt")
read("data\\\\rows.csv")
print(np.loadtxt("/Users/somebody/data/rows.csv", delimiter=","))
read("/tmp/data/rows.csv")
read("/home/somebody of old/train.py")
read("data/none.csv")
read("../data/rows.csv/")
print(open("mnist_train.csv").readline().count(","))
"""


def test_files_of_its_repository_are_found_by_the_end_of_their_path(tf1_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "project" / "chapter" / "train.py"
    script.parent.mkdir(parents=True)
    script.write_text(READS)
    for name, text in (("LICENSE", ""), ("data/rows.csv", "1,2"), ("data.txt", "of the head"), ("data.csv", "no")):
        path = tmp_path / "project" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    near = [str(each) for each in folders_of_repository(script.parent)]
    scene = Scene(script.parent, preludes=(Prelude("stand_in", {"size": 50, "files": [], "near": near}),))
    limits = Limits()
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(tf1_python, Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.stdout.splitlines() == [
        "1,2",
        "of the head",
        "1,2",
        "1,2",
        "1,2",
        "of the head",
        "1,2",
        "[1. 2.]",
        "[Errno 2] No such file or directory: '/tmp/data/rows.csv'",
        "[Errno 2] No such file or directory: '/home/somebody of old/train.py'",
        "[Errno 2] No such file or directory: 'data/none.csv'",
        "[Errno 20] Not a directory: '../data/rows.csv/'",
        "784",
    ]
    rows = tmp_path / "project" / "data" / "rows.csv"
    assert outcome.effects is not None
    assert outcome.effects.given[0] == f"{rows} in place of /home/somebody of old/project/data/rows.csv"
    assert len(outcome.effects.given) == 8
    assert outcome.effects.stand_ins == ("mnist",)
