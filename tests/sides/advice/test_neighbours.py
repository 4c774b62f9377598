"""A file that a script misses is often written by the script beside it, which is then named."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.neighbours import neighbour_text
from harness.sides.advice.trained_beside import trained_text
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude, Scene, SideEffects
from harness.targets.target import Request


def side(folder: Path, reason: str) -> Side:
    origin = Origin(Path("python"), Request(folder / "load.py", {}, 60.0, 1, 1))
    return Side("load.py@tf1.4", (), tensorflow="1.4.1", failure=Failure("raised", reason, ""), origin=origin)


@pytest.mark.parametrize(
    ("reason", "text", "path"),
    [
        (
            "load.py:9: NotFoundError: Failed to find any matching files for spikes.ckpt",
            "saver.save(sess, './spikes.ckpt')\n",
            "spikes.ckpt",
        ),
        (
            "load.py:3: FileNotFoundError: [Errno 2] No such file or directory: 'tfrecord/numpy/'",
            "folder = 'tfrecord/numpy'\nos.makedirs(folder)\n",
            "tfrecord/numpy",
        ),
    ],
)
def test_the_script_that_names_the_file_is_named(reason: str, text: str, path: str, tmp_path: Path) -> None:
    (tmp_path / "load.py").write_text(text)
    (tmp_path / "other.py").write_text("print('spikes')\n")
    (tmp_path / "reads.py").write_text(f"saver.restore(sess, '{path}')\n")
    assert list(neighbour_text(side(tmp_path, reason))) == []
    (tmp_path / "save.py").write_text(text)
    assert list(neighbour_text(side(tmp_path, reason))) == [
        f"save.py, beside it, names {path} as well; if it writes it, have it run before; add to the command: --first "
        "save.py"
    ]


def test_there_is_nothing_to_say_of_another_failure(tmp_path: Path) -> None:
    (tmp_path / "save.py").write_text("'spikes.ckpt'\n")
    assert list(neighbour_text(side(tmp_path, "load.py:9: ValueError: spikes.ckpt"))) == []


MISSES = "load.py:3: FileNotFoundError: [Errno 2] No such file or directory: '%s'"


def test_a_notebook_that_writes_an_array_by_its_name_without_an_ending_is_named(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "a reads.ipynb").write_text('"np.load(\\"data/rows.npz\\"); np.savez(\\"data/rows\\", x=1)"')
    (tmp_path / "make rows.ipynb").write_text('"np.savez(\\"data/rows\\", x=1)"')
    assert list(neighbour_text(side(tmp_path, MISSES % "data/rows.npz"))) == [
        "make rows.ipynb, beside it, names data/rows.npz as well; if it writes it, have it run before; add to the "
        "command: --first 'make rows.ipynb'"
    ]


def test_where_the_error_names_no_file_those_of_the_text_are_looked_for(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "records.py").write_text("tf.python_io.TFRecordWriter('data/rows.tfrecords')\n")
    text = "files = tf.train.match_filenames_once('data/rows.tfrecords')\n"
    starved = "load.py:9: OutOfRangeError: RandomShuffleQueue '_1_shuffle' is closed and has insufficient elements"
    (told,) = neighbour_text(replace(side(tmp_path, starved), source=text))
    assert told.startswith("records.py, beside it, names data/rows.tfrecords as well")
    assert list(neighbour_text(replace(side(tmp_path, "load.py:9: ValueError: no"), source=text))) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("input/train.csv", "rows = pd.read_csv('input/train.csv')\nrows[:5].to_csv('mine.csv')\n"),
        ("names.txt", "text = open('names.txt', 'r').read()\nopen('mine.txt', 'w').write(text)\n"),
        ("rows.tfrecords", "path = 'rows.tfrecords'\ntrain(path)\nsaver.save(session, 'x')\n"),
    ],
)
def test_a_script_that_reads_the_file_as_well_is_not_named(path: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "other.py").write_text(text)
    assert list(neighbour_text(side(tmp_path, MISSES % path))) == []


def test_a_script_that_was_run_before_and_has_not_written_it_is_not_advised_again(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "train.py").write_text("for step in range(9**9): pass\nsaver.save(session, 'w.ckpt')\n")
    failed = side(tmp_path, "load.py:9: NotFoundError: Failed to find any matching files for w.ckpt")
    assert failed.origin is not None
    first = Prelude("first", {"scripts": [{"script": str((tmp_path / "train.py").resolve())}], "seconds": 30.0})
    request = replace(failed.origin.request, scene=Scene(tmp_path, preludes=(first,)))
    assert list(neighbour_text(replace(failed, origin=replace(failed.origin, request=request)))) == [
        "train.py, which was run before, names w.ckpt as well, and has not written it; if it was stopped, give both "
        "more time: --within 300s"
    ]


def test_no_script_is_named_for_a_picture(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "style.py").write_text("paint('content/hero.jpg'); saver.save(session, 'x')\n")
    assert list(neighbour_text(side(tmp_path, MISSES % "content/hero.jpg"))) == []


def test_a_folder_whose_name_may_be_any_word_and_a_module_of_its_own_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "save.py").write_text("os.makedirs('train')\n")
    assert list(neighbour_text(side(tmp_path, MISSES % "./train"))) == []
    (tmp_path / "save.py").write_text("open('rows.csv', 'w').write('1')\n")
    assert len(list(neighbour_text(side(tmp_path, MISSES % "rows.csv")))) == 1
    imports = replace(side(tmp_path, MISSES % "rows.csv"), source="import save\n")
    assert list(neighbour_text(imports)) == []


def test_the_script_that_saves_checkpoints_is_named_where_one_raises_that_there_is_none(tmp_path: Path) -> None:
    text = "FOLDER = 'ckpt'\nstate = tf.train.get_checkpoint_state(FOLDER)\nif not state:\n    raise IOError('train')\n"
    (tmp_path / "load.py").write_text(text)
    (tmp_path / "saves elsewhere.py").write_text("tf.train.Saver().save(session, 'other/model')\n")
    (tmp_path / "train.py").write_text("saver = tf.train.Saver()\nsaver.save(session, 'ckpt' + '/model')\n")
    failed = replace(side(tmp_path, "load.py:4: OSError: train"), source=text)
    assert failed.failure is not None
    own = replace(
        failed, failure=replace(failed.failure, detail="line 4, in <module>\n    raise IOError('train')\nOSError\n")
    )
    assert list(trained_text(failed)) == []
    assert list(trained_text(own)) == [
        "it looks for a checkpoint in ckpt, where there is none; train.py, beside it, saves there: have it run before; "
        "add to the command: --first train.py"
    ]
    (tmp_path / "ckpt").mkdir()
    (tmp_path / "ckpt" / "checkpoint").touch()
    assert list(trained_text(own)) == []


def test_the_script_that_saves_checkpoints_is_named_where_one_goes_on_without_any(tmp_path: Path) -> None:
    text = (
        "def classify():\n    folder = 'ckpt'\n    state = tf.train.get_checkpoint_state(folder)\n"
        "    if state:\n        saver.restore(session, state.model_checkpoint_path)\n    session.run(logits)\n"
    )
    (tmp_path / "load.py").write_text(text)
    (tmp_path / "train.py").write_text("saver = tf.train.Saver()\nsaver.save(session, 'ckpt' + '/model')\n")
    said = "load.py:6: FailedPreconditionError: Attempting to use uninitialized value weights"
    failed = replace(side(tmp_path, said), source=text)
    assert [each.rpartition("; ")[2] for each in trained_text(failed)] == ["add to the command: --first train.py"]
    saves = f"saver = tf.train.Saver()\n{text}    saver.save(session, 'ckpt/model')\n"
    assert list(trained_text(replace(failed, source=saves))) == []
    assert list(trained_text(replace(side(tmp_path, "load.py:6: ValueError: weights"), source=text))) == []
    assert failed.origin is not None
    prelude = Prelude("first", {"scripts": [{"script": str(tmp_path / "train.py")}]})
    request = replace(failed.origin.request, scene=Scene(tmp_path, preludes=(prelude,)))
    behind = replace(failed, origin=replace(failed.origin, request=request))
    stopped = replace(behind, effects=SideEffects(first=("train.py (stopped after 15.0 s)",)))
    assert list(trained_text(stopped)) == [
        "train.py, which was run before, had saved nothing in ckpt when it was stopped; give it more time: add to the "
        "command: --within 300s"
    ]
    assert list(trained_text(replace(behind, effects=SideEffects(first=("train.py",))))) == []


def test_a_file_that_the_error_went_through_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "load.py").write_text("from models import Net\n")
    (tmp_path / "batches.py").write_text("def rows(path='data/rows.txt'):\n    save(open(path))\n")
    failed = side(tmp_path, MISSES % "data/rows.txt")
    assert failed.failure is not None
    assert list(neighbour_text(failed)) != []
    frame = f'  File "{tmp_path}/batches.py", line 2, in load\n    save(open(path))\n'
    assert list(neighbour_text(replace(failed, failure=replace(failed.failure, detail=frame)))) == []


def test_one_of_many_records_is_written_by_the_name_that_they_share(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "other.py").write_text("beam.io.WriteToTFRecord('samples', file_name_suffix='.tfrecord')\n")
    missing = side(tmp_path, MISSES % "sample-00000-of-00001.tfrecord")
    assert list(neighbour_text(missing)) == []
    (tmp_path / "write.py").write_text("beam.io.WriteToTFRecord('sample', file_name_suffix='.tfrecord')\n")
    assert [each.partition(",")[0] for each in neighbour_text(missing)] == ["write.py"]


def test_a_checkpoint_is_written_by_its_name_without_the_step(tmp_path: Path) -> None:
    (tmp_path / "load.py").touch()
    (tmp_path / "write.py").write_text("saver.save(session, folder + 'poems.module', global_step=epoch)\n")
    missing = side(tmp_path, "load.py:9: Failed to get matching files on ./model/poems.module-140: Not found: ./model")
    assert [each.partition(",")[0] for each in neighbour_text(missing)] == ["write.py"]
    missing = side(tmp_path, "load.py:9: Failed to get matching files on ./model/songs.module-140: Not found: ./model")
    assert list(neighbour_text(missing)) == []
