"""A worker whose memory was put together in huge pages holds what it held, and so do its children."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.worker.huge_pages import WORTH_IT
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import Fake, Write, request_for

ENABLED = Path("/sys/kernel/mm/transparent_hugepage/enabled")
pytestmark = pytest.mark.skipif(
    not ENABLED.is_file() or "[never]" in ENABLED.read_text(), reason="this kernel makes no huge pages"
)
HUGE = """
def huge():
    for line in open("/proc/self/smaps_rollup"):
        if line.startswith("AnonHugePages:"):
            return int(line.split()[1]) // 1024
"""
DATA = "import array\ndata = array.array('L', range(8 << 20))\n"


def test_what_is_filled_becomes_huge_and_what_is_empty_is_not_made_up() -> None:
    source = (
        f"{HUGE}{DATA}import mmap\nempty = mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)\n"
        "from harness.targets.worker.huge_pages import put_together\n"
        "print(put_together() >= 30, 60 <= huge() < 110, sum(data) == sum(range(8 << 20)))\n"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout == "True True True\n"


def test_a_worker_does_it_once_there_have_been_runs_enough(fake_tensorflow: Fake, write: Write) -> None:
    setup = Setup(environment=fake_tensorflow(f"{HUGE}{DATA}"))
    script = write("import tensorflow as tf\nprint(tf.huge() >= 60, tf.data[-1])\n")
    with open_worker(Path(sys.executable), setup) as worker:
        printed = [worker.submit(request_for(script)).result(60).stdout for _ in range(WORTH_IT + 1)]
    assert printed == ["False 8388607\n"] * (WORTH_IT - 1) + ["True 8388607\n"] * 2
