"""A Dask cluster of processes on this machine, each worker with a cache folder of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

_DASK = str(Path(sys.executable).with_name("dask"))


class DaskCluster:
    """A scheduler, and workers as they are added; used as a context manager."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        told = folder / "scheduler.json"
        words = ["scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
        # A task whose worker dies is not given to another one: what comes then is soon seen.
        self._scheduler = self._start("scheduler", words, {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"})
        self.address = str(json.loads(_when_written(told))["address"])

    def __enter__(self) -> "DaskCluster":
        return self

    def __exit__(self, *_reason: object) -> None:
        for process in (*self.workers.values(), self._scheduler):
            process.terminate()
        for process in (*self.workers.values(), self._scheduler):
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def add(self, name: str, cache: Path, *words: str, variables: Mapping[str, str] | None = None) -> None:
        """Start a worker with one thread. With ``--no-nanny`` it is one process, else it is started anew when it
        dies."""
        place = self.folder / f"dask-{name}"
        told = ["worker", self.address, "--nthreads", "1", "--no-dashboard", "--name", name, *words]
        environment = {"HARNESS_CACHE": str(cache), **(variables or {})}
        self.workers[name] = self._start(name, [*told, "--local-directory", str(place)], environment)

    def kill(self, name: str) -> None:
        """Kill a worker without a nanny."""
        os.kill(self.workers[name].pid, signal.SIGKILL)
        self.workers.pop(name).wait()

    def _start(self, name: str, words: list[str], variables: Mapping[str, str]) -> "subprocess.Popen[bytes]":
        with (self.folder / f"{name}.log").open("wb") as log:
            environment = {**os.environ, **variables}
            return subprocess.Popen([_DASK, *words], stdout=log, stderr=log, env=environment, cwd=self.folder)


def _when_written(path: Path) -> str:
    for _ in range(600):
        if path.is_file() and path.read_text().strip().endswith("}"):
            return path.read_text()
        time.sleep(0.1)
    raise AssertionError(f"{path} was not written")
