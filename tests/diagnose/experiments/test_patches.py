"""Every patch makes a wrong port give the numbers of the right one, on releases of every era; without it, none does."""

import ast
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from harness.cases.golden import read_golden
from harness.diagnose import detectors
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import PATCHES, Laboratory
from harness.diagnose.sources.changed.rewrite import float32_powers
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.outcome import Failure
from harness.words.finding import Change
from harness.words.trace import Trace
from harness.words.ulps import nearest
from tests.conftest import ROOT
from tests.diagnose.conftest import RunScript

# "forced_order" is tested with what it orders, in test_fetch_race.py.
# What tensorflow._api is called in them, which optimizer classes there are, which Keras: all differ.
TF2 = ("tf2.0", "tf2.4", "tf2.10", "tf2.15", "tf2.21")
GRAPH = ("tf1.4", "tf1.15", "tf2.21")
ALL = sorted(PATCHES.glob("*/*.py"))
# What these change is held by the migrations of tests/migrations, each of which is confirmed by its patch alone
# (test_migrations.py and those that are named after it).
BY_MIGRATIONS = {
    "all_rows_trained",
    "averages_as_they_are",
    "backward_last_step",
    "batch_losses",
    "batches_reset",
    "batches_weighted_alike",
    "best_from_first_epoch",
    "call_settings",
    "calls_left_out",
    "clipped_handed_on",
    "counted_once",
    "data_goes_on",
    "drawn_each_time",
    "eager_data_functions",
    "epochs_go_on",
    "fewer_penalized",
    "fewer_trained",
    "gelu_form",
    "given_rates",
    "gradients_scaled",
    "inputs_scaled",
    "keras_epsilon",
    "labels_shifted",
    "last_weights_kept",
    "lined_up",
    "logs_as_returned",
    "lstm_cells",
    "lstm_weights_set",
    "masks_divide_by_all",
    "masks_kept",
    "metrics_reset",
    "optimizer_state_kept",
    "rate_to_come",
    "rows_added_up",
    "regularization",
    "restored_whole",
    "single_precision",
    "some_scaled",
    "staircase_folded",
    "state_carried",
    "state_updates_run",
    "sums_begun_anew",
    "time_major",
    "trainable_as_compiled",
    "training_mode",
    "unshuffled",
    "updated_together",
    "updates_skipped",
    "validation_weighed",
    "weights_clipped",
    "weights_counted",
    "whole_batches",
}


@dataclass(frozen=True)
class Cure:
    """A patch, the wrong port that it mends, and the golden trace that then comes out."""

    patch: str
    wrong: str
    right: str
    releases: tuple[str, ...] = TF2
    arguments: Mapping[str, Any] = field(default_factory=dict)
    ulps: int = 0


CURES = (
    Cure("graph_seeds", "op_seed_continued/eager.py", "two_layer_net/sgd/eager.csv", ulps=4),
    Cure("eager_functions", "rate_frozen_at_trace/function.py", "smooth_decay_20/eager.csv"),
    Cure("tf1_momentum", "keras_momentum/eager.py", "momentum_dropping_rate/eager.csv"),
    Cure("float32", "float64_variable/eager.py", "fixed_rate_0_3/eager.csv"),
    Cure("float64_schedules", "float32_rate/eager.py", "smooth_decay_20/eager.csv"),
    Cure("float64_schedules", "float32_rate/graph.py", "smooth_decay_20/graph.csv", GRAPH),
    Cure("mean_for_sum", "sum_instead_of_mean/eager.py", "two_layer_net/sgd/eager.csv", ulps=4),
    Cure("mean_for_sum", "sum_instead_of_mean/graph.py", "two_layer_net/sgd/graph.csv", GRAPH, ulps=4),
)
EACH_CURE = [
    pytest.param(cure, release, id=f"{cure.patch}-{Path(cure.wrong).stem}-{release}")
    for cure in CURES
    for release in cure.releases
]


def why(given: Side | Failure) -> str:
    assert isinstance(given, Failure), given
    return given.reason


def exact(ulps: int = 0) -> Tolerances:
    return Tolerances(Tolerance(ulps=ulps), {})


def evidence_for(cure: Cure, release: str, run_script: RunScript) -> Evidence:
    right = run_script(ROOT / "cases/pitfalls" / cure.wrong, release)
    assert right.trace is not None
    golden = read_golden(ROOT / "golden" / cure.right)
    # A pitfall may stop earlier than the case that does it right.
    return gather(Side("golden", (), Trace(golden.records[: len(right.trace)])), right, exact(cure.ulps))


@pytest.mark.parametrize(("cure", "release"), EACH_CURE)
def test_a_patch_makes_the_wrong_port_give_the_golden_trace(
    cure: Cure, release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    evidence = evidence_for(cure, release, run_script)
    change = Change(cure.patch, patch=cure.patch, arguments=cure.arguments)
    experiment = try_out(evidence, change, laboratory)
    assert experiment.explains_all, experiment
    again = try_out(evidence, Change("nothing changed"), laboratory)
    assert not again.failed
    assert again.agreeing == again.before < again.total


@pytest.mark.parametrize("release", TF2)
def test_a_decay_in_float32_gives_the_numbers_of_a_schedule(
    release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    evidence = evidence_for(Cure("", "float64_rate/eager.py", "staircase_decay/eager.csv"), release, run_script)
    source = float32_powers(evidence.right.source)
    assert source is not None
    experiment = try_out(evidence, Change("the decay in float32", source=source), laboratory)
    assert experiment.explains_all, experiment


@pytest.mark.parametrize("release", ["tf1.15", "tf2.15", "tf2.21"])
@pytest.mark.parametrize(
    "patch",
    [
        "epsilon",
        "graph_seeds",
        "numbered_draws",
        "float32",
        "float64_schedules",
        "keras_float64",
        "tf1_momentum",
        "staircase",
    ],
)
def test_a_patch_changes_nothing_in_a_script_that_it_does_not_concern(
    patch: str, release: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    side = run_script(ROOT / "cases/fixed_rate_0_2/graph.py", release)
    arguments = {"epsilon": 0.5, "staircase": True}
    changed = laboratory.run(side, Change(patch, patch=patch, arguments=arguments), side)
    assert isinstance(changed, Side), changed
    assert changed.trace == side.trace


OPTIMIZER = """
import tensorflow as tf


def trace(name, keras, options={}, compiled=False, scale=1e-3):
    w = tf.Variable(5.0)
    optimizer = getattr(tf.keras.optimizers if keras else tf.compat.v1.train, name)(0.1, **options)

    def update():
        with tf.GradientTape() as tape:
            loss = scale * tf.square(w + 1)
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])

    if compiled:
        update = tf.function(update)
    for step in range(50):
        update()
        yield {"w": w.numpy()}
"""
OPTIMIZERS = [
    ("Adam", "AdamOptimizer", {}),
    ("RMSprop", "RMSPropOptimizer", {}),
    ("RMSprop", "RMSPropOptimizer", {"epsilon": 1e-3, "momentum": 0.5}),
    ("Adadelta", "AdadeltaOptimizer", {}),
]


@pytest.fixture
def optimizer(tmp_path: Path) -> Path:
    path = tmp_path / "optimizer.py"
    path.write_text(OPTIMIZER, encoding="utf-8")
    return path


def one_field(trace: Trace | None) -> list[object]:
    assert trace is not None
    return [record["w"].items[0] for record in trace.records]


@pytest.mark.parametrize("release", TF2)
@pytest.mark.parametrize(("name", "tf1", "options"), OPTIMIZERS)
@pytest.mark.parametrize("compiled", [False, True])
def test_tf1_optimizers_gives_every_bit_of_tf_train(
    compiled: bool,
    name: str,
    tf1: str,
    options: Mapping[str, float],
    release: str,
    optimizer: Path,
    run_script: RunScript,
    laboratory: Laboratory,
) -> None:
    theirs = run_script(optimizer, release, name=tf1, keras=False, options=options)
    ours = run_script(optimizer, release, name=name, keras=True, options=options, compiled=compiled)
    assert one_field(ours.trace) != one_field(theirs.trace)
    changed = laboratory.run(ours, Change(name, patch="tf1_optimizers", arguments={"name": name}), theirs)
    assert isinstance(changed, Side), changed
    assert one_field(changed.trace) == one_field(theirs.trace)


def test_ftrl_is_that_of_tf_train(optimizer: Path, run_script: RunScript, laboratory: Laboratory) -> None:
    options = {"l1_regularization_strength": 0.001, "initial_accumulator_value": 0.2}
    theirs = run_script(optimizer, "tf2.15", name="FtrlOptimizer", keras=False, options=options)
    ours = run_script(optimizer, "tf2.15", name="Ftrl", keras=True, options=options)
    # For one number both give the same bits: what is shown is that the trial runs at all.
    changed = laboratory.run(ours, Change("Ftrl", patch="tf1_optimizers", arguments={"name": "Ftrl"}), theirs)
    assert isinstance(changed, Side), changed
    assert one_field(changed.trace) == one_field(theirs.trace)


@pytest.mark.parametrize("release", TF2)
@pytest.mark.parametrize("nesterov", [False, True])
def test_tf1_momentum_gives_every_bit_of_tf_train(
    nesterov: bool, release: str, optimizer: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    tf1 = {"momentum": 0.9, "use_nesterov": nesterov}
    theirs = run_script(optimizer, release, name="MomentumOptimizer", keras=False, options=tf1, scale=1.0)
    keras = {"momentum": 0.9, "nesterov": nesterov}
    ours = run_script(optimizer, release, name="SGD", keras=True, options=keras, scale=1.0)
    assert one_field(ours.trace) != one_field(theirs.trace)
    changed = laboratory.run(ours, Change("momentum", patch="tf1_momentum"), theirs)
    assert isinstance(changed, Side), changed
    assert one_field(changed.trace) == one_field(theirs.trace)


@pytest.mark.parametrize("release", ["tf2.0", "tf2.15", "tf2.21"])
def test_an_option_that_tf_train_does_not_have_is_told(
    release: str, optimizer: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    side = run_script(optimizer, release, name="Adam", keras=True, options={"amsgrad": True})
    change = Change("Adam", patch="tf1_optimizers", arguments={"name": "Adam"})
    said = laboratory.run(side, change, side)
    assert why(said) == "optimizer.py:7: RuntimeError: tf.train's Adam has no amsgrad=True"


@pytest.mark.parametrize("release", TF2)
def test_epsilon_is_that_of_the_change_where_the_script_gives_none(
    release: str, optimizer: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    change = Change("epsilon 1e-3", patch="epsilon", arguments={"epsilon": 1e-3})
    given = run_script(optimizer, release, name="Adam", keras=True, options={"epsilon": 1e-3})
    default = run_script(optimizer, release, name="Adam", keras=True)
    other = run_script(optimizer, release, name="Adam", keras=True, options={"epsilon": 1e-2})
    assert len({one_field(side.trace)[0] for side in (given, default, other)}) == 3
    changed = laboratory.run(default, change, given)
    unchanged = laboratory.run(other, change, given)
    assert isinstance(changed, Side) and isinstance(unchanged, Side), (changed, unchanged)
    assert changed.trace == given.trace
    assert unchanged.trace == other.trace


@pytest.mark.parametrize("release", ["tf2.15"])
def test_the_legacy_optimizer_stands_in_where_there_is_one(
    release: str, optimizer: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    legacy = run_script(optimizer, "tf2.10", name="Adam", keras=True)
    new = run_script(optimizer, release, name="Adam", keras=True)
    assert one_field(new.trace) != one_field(legacy.trace)
    change = Change("Adam of before", patch="tf1_optimizers", arguments={"name": "Adam", "legacy": True})
    changed = laboratory.run(new, change, legacy)
    assert isinstance(changed, Side), changed
    assert one_field(changed.trace) == one_field(legacy.trace)


def test_a_release_without_the_legacy_optimizer_says_so(
    optimizer: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    side = run_script(optimizer, "tf2.21", name="Adam", keras=True)
    change = Change("Adam of before", patch="tf1_optimizers", arguments={"name": "Adam", "legacy": True})
    said = laboratory.run(side, change, side)
    assert why(said).startswith("PatchError: the patch tf1_optimizers cannot be applied here: TensorFlow 2.21")
    assert why(said).endswith("has no tf.keras.optimizers.legacy.Adam")


@pytest.mark.parametrize(
    ("release", "style"),
    [
        ("tf1.4", "graph"),
        ("tf1.15", "graph"),
        ("tf2.21", "graph"),
        ("tf2.0", "eager"),
        ("tf2.15", "eager"),
        ("tf2.21", "eager"),
    ],
)
@pytest.mark.parametrize("wanted", [True, False])
def test_staircase_is_that_of_the_change(
    wanted: bool, release: str, style: str, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = ROOT / f"cases/staircase_versus_smooth/{style}.py"
    other = run_script(script, release, staircase=not wanted)
    right = run_script(script, release, staircase=wanted)
    assert other.trace != right.trace
    change = Change("staircase", patch="staircase", arguments={"staircase": wanted})
    changed = laboratory.run(other, change, right)
    assert isinstance(changed, Side), changed
    assert changed.trace == right.trace


def test_numpy_prints_as_it_did_before(tmp_path: Path, run_script: RunScript, laboratory: Laboratory) -> None:
    script = tmp_path / "prints.py"
    script.write_text("import numpy as np\nprint([np.float32(1)], np.array([3.0, 7.0]))\n", encoding="utf-8")
    side = run_script(script, "tf2.21")
    assert side.lines == ("[np.float32(1.0)] [3. 7.]",)
    for legacy, printed in [("1.13", "[1.0] [ 3.  7.]"), ("1.25", "[1.0] [3. 7.]")]:
        changed = laboratory.run(side, Change("", patch="numpy_printing", arguments={"legacy": legacy}), side)
        assert isinstance(changed, Side), changed
        assert changed.lines == (printed,)


@pytest.mark.parametrize("legacy", ["1.13", "1.25"])
def test_a_numpy_that_prints_so_already_is_left_alone(
    legacy: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "prints.py"
    script.write_text("import numpy as np\nprint([np.float32(1)], np.array([3.0, 7.0]))\n", encoding="utf-8")
    side = run_script(script, "tf1.4")
    assert side.numpy == "1.13.3"
    assert side.lines == ("[1.0] [ 3.  7.]",)
    changed = laboratory.run(side, Change("", patch="numpy_printing", arguments={"legacy": legacy}), side)
    assert isinstance(changed, Side), changed
    assert changed.lines == side.lines


def test_a_way_of_printing_that_numpy_never_had_is_told(
    tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "prints.py"
    script.write_text("print(1)\n", encoding="utf-8")
    side = run_script(script, "tf2.21")
    said = laboratory.run(side, Change("", patch="numpy_printing", arguments={"legacy": "1.1"}), side)
    reason = "NumPy knows no way of printing named 1.1"
    assert why(said) == f"PatchError: the patch numpy_printing cannot be applied here: {reason}"


SEEDS = """
import tensorflow as tf

DRAWS = tf.random.normal, tf.random.uniform, tf.random.truncated_normal


def trace(seed=None):
    if seed is not None:
        tf.random.set_seed(seed)
    for _ in range(2):
        yield {str(place): draw([], seed=1) for place, draw in enumerate(DRAWS)}
"""


@pytest.mark.parametrize("release", TF2)
def test_another_graph_seed_alone_lets_streams_go_on(
    release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "seeds.py"
    script.write_text(SEEDS, encoding="utf-8")
    seeded, unseeded = run_script(script, release, seed=5), run_script(script, release)
    assert seeded.trace != unseeded.trace
    change = Change("graph seed 5", patch="graph_seeds", arguments={"graph_seed": 5, "restart": False})
    changed = laboratory.run(unseeded, change, seeded)
    assert isinstance(changed, Side), changed
    assert changed.trace == seeded.trace
    restarted = laboratory.run(seeded, Change("as in a graph", patch="graph_seeds"), seeded)
    assert isinstance(restarted, Side) and restarted.trace is not None and seeded.trace is not None, restarted
    assert restarted.trace.records == (seeded.trace.records[0],) * 2


# (1 - 0.1 * 0.5) ** 2 and so on in Python, rounded once; the cosine decay ends at a tenth.
DECAYS: Mapping[str, Callable[[int], float]] = {
    "inverse_time_decay(0.3, step, 4, 0.7)": lambda step: 0.3 / (1 + 0.7 * step / 4),
    "polynomial_decay(0.3, step, 7, 0.01, power=2.0)": lambda step: 0.29 * (1 - min(step, 7) / 7) ** 2 + 0.01,
    "cosine_decay(0.3, step, 7, alpha=0.1)": lambda step: (
        0.3 * (0.9 * 0.5 * (1 + math.cos(math.pi * min(step, 7) / 7)) + 0.1)
    ),
}
SCHEDULES = {
    "InverseTimeDecay(0.3, 4, 0.7)": "inverse_time_decay(0.3, step, 4, 0.7)",
    "PolynomialDecay(0.3, 7, 0.01, power=2.0)": "polynomial_decay(0.3, step, 7, 0.01, power=2.0)",
    "CosineDecay(0.3, 7, alpha=0.1)": "cosine_decay(0.3, step, 7, alpha=0.1)",
}
IN_GRAPH = """
import tensorflow.compat.v1 as tf


def trace():
    tf.disable_v2_behavior()
    step = tf.placeholder(tf.int32, [])
    rate = tf.train.DECAY
    with tf.Session() as sess:
        for k in range(9):
            yield {"w": sess.run(rate, {step: k})}
"""
IN_KERAS = """
import tensorflow as tf


def trace():
    rate = tf.keras.optimizers.schedules.DECAY
    for k in range(9):
        yield {"w": rate(k).numpy()}
"""


@pytest.mark.parametrize(
    ("text", "decay", "formula", "release"),
    [(IN_GRAPH, decay, decay, release) for decay in DECAYS for release in ("tf1.10", "tf1.15", "tf2.21")]
    + [(IN_KERAS, decay, formula, release) for decay, formula in SCHEDULES.items() for release in ("tf2.10", "tf2.21")],
)
def test_every_decay_is_computed_in_float64_and_rounded_once(
    text: str, decay: str, formula: str, release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "port.py"
    script.write_text(text.replace("DECAY", decay), encoding="utf-8")
    side = run_script(script, release)
    changed = laboratory.run(side, Change("in float64", patch="float64_schedules"), side)
    assert isinstance(changed, Side), changed
    assert one_field(changed.trace) == [nearest(DECAYS[formula](step), "float32") for step in range(9)]


EAGER_UPDATE = """
import tensorflow as tf

w = tf.Variable(3.0)
w.assign(2.0)


COMPILED
def step():
    with tf.GradientTape() as tape:
        loss = w * w
    gradient = tape.gradient(loss, w)
    APPLY


for _ in range(3):
    step()
    print("w", w.numpy())
"""
GRAPH_UPDATE = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.Variable(3.0)
train = tf.train.GradientDescentOptimizer(0.1).minimize(w * w)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        sess.run(APPLY)
        print("w", sess.run(w))
"""
KERAS = "tf.keras.optimizers.SGD(0.1).apply_gradients([(gradient, w)])"
WATCHED = Change("watched", patch="watched_updates")


@pytest.mark.parametrize("release", ["tf2.1", "tf2.4", "tf2.15", "tf2.21"])
@pytest.mark.parametrize("compiled", ["", "@tf.function"])
def test_an_update_ends_a_run_that_is_watched_and_a_value_set_once_does_not(
    compiled: str, release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    for apply, updated in (("w.assign_sub(0.1 * gradient)", True), (KERAS, True), ("w - 0.1 * gradient", False)):
        if compiled and apply is KERAS:
            continue  # makes variables in every call
        script = tmp_path / "port.py"
        script.write_text(EAGER_UPDATE.replace("COMPILED", compiled).replace("APPLY", apply), encoding="utf-8")
        side = run_script(script, release)
        given = laboratory.run(side, WATCHED, side)
        assert (given.kind == "updated" if isinstance(given, Failure) else given.lines != side.lines) is updated, given


@pytest.mark.parametrize("release", GRAPH)
def test_an_update_ends_a_session_that_is_watched_and_first_values_do_not(
    release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    for fetched, updated in (("[w, train]", True), ("{'w': w, 'train': train}", True), ("[w, w * w]", False)):
        script = tmp_path / "port.py"
        script.write_text(GRAPH_UPDATE.replace("APPLY", fetched), encoding="utf-8")
        side = run_script(script, release)
        given = laboratory.run(side, WATCHED, side)
        assert (given.kind == "updated" if isinstance(given, Failure) else given.lines != side.lines) is updated, given


def test_where_eager_ops_cannot_be_watched_the_patch_says_so(
    tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "port.py"
    script.write_text(EAGER_UPDATE.replace("COMPILED", "").replace("APPLY", "pass"), encoding="utf-8")
    side = run_script(script, "tf2.0")
    said = laboratory.run(side, WATCHED, side)
    assert "in TensorFlow 2.0.4 eager ops cannot be watched" in why(said)


@pytest.mark.parametrize("path", [each for each in ALL if each.stem != "__init__"], ids=lambda path: path.stem)
def test_every_patch_is_python_3_6_and_tested_here(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), path.name, feature_version=(3, 6))
    assert path.parent.name == "tools" or f'"{path.stem}"' in Path(__file__).read_text(encoding="utf-8")


def test_patches_lie_in_the_rooms_of_the_detectors_and_import_of_each_other_only_the_tools() -> None:
    rooms = {each.parent.name for each in Path(detectors.__file__).parent.glob("*/__init__.py")}
    assert {each.parent.name for each in ALL} <= rooms | {"tools"}
    imported = {
        node.module or ""
        for path in ALL
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert {name for name in imported if name.startswith("_harness_patches") and ".tools" not in name} == set()
