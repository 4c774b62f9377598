"""Fetch races: what the graph of a script tells of them, on releases of every era, and what comes of each order."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.detectors.anywhere import not_reproducible
from harness.diagnose.detectors.printed.fetch_race import detect
from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Evidence, Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.races import Race, races_of
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.report import Seen
from harness.targets.scene import Prelude
from harness.targets.target import MEBIBYTE, Request
from harness.words.finding import Change, Confidence, Place
from tests.conftest import ROOT, tensorflow_pythons
from tests.diagnose.conftest import RunScript
from tests.diagnose.sides import USUAL, made, origin

RELEASES = ("tf1.4", "tf1.15", "tf2.4", "tf2.15")
LOOK = Change("looked at", preludes=("races",))

KINDS = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def variable(name, value):
    return tf.get_variable(name, initializer=value, use_resource=USE)


w = variable("w", 5.0)
loss = tf.square(w + 1, name="loss")
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
a = variable("a", 5.0)
half = tf.multiply(a, 0.5, name="half")
add_a = tf.assign_add(a, 1.0)
b = variable("b", 5.0)
add_b = tf.assign_add(b, 1.0)
step = variable("step", 0)
rate = tf.train.exponential_decay(0.1, step, 1, 0.9, name="rate")
count = tf.assign_add(step, 1)
teacher, student = variable("teacher", [[0.9, -0.4, 0.3]]), variable("student", [[0.2, 0.5, -0.2]])
match = tf.nn.softmax_cross_entropy_with_logits(labels=tf.nn.softmax(teacher), logits=student)
both = tf.add(tf.reduce_mean(match), 0.2 * tf.reduce_sum(tf.square(teacher)), name="both")
distil = tf.train.GradientDescentOptimizer(0.4).minimize(both)
c = variable("c", 5.0)
with tf.control_dependencies([tf.assign_add(c, 1.0)]):
    after = c + 0.0 if not USE else c.read_value() + 0.0
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(3):
        values = [session.run([one, other])[0] for one, other in
                  ((loss, train), (half, add_a), (b, add_b), (rate, count), (both, distil))]
        values.append(session.run(after))
        print("loss %.4f half %.4f b %.4f rate %.6f both %.6f after %.4f" % tuple(values))
"""
BEFORE = (
    "loss 36.0000 half 2.5000 b 5.0000 rate 0.100000 both 1.392955 after 6.0000",
    "loss 12.9600 half 3.0000 b 6.0000 rate 0.090000 both 1.280450 after 7.0000",
    "loss 4.6656 half 3.5000 b 7.0000 rate 0.081000 both 1.211138 after 8.0000",
)
AFTER = (
    "loss 36.0000 half 3.0000 b 6.0000 rate 0.090000 both 1.390000 after 6.0000",
    "loss 12.9600 half 3.5000 b 7.0000 rate 0.081000 both 1.285008 after 7.0000",
    "loss 4.6656 half 4.0000 b 8.0000 rate 0.072900 both 1.218541 after 8.0000",
)
# Report 38 in short: a slope and its gradient, by hand and by TensorFlow.
SLOPE = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
slope = tf.get_variable("slope", initializer=5.0, use_resource=False)
by_hand = tf.multiply(2.0, slope * 14.0 / 3.0 - 14.0 / 3.0, name="by_hand")
apply = tf.train.GradientDescentOptimizer(0.01).minimize(tf.reduce_mean(tf.square(slope * [1., 2., 3.] - [1., 2., 3.])))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for k in range(5):
        g, w, _ = session.run([by_hand, slope, apply])
        print("step %d gradient %.4f slope %.4f" % (k, g, w))
"""


def looked_at(side: Side, laboratory: Laboratory) -> tuple[Race, ...]:
    again = laboratory.run(side, LOOK, side)
    assert isinstance(again, Side), again
    return races_of(again)


def forced(side: Side, order: str, races: tuple[Race, ...], laboratory: Laboratory) -> Side:
    arguments = {"races": [race.as_argument(order) for race in races]}
    given = laboratory.run(side, Change("forced", patch="forced_order", arguments=arguments), side)
    assert isinstance(given, Side), given
    return given


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("resource", [False, True], ids=["ref", "resource"])
def test_what_the_graph_leaves_open_is_told_and_comes_out_as_its_order_is_forced(
    resource: bool, release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "kinds.py"
    script.write_text(KINDS.replace("USE", str(resource)), encoding="utf-8")
    side = run_script(script, release)
    races = looked_at(side, laboratory)
    # Neither the loss, whose gradient reads before the update, nor what waits for its update by itself.
    fetched = [(race.variable, race.fetch.partition(":")[0].partition("/")[0]) for race in races]
    assert fetched == [("a", "half"), ("b", "b"), ("step", "rate"), ("teacher", "both")]
    assert {(race.line, race.tensor, race.resource) for race in races} == {(32, True, resource)}
    assert [race.in_place for race in races] == [False, not resource, False, False]
    assert [race.elements for race in races] == [1, 1, 1, 3]
    assert forced(side, "before", races, laboratory).lines == BEFORE
    assert forced(side, "after", races, laboratory).lines == AFTER


# One layer that normalizes twice: what it keeps is updated twice, and no loss is made of it.
NORMALIZED_TWICE = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net", use_resource=USE):
    h = tf.layers.conv2d(tf.ones([4, 6, 6, 2]), 3, 3)
    once = tf.layers.batch_normalization(h, training=True, name="norm")
    twice = tf.layers.batch_normalization(once + 1.0, training=True, name="norm", reuse=True)
    loss = tf.reduce_mean(tf.square(twice - 1.0))
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print("loss %.4f" % session.run([train, loss])[1])
"""


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("resource", [False, True], ids=["ref", "resource"])
def test_what_a_batch_norm_keeps_may_race_and_never_what_it_makes_of_a_batch(
    resource: bool, release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "twice.py"
    script.write_text(NORMALIZED_TWICE.replace("USE", str(resource)), encoding="utf-8")
    races = looked_at(run_script(script, release), laboratory)
    assert {race.variable.rpartition("/")[2] for race in races} == {"moving_mean", "moving_variance"}
    assert {(race.tensor, race.fetch.rpartition("/")[2]) for race in races} == {(False, "GradientDescent")}


# Whether it trains is fed: of the statistics and those of the batch only the latter are taken.
FED = """
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 3])
trains = tf.placeholder(tf.bool, [])
h = tf.layers.batch_normalization(tf.layers.dense(x, 2), training=trains)
loss = tf.reduce_mean(tf.square(h - 1.0))
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run([train, loss], {x: [[1.0, 2.0, 3.0], [3.0, 1.0, 2.0]], trains: True})
print("step", 1)
"""


def test_what_a_condition_may_leave_aside_is_no_race(
    tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "fed.py"
    script.write_text(FED, encoding="utf-8")
    assert looked_at(run_script(script, "tf1.15"), laboratory) == ()


@pytest.mark.parametrize("release", RELEASES)
def test_looking_changes_no_draw(release: str, tmp_path: Path, run_script: RunScript) -> None:
    text = SLOPE.replace("slope = tf", "tf.set_random_seed(3)\nslope = tf", 1)
    text = text.replace(
        "        print(", "        print('draw %.7f' % session.run(tf.random_normal([])))\n        print("
    )
    script = tmp_path / "draws.py"
    script.write_text(text, encoding="utf-8")
    side = run_script(script, release)
    assert side.failure is None
    with Laboratory(budget=3600.0) as laboratory:
        again = laboratory.run(side, LOOK, side)
    assert isinstance(again, Side)
    # What races may come out otherwise in each run, looked at or not.
    assert draws(again) == draws(side) != []


def draws(side: Side) -> list[str]:
    return [line for line in side.lines if line.startswith("draw")]


@pytest.mark.parametrize("release", [*RELEASES, "tf2.21"])
def test_no_case_of_the_project_races(release: str, laboratory: Laboratory) -> None:
    if release not in tensorflow_pythons():
        pytest.skip(f"{release} is not installed")
    scripts = sorted((ROOT / "cases").rglob("graph.py"))
    assert len(scripts) == 21
    for script in scripts:
        request = Request(script, {}, 60.0, 8192 * MEBIBYTE, MEBIBYTE)
        side = Side(script.parent.name, (), origin=Origin(tensorflow_pythons()[release], request))
        assert looked_at(side, laboratory) == (), script


def log(*rows: str) -> Side:
    return Side("record", rows)


RECORD = (
    "step 0 gradient 37.3333 slope 5.0000",
    "step 1 gradient 33.8489 slope 4.6267",
    "step 2 gradient 30.6897 slope 4.2882",
    "step 3 gradient 27.8253 slope 3.9813",
    "step 4 gradient 25.2283 slope 3.7030",
)


# On 1.15 the order changes from run to run on a busy machine, and mixed logs may be told as not-reproducible.
@pytest.mark.parametrize("release", ["tf1.4"])
def test_a_record_that_took_the_other_order_is_confirmed_as_one(
    release: str, tmp_path: Path, run_script: RunScript, laboratory: Laboratory
) -> None:
    script = tmp_path / "old.py"
    script.write_text(SLOPE, encoding="utf-8")
    side = run_script(script, release)
    assert side.lines[0].endswith("slope 4.6267")  # the step's own
    found = diagnose(gather(log(*RECORD), side, USUAL), laboratory)
    assert (found[0].cause, found[0].confidence) == ("fetch-race", Confidence.CONFIRMED)
    # On a busy machine a race comes out otherwise from run to run, and that is told behind it.
    assert {finding.cause for finding in found[1:]} <= {"not-reproducible"}
    assert "variable slope" in found[0].evidence
    assert found[0].experiments[-1].says == "by_hand:0 and slope:0 read before the update"


def race(**changed: object) -> Seen:
    told = {
        "fetch": "add:0",
        "tensor": True,
        "variable": "teacher",
        "reads": "Softmax",
        "updates": ["Descent/Apply"],
        "in_place": False,
        "resource": False,
        "elements": 3,
        "line": 12,
    }
    return Seen("race", {**told, **changed})


def evidence(*seen: Seen, left: tuple[Seen, ...] = ()) -> Evidence:
    given = made({"loss": [1.0, 2.0]}, {"loss": [1.0, 3.0]})
    return replace(given, left=replace(given.left, seen=left), right=replace(given.right, seen=seen))


def test_a_race_is_told_with_its_line_its_variable_and_what_can_come_out() -> None:
    found = detect(evidence(race()))
    assert found is not None
    assert (found.cause, found.confidence) == ("fetch-race", Confidence.POSSIBLE)
    assert found.evidence == (
        "line 12 of the right fetches add:0 in the run that updates variable teacher, which op Softmax reads, and no "
        "edge of the graph orders read and update: the value may come from before it, from after it, or mixed"
    )
    assert [change.says for change in found.trials] == ["add:0 read before the update", "add:0 read after the update"]
    assert [change.side for change in found.trials] == [Place.RIGHT, Place.RIGHT]


def test_of_a_train_op_which_has_no_value_it_is_told_what_is_stored() -> None:
    found = detect(evidence(race(fetch="Adam", tensor=False, variable="moving_mean", reads="Avg_1/sub", elements=1)))
    assert found is not None
    assert found.evidence == (
        "line 12 of the right runs Adam, which has no value, but updates variable moving_mean, which op Avg_1/sub "
        "reads for another update, and no edge of the graph orders read and update: what is stored may be made of a "
        "value from before it or from after it"
    )
    assert [change.says for change in found.trials] == [
        "moving_mean read before the update",
        "moving_mean read after the update",
    ]


@pytest.mark.parametrize("changed", [{"elements": 1}, {"resource": True}])
def test_what_is_read_as_a_whole_is_not_mixed(changed: dict[str, object]) -> None:
    found = detect(evidence(race(**changed)))
    assert found is not None
    assert found.evidence.endswith("the value may come from before it or from after it")


def test_two_fetches_are_tried_in_all_orders() -> None:
    found = detect(evidence(race(), race(fetch="w:0", reads="w:0", variable="w", in_place=True)))
    assert found is not None
    assert [change.says for change in found.trials] == [
        "add:0 and w:0 read before the update",
        "add:0 and w:0 read after the update",
        "add:0 read before the update and w:0 read after the update",
        "w:0 read before the update and add:0 read after the update",
    ]
    assert found.evidence.endswith("; so does one other fetch")


def test_where_both_sides_race_both_are_held_to_one_order_first() -> None:
    found = detect(evidence(race(), left=(race(),)))
    assert found is not None
    assert [(change.says, change.both, change.side) for change in found.trials] == [
        ("add:0 read before the update on both sides", True, Place.RIGHT),
        ("add:0 read after the update on both sides", True, Place.RIGHT),
        ("add:0 read before the update", False, Place.RIGHT),
        ("add:0 read after the update", False, Place.RIGHT),
        ("add:0 read before the update", False, Place.LEFT),
        ("add:0 read after the update", False, Place.LEFT),
    ]


def test_it_is_silent_without_a_race_and_where_numbers_agree() -> None:
    assert detect(evidence()) is None
    assert detect(evidence(Seen("step", {"number": 0}))) is None
    same = made({"loss": [1.0]}, {"loss": [1.0]})
    assert detect(replace(same, right=replace(same.right, seen=(race(),)))) is None


@pytest.mark.parametrize("what", [None, 3, [], {}, {"fetch": "a"}, {"fetch": 1, "variable": "w", "reads": "r"}])
def test_what_tells_of_no_race_is_left_out(what: object) -> None:
    assert races_of(Side("a", (), seen=(Seen("race", what),))) == ()


def test_a_race_that_is_told_twice_is_one() -> None:
    assert len(races_of(Side("a", (), seen=(race(), race())))) == 1


DRAWS_NOTHING = "step = optimizer.minimize(loss)\nwith tf.Session() as s:\n    print(s.run([loss, step]))\n"


@pytest.mark.parametrize(
    ("seen", "ends"),
    [
        ((race(line=3),), "line 3 fetches numbers in the run that updates what they read"),
        ((), "1 of 2 numbers repeat"),
    ],
)
def test_of_what_does_not_repeat_itself_the_graph_says_whether_it_races(seen: tuple[Seen, ...], ends: str) -> None:
    first = Side("new", ("loss 1.0", "loss 3.0"), source=DRAWS_NOTHING)
    request = replace(origin().request, preludes=(Prelude("races"),))
    again = replace(first, lines=("loss 1.0", "loss 4.0"), seen=seen, origin=replace(origin(), request=request))
    found = not_reproducible.detect_rerun(gather(Side("old", ("loss 1.0", "loss 2.0")), first, USUAL), again)
    assert found is not None
    assert found.evidence.endswith(ends)
