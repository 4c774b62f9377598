"""What a script's surroundings cost: a folder laid over its own, packages in a layer, made-up data, seeds.

    python -m benchmarks.scripts --python .tox/tf1.15 --python .tox/tf2.15

prints a table for every interpreter: processor seconds, user and system, of a run in one worker that has imported
TensorFlow already, and their ratio to the same run without a scene. Each round does every variant once, in another
order than the last one, and the ratio is taken within the round: what the machine does meanwhile meets all of them.
The script trains a softmax by a Session of one thread for a second or so.

With ``--until-first-line`` the table has what the process of a run has used when the script's first line runs, by its
own clock: all that a scene adds there, less what the kernel does for it elsewhere, and nothing of what the script does.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup, find_python
from harness.targets.workers import Worker, open_worker

SCRIPT = """
import numpy as np
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_v2_behavior", lambda: None)()
rng = np.random.RandomState(1)
images = rng.normal(size=[256, 100]).astype(np.float32)
labels = rng.randint(0, 10, 256)
x, y = tf.placeholder(tf.float32, [None, 100]), tf.placeholder(tf.int64, [None])
w = tf.Variable(rng.normal(size=[100, 10]).astype(np.float32))
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w)))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session(config=tf.ConfigProto(intra_op_parallelism_threads=1, inter_op_parallelism_threads=1)) as session:
    session.run(tf.global_variables_initializer())
    for step in range(STEPS):
        session.run(train, {x: images, y: labels})
        if step % 50 == 0:
            print("step %d loss %.5f" % (step, session.run(loss, {x: images, y: labels})))
"""
FIRST_LINE = "import time\nprint(time.process_time())\n"
PLAIN = "no scene"
MOST_OVERHEAD = 1.05
_MODULES = 200


def variants(folder: Path, layer: Path) -> Mapping[str, Scene | None]:
    """Give the scenes that are measured, by name; the first has none."""
    downloads = Prelude("downloads", {"files": {}, "network": False})
    stand_in = Prelude("stand_in", {"size": 1000, "files": []})
    bare = Scene(folder, network=True)
    usual = Scene(folder, preludes=(downloads,))
    return {
        PLAIN: None,
        "its folder (overlay), with a network": bare,
        "its folder, no network: as `harness run` does it": usual,
        "and a layer of packages (`--with`)": replace(usual, paths=(layer,)),
        "and stand-ins (`--stand-in`)": replace(usual, preludes=(stand_in, downloads)),
        "and seeds (`--seed`)": replace(usual, preludes=(Prelude("seeds", {"seed": 7}), downloads)),
    }


def measure(worker: Worker, script: Path, scenes: Mapping[str, Scene | None], repeat: int) -> dict[str, list[float]]:
    """Give the processor seconds of each run, by variant, round by round. Raises RuntimeError when a run fails."""
    seconds: dict[str, list[float]] = {name: [] for name in scenes}
    limits = Limits()
    order = list(scenes)
    for _ in range(repeat + 1):  # the first round warms up
        random.shuffle(order)
        for name in order:
            request = Request(script, {}, 60.0, limits.memory, limits.output, scene=scenes[name])
            before = _cpu_below(os.getpid())
            failure = worker.submit(request).result().failure
            seconds[name].append(_cpu_below(os.getpid()) - before)
            if failure:
                raise RuntimeError(f"{name}: {failure}")
    return {name: found[1:] for name, found in seconds.items()}


def until_first_line(worker: Worker, script: Path, scenes: Mapping[str, Scene | None], repeat: int) -> str:
    """Give as a Markdown table the processor milliseconds of a run's process until the script's first line."""
    found: dict[str, list[float]] = {name: [] for name in scenes}
    limits = Limits()
    order = list(scenes)
    for _ in range(repeat + 1):
        random.shuffle(order)
        for name in order:
            request = Request(script, {}, 60.0, limits.memory, limits.output, scene=scenes[name])
            outcome = worker.submit(request).result()
            if outcome.failure:
                raise RuntimeError(f"{name}: {outcome.failure}")
            found[name].append(1000 * float(outcome.stdout))
    lines = ["| a run with | ms until its first line, median | quartiles |", "| --- | ---: | --- |"]
    for name, (_, *each) in found.items():
        low, middle, high = statistics.quantiles(each, n=4)
        lines.append(f"| {name} | {middle:.1f} | {low:.1f} to {high:.1f} |")
    return "\n".join(lines)


def _cpu_below(process: int) -> float:
    """Processor seconds of all processes below one, those that have ended and were waited for included (proc(5))."""
    total = 0.0
    for child in _children(process):
        try:
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") + _cpu_below(child)
    return total


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(word) for task in tasks for word in (task / "children").read_text().split()]
    except OSError:
        return []


def table(measured: Mapping[str, Sequence[float]]) -> str:
    """Give the measurements as a Markdown table, with what the bar demands below."""
    plain = measured[PLAIN]
    lines = ["| a run with | median s | ratio, median | quartiles | more, ms |", "| --- | ---: | ---: | --- | --- |"]
    worst = 0.0
    for name, seconds in measured.items():
        ratios = [mine / base for mine, base in zip(seconds, plain, strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        worst = max(worst, middle)
        added = [1000 * (mine - base) for mine, base in zip(seconds, plain, strict=True)]
        error = statistics.stdev(added) / len(added) ** 0.5
        lines.append(
            f"| {name} | {statistics.median(seconds):.3f} | {middle:.3f} | {low:.3f} to {high:.3f} "
            f"| {statistics.mean(added):.1f} ± {error:.1f} |"
        )
    verdict = "holds" if worst <= MOST_OVERHEAD else "missed"
    return "\n".join([*lines, "", f"At most {MOST_OVERHEAD}: {verdict} ({len(plain)} rounds)."])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if the bar was missed somewhere."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scripts", description=__doc__.splitlines()[0])
    parser.add_argument("--python", type=Path, action="append", required=True, help="an interpreter; may be repeated")
    parser.add_argument("--repeat", type=int, default=30, help="rounds (default: 30)")
    parser.add_argument("--steps", type=int, default=1000, help="steps of the script (default: 1000)")
    parser.add_argument("--until-first-line", action="store_true", help="what a run costs before its script begins")
    options = parser.parse_args(arguments)
    missed = False
    with tempfile.TemporaryDirectory(prefix="harness-") as base:
        folder, layer = Path(base) / "project", Path(base) / "layer"
        for each in (folder, layer):
            each.mkdir()
        for number in range(_MODULES):
            (layer / f"module{number}.py").write_text("")
            (folder / f"data{number}.csv").write_text("1,2\n" * 1000)
        script = folder / "train.py"
        script.write_text(FIRST_LINE if options.until_first_line else SCRIPT.replace("STEPS", str(options.steps)))
        for given in options.python:
            with open_worker(find_python(given), Setup(jobs=1)) as worker:
                scenes = variants(folder, layer)
                if options.until_first_line:
                    text = until_first_line(worker, script, scenes, options.repeat)
                else:
                    text = table(measure(worker, script, scenes, options.repeat))
                print(f"{worker.target}\n\n{text}\n", flush=True)
            missed = missed or "missed" in text
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
