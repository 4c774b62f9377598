"""Specification of ``--steps``: a script is stopped once it has printed so many, wherever it counts them from."""

from dataclasses import replace

import pytest

from harness.targets.scene import Scene
from harness.targets.worker.steps import step_of, until_step
from harness.targets.workers import Worker
from tests.targets.worker.conftest import Write, request_for


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("step 20 loss 0.5", 20),
        ("Epoch: 0003 cost = 0.69", 3),
        ("Iteration=4, w 2", 4),
        ("20 0.53", 20),
        ("Global step: 7", 7),
        ("loss 0.5", None),
        ("0.5 0.25", None),
        ("3/10 [===>....]", None),
        ("Epoch 2/10", None),
        ("stepwise 3", None),
    ],
)
def test_the_step_of_a_line(line: str, step: int | None) -> None:
    assert step_of(line) == step


def test_steps_are_counted_from_where_they_begin() -> None:
    text = "start\nstep 100 a\nstep 101 b\nnote\nstep 102 c\nstep 103"
    assert until_step(text, 2) == "start\nstep 100 a\nstep 101 b\nnote\n"
    assert until_step(text, 3) is None  # the last line may go on


def test_a_script_is_stopped_after_its_steps_and_what_it_printed_further_is_left_out(
    worker: Worker, write: Write
) -> None:
    loop = "import time\nfor step in range(10 ** 6):\n    print('step', step)\n    time.sleep(0.001)\n"
    script = write(loop)
    request = replace(request_for(script), scene=Scene(script.parent), steps=3)
    outcome = worker.submit(request).result(60)
    assert outcome.failure is None and outcome.cut
    assert outcome.printed == ("step 0", "step 1", "step 2")


def test_a_script_with_fewer_steps_comes_to_its_end(worker: Worker, write: Write) -> None:
    script = write("for step in range(3):\n    print('step', step)\n")
    outcome = worker.submit(replace(request_for(script), scene=Scene(script.parent), steps=3)).result(60)
    assert outcome.failure is None and not outcome.cut
    assert outcome.printed == ("step 0", "step 1", "step 2")
