"""NumPy's old way of printing, tried for real: an old log against a script in today's NumPy."""

from pathlib import Path

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.target import Request, Setup
from harness.targets.workers import open_worker

SCRIPT = "import numpy as np\nfor step in range(3):\n    print('step', step, np.array([3.0, 7.5 + step]))\n"
# As NumPy 1.13 printed it.
OLD = ("step 0 [ 3.   7.5]", "step 1 [ 3.   8.5]", "step 2 [ 3.   9.5]")


def test_the_old_way_of_printing_gives_every_line_of_the_old_log(tmp_path: Path, tf2_python: Path) -> None:
    script = tmp_path / "prints.py"
    script.write_text(SCRIPT)
    origin = Origin(tf2_python, Request(script, {}, 60.0, 4 << 30, 1 << 20))
    with open_worker(tf2_python, Setup()) as worker, Laboratory(budget=3600.0) as laboratory:
        laboratory.lend(tf2_python, worker)
        outcome = worker.submit(origin.request).result()
        new = side_of_outcome("prints.py", worker.target, origin, outcome)
        evidence = gather(Side("old.log", OLD), new, Tolerances(Tolerance(), {}))
        assert evidence.comparison.verdict == "reformatted"
        (finding,) = diagnose(evidence, laboratory)
        (untested,) = diagnose(evidence, None)
    assert (finding.cause, finding.confidence, untested.confidence) == ("printing", "confirmed", "likely")
    (experiment,) = finding.experiments
    assert (experiment.counts, experiment.before, experiment.agreeing, experiment.total) == ("lines", 0, 3, 3)
    assert str(experiment).startswith("with np.set_printoptions(legacy='1.13') all 3 lines agree (0 before; ")
