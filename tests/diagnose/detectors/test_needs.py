"""What a script needs and does not find is a cause with the next command, never "no known cause"."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.diagnosis import diagnose
from harness.diagnose.evidence.evidence import Evidence, Origin, Side
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude, Scene, SideEffects
from harness.targets.target import Request
from harness.words.finding import Confidence
from tests.diagnose.sides import held

FOLDER = Path("/home/user/project")


def failing(reason: str, detail: str = "", kind: str = "raised", lines: tuple[str, ...] = (), stderr: str = "") -> Side:
    request = Request(FOLDER / "train.py", {}, 60.0, 1, 1, scene=Scene(FOLDER))
    return Side(
        "train.py@tf1.15",
        lines,
        source="import tensorflow as tf\n",
        tensorflow="1.15.5",
        stderr=stderr,
        failure=Failure(kind, reason, detail),
        origin=Origin(Path("python"), request),
    )


def twice(side: Side) -> Evidence:
    return held(side, side)


@pytest.mark.parametrize(
    ("side", "cause", "says", "change"),
    [
        (
            failing(
                "train.py:4: URLError: <urlopen error no network for http://a.org/mnist/t.gz (harness: ...)>",
                'File "train.py", line 4\n  data = input_data.read_data_sets("MNIST_data")\n',
            ),
            "needs-data",
            "asks for http://a.org/mnist/t.gz",
            "add to the command: --stand-in gives its loader made-up data, the same on both sides; or "
            "--file http://a.org/mnist/t.gz=PATH puts a file of yours in its place; or --network lets it ask",
        ),
        (
            failing("train.py:4: Exception: URL fetch failure on https://example.com/own.csv: None -- no network"),
            "needs-data",
            "asks for https://example.com/own.csv",
            "add to the command: --file https://example.com/own.csv=PATH puts a file of yours in its place; or "
            "--network lets it ask",
        ),
        (
            failing("train.py:4: URLError: <urlopen error no network for http://a.org/x/cifar-10-python.tar.gz (…)>"),
            "needs-data",
            "asks for http://a.org/x/cifar-10-python.tar.gz",
            "add to the command: --stand-in makes up that file, of CIFAR-10, the same for both sides; or --file "
            "http://a.org/x/cifar-10-python.tar.gz=PATH puts a file of yours in its place; or --network lets it ask",
        ),
        (
            failing(
                "train.py:5: RuntimeError: --stand-in has nothing for http://a.org/net.zip; give the file itself with "
                "--file http://a.org/net.zip=PATH"
            ),
            "needs-data",
            "asks for http://a.org/net.zip, for which --stand-in has nothing",
            "add to the command: --file http://a.org/net.zip=PATH puts a file of yours in its place",
        ),
        (
            failing("train.py:2: ModuleNotFoundError: No module named 'tensorflow.examples'"),
            "needs-data",
            "asks for tensorflow.examples",
            "add to the command: --stand-in gives its loader made-up data, the same on both sides; or "
            "--network lets it ask",
        ),
        (
            failing("train.py:2: ModuleNotFoundError: No module named 'sklearn'"),
            "needs-package",
            "imports sklearn, which is the package scikit-learn,",
            "add to the command: --with scikit-learn (or --with auto for all that it imports); where it is a file of "
            "yours, --cwd DIR names the folder in which it lies",
        ),
        (
            failing("train.py:2: ImportError: No module named matplotlib.pyplot"),
            "needs-package",
            "imports matplotlib, and the environment has none",
            "--with matplotlib",
        ),
        (
            failing("train.py:9: FileNotFoundError: [Errno 2] No such file or directory: 'data/points.csv'"),
            "needs-file",
            "reads data/points.csv, which is not there; it works in /home/user/project",
            "--cwd DIR",
        ),
        (failing("train.py:9: OSError: data.txt not found."), "needs-file", "reads data.txt", "--cwd DIR"),
        (
            failing("train.py:9: NotFoundError: a/b.tfrecords; No such file or directory"),
            "needs-file",
            "reads a/b.tfrecords",
            "--cwd DIR",
        ),
        (
            failing("train.py:9: LevelDBError: IO error: data/words/LOCK: No such file or directory"),
            "needs-file",
            "reads data/words/LOCK",
            "--cwd DIR",
        ),
        (
            failing(
                "train.py:3: called sys.exit(2)",
                kind="exited",
                stderr="usage: train.py [-h] --steps STEPS\n"
                "train.py: error: the following arguments are required: --steps\n",
            ),
            "needs-arguments",
            "wants words behind its name: the following arguments are required: --steps",
            '--args "--steps STEPS", or --left-args and --right-args where the sides want others; its usage is '
            "'usage: train.py [-h] --steps STEPS'",
        ),
        (
            failing(
                "train.py:3: called sys.exit(2)",
                kind="exited",
                stderr="usage: train.py [-h] --net {small,large}\n"
                "train.py: error: the following arguments are required: --net\n",
            ),
            "needs-arguments",
            "wants words behind its name: the following arguments are required: --net",
            '--args "--net small", or --left-args and --right-args where the sides want others; its usage is '
            "'usage: train.py [-h] --net {small,large}'",
        ),
        (
            failing(
                "train.py:3: IndexError: list index out of range",
                'Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    n = int(sys.argv[1])\n'
                "IndexError: list index out of range",
            ),
            "needs-arguments",
            "it reads sys.argv beyond its end",
            '--args "WORDS"',
        ),
        (
            failing("train.py:3: TclError: no display name and no $DISPLAY environment variable"),
            "needs-display",
            "opens a window",
            "leave out what names a window",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("needs") else "",
)
def test_what_is_missing_is_named_with_the_option_that_gives_it(side: Side, cause: str, says: str, change: str) -> None:
    found = [each for each in diagnose(twice(side), None) if each.cause == cause]
    assert [each.confidence for each in found] == [Confidence.LIKELY]
    assert says in found[0].evidence
    assert change in found[0].change


@pytest.mark.parametrize(
    "reason",
    [
        "train.py:3: ValueError: shapes do not match",
        "train.py:3: IndexError: list index out of range",
        "train.py:3: ModuleNotFoundError: No module named 'tensorflow.contrib'",
        "train.py:3: ModuleNotFoundError: No module named 'cPickle'",
    ],
)
def test_it_is_silent_about_other_errors(reason: str) -> None:
    found = diagnose(twice(failing(reason, "usage of memory")), None)
    assert not [each for each in found if each.cause.startswith("needs-")]


def test_one_side_alone_is_named_and_two_that_failed_otherwise_are_not() -> None:
    missing = failing("new.py:2: ModuleNotFoundError: No module named 'sklearn'")
    ran = replace(failing(""), failure=None, name="old.py@tf1.4")
    (found,) = diagnose(held(ran, replace(missing, name="new.py@tf2.15")), None)
    assert found.evidence.startswith("new.py@tf2.15 imports sklearn")
    other = failing("train.py:3: ValueError: shapes do not match")
    assert not [each for each in diagnose(held(other, missing), None) if each.cause.startswith("needs-")]


@pytest.mark.parametrize(
    "reason",
    [
        "gan.py:69: AttributeError: 'dict_values' object has no attribute 'op'",
        "train.py:3: TypeError: 'map' object is not subscriptable",
        "train.py:3: TypeError: object of type 'zip' has no len()",
        "train.py:3: TypeError: a bytes-like object is required, not 'str'",
        "train.py:3: TypeError: slice indices must be integers or None or have an __index__ method",
        "train.py:3: TypeError: Value passed to parameter 'shape' has DataType float32 not in list of allowed values: "
        "int32, int64",
    ],
)
def test_what_only_python_2_does_is_told_with_the_option_that_translates(reason: str) -> None:
    (found,) = [each for each in diagnose(twice(failing(reason)), None) if each.cause == "python2"]
    assert found.confidence is Confidence.LIKELY
    assert found.change == "add to the command: --python2, which translates it; its file stays as it is"


def test_an_error_of_whole_numbers_is_no_matter_of_python_2_where_nothing_is_divided() -> None:
    reason = "TypeError: Value passed to parameter 'shape' has DataType float32 not in list of allowed values: int32"
    reason += ", int64"
    for place in ("train.py:2", "cell 1, line 2"):
        whole = replace(failing(f"{place}: {reason}"), source="n = max(labels) + 1\nw = tf.zeros([n, n // 2])\n")
        assert "python2" not in {each.cause for each in diagnose(twice(whole), None)}
        quotient = replace(whole, source="n = width / 2\nw = tf.zeros([n])\n")
        assert "python2" in {each.cause for each in diagnose(twice(quotient), None)}


QUEUE = "queue = tf.train.string_input_producer(['data/rows.csv'])\nlabel = 'http://a.org/b.csv'\n"


def test_a_queue_of_files_that_nothing_fills_is_a_file_that_is_missing() -> None:
    """The thread that met the error tells nobody; the script meets an empty queue."""
    reason = (
        "train.py:9: OutOfRangeError: FIFOQueue '_1_batch/fifo_queue' is closed and has insufficient elements "
        "(requested 8, current size 0)"
    )
    starved = replace(failing(reason), source=QUEUE)
    (found,) = [each for each in diagnose(twice(starved), None) if each.cause == "needs-file"]
    assert "reads data/rows.csv, which is not there; it works in /home/user/project" in found.evidence
    ended = replace(failing(reason.replace("size 0", "size 3")), source=QUEUE)
    assert "needs-file" not in {each.cause for each in diagnose(twice(ended), None)}


@pytest.mark.parametrize(
    "line",
    [
        "classes = sorted(os.walk(dataset_path).__next__()[1])",
        "folder, folders, files = next(os.walk(dataset_path))",
        "walk = walk(dataset_path).next()",
    ],
)
def test_a_walk_through_a_folder_that_is_not_there_names_it(line: str) -> None:
    detail = (
        f'Traceback (most recent call last):\n  File "train.py", line 71, in read_images\n    {line}\nStopIteration\n'
    )
    found = diagnose(twice(failing("train.py:71: StopIteration: ", detail)), None)
    assert [finding.cause for finding in found] == ["needs-file"]
    assert found[0].evidence == (
        "train.py@tf1.15 walks through dataset_path, a folder that is not there: os.walk gives nothing then, and its "
        "first step is StopIteration"
    )
    other = detail.replace(line, "row = next(rows)")
    assert diagnose(twice(failing("train.py:71: StopIteration: ", other)), None) == ()


def test_a_file_that_a_function_of_tensorflow_misses() -> None:
    reason = "train.py:17: NotFoundError: {{function_node __wrapped__IteratorGetNext_device_/job:localhost/replica:0}} "
    side = failing(reason + "data/rows.csv; No such file or directory [Op:IteratorGetNext]")
    (found,) = [each for each in diagnose(twice(side), None) if each.cause == "needs-file"]
    assert "reads data/rows.csv, which is not there" in found.evidence


@pytest.mark.parametrize(
    "said",
    [
        "ImportError: cannot import name 'data'",  # Python 3.6
        "ModuleNotFoundError: No module named '__main__.data'; '__main__' is not a package",
        "ImportError: attempted relative import with no known parent package",
    ],
)
def test_a_module_that_is_run_by_its_path(said: str, tmp_path: Path) -> None:
    package = tmp_path / "trainer" / "deep"
    package.mkdir(parents=True)
    for folder in (package, package.parent):
        (folder / "__init__.py").touch()
    side = replace(failing(f"train.py:2: {said}"), source="import tensorflow as tf\nfrom . import data\n")
    assert side.origin is not None
    request = replace(side.origin.request, script=package / "task.py")
    side = replace(side, origin=replace(side.origin, request=request))
    (found,) = diagnose(twice(side), None)
    assert found.cause == "needs-module"
    assert found.change == f"run it as a module: -m trainer.deep.task@1.15 --cwd {tmp_path}"
    other = replace(side, source="import tensorflow as tf\nfrom data import rows\n")
    assert "needs-module" not in {each.cause for each in diagnose(twice(other), None)}


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (
            "train.py:3: OSError: [Errno 30] Read-only file system: '../logs/a.txt'",
            "writes ../logs/a.txt, outside of /home/user/project, and a run changes nothing there",
        ),
        (
            "train.py:3: PermissionError: [Errno 13] Permission denied: '/data/out.txt'",
            "writes /data/out.txt, outside of /home/user/project",
        ),
        (
            "cell 1, line 8: PermissionDeniedError: /log",
            "writes /log, outside of /home/user/project",
        ),
        (
            "train.py:3: OSError: [Errno 18] Invalid cross-device link: 'old' -> 'new'",
            "renames old, a folder that was there before",
        ),
    ],
)
def test_what_a_run_may_not_write_is_told(reason: str, says: str) -> None:
    (found,) = [each for each in diagnose(twice(failing(reason)), None) if each.cause == "writes-outside"]
    assert says in found.evidence


HANDLED = """Traceback (most recent call last):
  File "train.py", line 5, in <module>
    {line}
{handled}

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "train.py", line 7, in <module>
    classes = sorted(walk.__next__()[1])
StopIteration
"""


@pytest.mark.parametrize(
    "handled",
    [
        "AttributeError: 'generator' object has no attribute 'next'",
        "ModuleNotFoundError: No module named 'cv2'",
        "FileNotFoundError: [Errno 2] No such file or directory: 'a.txt'",
    ],
)
def test_an_error_that_the_script_dealt_with_is_no_cause(handled: str) -> None:
    side = failing("train.py:7: StopIteration: ", HANDLED.format(line="...", handled=handled))
    assert diagnose(twice(side), None) == ()


@pytest.mark.parametrize(
    ("reason", "says", "change"),
    [
        (
            "train.py:9: NotFoundError: Unsuccessful TensorSliceReader constructor: Failed to find any matching files "
            "for spikes.ckpt",
            "train.py@tf1.15 reads spikes.ckpt, which is not there; it works in /home/user/project",
            "add to the command: --cwd DIR, the folder from which that path is right; or put the file there",
        ),
        (
            "train.py:31: ValueError: Parent directory of spikes.ckpt doesn't exist, can't save.",
            "train.py@tf1.15 saves spikes.ckpt by a name without a folder, for which releases as 1.4 and 1.12 look in "
            "vain, and neither 0.12 nor 1.15",
            "write ./spikes.ckpt; or run it as it is, on 1.15: SCRIPT@1.15",
        ),
        (
            "train.py:31: ValueError: Parent directory of save/model/w.ckpt doesn't exist, can't save.",
            "train.py@tf1.15 saves save/model/w.ckpt into save/model, a folder that is not there",
            "put that folder beside the script",
        ),
    ],
)
def test_a_checkpoint_that_cannot_be_read_or_written_is_a_matter_of_files(reason: str, says: str, change: str) -> None:
    (finding,) = diagnose(twice(failing(reason)), None)
    assert (finding.cause, finding.confidence) == ("needs-file", Confidence.LIKELY)
    assert (finding.evidence, finding.change) == (says, change)


@pytest.mark.parametrize(
    ("module", "change"),
    [
        ("project", "run it as one: -m project.train@1.15 --cwd /home/user"),
        ("user", "run it as one: -m user.project.train@1.15 --cwd /home"),
    ],
)
def test_a_module_of_a_package_is_run_as_one(module: str, change: str) -> None:
    (finding,) = diagnose(twice(failing(f"train.py:2: ModuleNotFoundError: No module named '{module}'")), None)
    assert (finding.cause, finding.change) == ("needs-package", change)


@pytest.mark.parametrize("names", ["bregman", "one or bregman or qa"])
def test_a_module_that_no_index_has_is_not_to_be_had_by_auto(names: str) -> None:
    side = failing("train.py:2: ModuleNotFoundError: No module named 'bregman'")
    assert side.origin is not None
    scene = Scene(FOLDER, remarks=(f"no package {names} was on the index on 2016-12-19",))
    request = replace(side.origin.request, scene=scene)
    (finding,) = diagnose(twice(replace(side, origin=replace(side.origin, request=request))), None)
    assert finding.cause == "needs-package"
    assert finding.change == (
        "put bregman beside the script; or add to the command: --cwd DIR, the folder in which it lies, or --with NAME, "
        "the package that has it under another name"
    )


@pytest.mark.parametrize("names", ["vizdoom", "other or vizdoom"])
def test_a_package_that_cannot_be_built_here_is_on_the_index(names: str) -> None:
    scene = Scene(FOLDER, remarks=(f"no package {names} can be installed beside that release",))
    (finding,) = diagnose(twice(with_scene(failing("ModuleNotFoundError: No module named 'vizdoom'"), scene)), None)
    assert finding.cause == "needs-package"
    assert "vizdoom, of which the index has no version that can be installed here" in finding.evidence
    assert finding.change.startswith("add to the command: --with vizdoom, which shows why it cannot be built")


def test_a_sound_that_a_program_has_to_read_names_it() -> None:
    (finding,) = diagnose(twice(failing("train.py:3: NoBackendError: ", "audioread.NoBackendError")), None)
    assert finding.cause == "needs-package"
    assert finding.change.startswith("install ffmpeg")


def test_an_error_in_a_cell_of_a_notebook_is_explained() -> None:
    reason = (
        "cell 3, line 19: TypeError: Input 'split_dim' of 'Split' Op has type float32 that does not match expected "
    )
    (finding,) = diagnose(twice(failing(reason + "type of int32.")), None)
    assert finding.cause == "errors"
    assert "train.py@tf1.15 raised TypeError at cell 3, line 19: Input 'split_dim' of 'Split' Op" in finding.evidence
    assert (
        finding.change
        == "tf.concat(values, axis); tf.split(value, number, axis); or run it as it is, on 0.12: SCRIPT@0.12"
    )


def test_a_function_of_an_added_package_with_other_arguments_is_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "tflearn").mkdir()
    reason = "train.py:9: TypeError: to_categorical() missing 1 required positional argument: 'nb_classes'"
    side = replace(failing(reason), source="from tflearn.data_utils import to_categorical, pad_sequences\n")
    assert diagnose(twice(side), None) == ()
    assert side.origin is not None
    request = replace(side.origin.request, scene=Scene(FOLDER, paths=(tmp_path,)))
    (finding,) = diagnose(twice(replace(side, origin=replace(side.origin, request=request))), None)
    assert (finding.cause, finding.confidence) == ("needs-package", Confidence.POSSIBLE)
    assert finding.change == (
        "add to the command: --with tflearn==VERSION, the one of the script's day; or run it on a release of that day"
    )


def test_a_name_that_the_added_version_of_a_package_has_not_is_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "keras").mkdir()
    side = replace(
        failing("train.py:1: ImportError: cannot import name 'Graph'"), source="from keras.models import Graph\n"
    )
    assert diagnose(twice(side), None) == ()
    (finding,) = diagnose(twice(with_scene(side, Scene(FOLDER, paths=(tmp_path,)))), None)
    assert finding.evidence == (
        "train.py@tf1.15 imports Graph from keras, which has none in the version of the release's day, which the "
        "harness has added"
    )
    assert finding.change.startswith("add to the command: --with keras==VERSION, the one of the script's day")


@pytest.mark.parametrize(
    ("reason", "detail", "says"),
    [
        (
            "train.py:18: OSError: File simple.ckpt.meta does not exist.",
            "",
            "train.py@tf1.15 reads simple.ckpt.meta, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:9: FileNotFoundError: [Errno 2] Unable to synchronously open file (unable to open file: name = "
            "'data/train.h5', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)",
            "",
            "train.py@tf1.15 reads data/train.h5, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:18: FileNotFoundError: File b'data/train.csv' does not exist",
            "",
            "train.py@tf1.15 reads data/train.csv, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:26: ValueError: Failed to find file: rows/part_1.bin",
            "",
            "train.py@tf1.15 reads rows/part_1.bin, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:56: ValueError: The passed save_path is not a valid checkpoint: saved/v2.ckpt",
            "",
            "train.py@tf1.15 reads saved/v2.ckpt, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:43: InvalidArgumentError: Unsuccessful TensorSliceReader constructor: Failed to get matching "
            "files on my_net/save_net.ckpt: Not found: my_net; No such file or directory",
            "",
            "train.py@tf1.15 reads my_net/save_net.ckpt, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:7: OSError: Dataset not found. Please make sure that it was downloaded.",
            HANDLED.format(
                line="open(path)", handled="FileNotFoundError: [Errno 2] No such file or directory: 'id.txt'"
            ),
            "train.py@tf1.15 reads id.txt, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:21: ValueError: Can't load save_path when it is None.",
            "",
            "train.py@tf1.15 restores the latest checkpoint of a folder in which there is none",
        ),
        (
            "train.py:49: ImportError: cannot import name 'preprocessor_pb2'",
            "",
            "train.py@tf1.15 imports preprocessor_pb2, which protoc makes of preprocessor.proto, and the repository "
            "has not",
        ),
        (
            "train.py:30: NotFoundError: /home/user/project/word2vec_ops.so: invalid ELF header",
            "",
            "train.py@tf1.15 loads /home/user/project/word2vec_ops.so, which was built on a machine of another kind",
        ),
        (
            "train.py:7: Exception: [!] No data found in './data/celebA/*.jpg'",
            "",
            "train.py@tf1.15 reads ./data/celebA/*.jpg, which is not there; it works in /home/user/project",
        ),
        (
            "train.py:7: ValueError: string_input_producer requires a non-null input tensor",
            "",
            "train.py@tf1.15 reads files of which it finds none: the list of their names is empty (img/*.jpg)",
        ),
    ],
)
def test_a_missing_file_is_named_whoever_tells_of_it(reason: str, detail: str, says: str) -> None:
    side = replace(failing(reason, detail), source="names = glob.glob('img/*.jpg')\n")
    (finding,) = diagnose(twice(side), None)
    assert (finding.cause, finding.evidence) == ("needs-file", says)


def at(folder: Path, path: str) -> Side:
    side = failing(f"train.py:9: FileNotFoundError: [Errno 2] No such file or directory: '{path}'")
    assert side.origin is not None
    return replace(side, origin=replace(side.origin, request=replace(side.origin.request, scene=Scene(folder))))


def test_the_folder_from_which_a_path_is_right_is_named(tmp_path: Path) -> None:
    (tmp_path / "code" / "old").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "points.csv").touch()
    (finding,) = diagnose(twice(at(tmp_path / "code" / "old", "data/points.csv")), None)
    assert finding.change == f"add to the command: --cwd {tmp_path}"
    (finding,) = diagnose(twice(at(tmp_path, "points.csv")), None)
    assert finding.change == f"add to the command: --cwd {tmp_path / 'data'}"
    (finding,) = diagnose(twice(at(tmp_path, "/Users/somebody/points.csv")), None)
    assert finding.change == "add to the command: --file /Users/somebody/points.csv=PATH, the file that is to lie there"
    (finding,) = diagnose(twice(at(tmp_path, f"{tmp_path}/none/points.csv")), None)
    assert (
        finding.change == "put it there: the script names the whole path, or makes one of it, which no option changes"
    )


def test_no_folder_is_looked_in_above_a_repository(tmp_path: Path) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "points.csv").touch()
    (finding,) = diagnose(twice(at(tmp_path / "repository", "points.csv")), None)
    assert finding.change.startswith("add to the command: --cwd DIR, ")


def with_scene(side: Side, scene: Scene) -> Side:
    assert side.origin is not None
    return replace(side, origin=replace(side.origin, request=replace(side.origin.request, scene=scene)))


def test_a_module_that_the_added_version_of_a_package_has_not_is_of_another_version(tmp_path: Path) -> None:
    (tmp_path / "gym").mkdir()
    side = failing("train.py:2: ModuleNotFoundError: No module named 'gym.envs.toy_text.utils'")
    (finding,) = diagnose(twice(with_scene(side, Scene(FOLDER, paths=(tmp_path,)))), None)
    assert finding.evidence.startswith("train.py@tf1.15 imports gym.envs.toy_text.utils, which the version of gym has")
    assert finding.change.startswith("add to the command: --with gym==VERSION, the one of the script's day")


def test_a_variable_of_the_environment_is_told_with_the_option_that_hands_it_on() -> None:
    detail = "  File \"/lib/os.py\", line 669, in __getitem__\n    raise KeyError(key) from None\nKeyError: 'BUCKET'"
    (finding,) = diagnose(twice(failing("train.py:2: KeyError: 'BUCKET'", detail)), None)
    assert finding.evidence == "train.py@tf1.15 reads BUCKET of the environment, and it is not set there"
    assert finding.change == "set it, and add to the command: --env BUCKET"
    member = replace(failing("train.py:9: KeyError: 'cluster'"), source="os.environ.get('TF_CONFIG', '{}')\n")
    (finding,) = diagnose(twice(member), None)
    assert finding.change.startswith('set it (for one process of its own \'{"cluster": {"worker": [')
    assert finding.change.endswith("and add to the command: --env TF_CONFIG")
    assert diagnose(twice(replace(member, source="")), None) == ()


def test_a_module_that_is_called_as_ones_own_is_no_package() -> None:
    (finding,) = diagnose(twice(failing("train.py:2: ModuleNotFoundError: No module named 'utils'")), None)
    assert finding.cause == "needs-package"
    assert finding.change.startswith("put utils beside the script; or add to the command: --cwd DIR")


@pytest.mark.parametrize(
    "said",
    [
        "IndexError: index 17 is out of bounds for axis 0 with size 17",
        "InvalidArgumentError: Reshape cannot infer the missing input size for an empty tensor unless all specified",
        "Exception: The data set is smaller than one batch: it has less images, data size is less than batch_size",
    ],
)
def test_an_error_behind_the_last_made_up_example_is_told_with_their_option(said: str) -> None:
    failed = replace(failing(f"train.py:9: {said}"), effects=SideEffects(stand_ins=("mnist",)))
    few = with_scene(failed, Scene(FOLDER, preludes=(Prelude("stand_in", {"size": 1000}),)))
    (finding,) = [each for each in diagnose(twice(few), None) if each.cause == "needs-data"]
    assert (finding.confidence, finding.change.split(",")[0]) == (
        Confidence.POSSIBLE,
        "add to the command: --stand-in-size 60000",
    )
    assert finding.evidence.startswith(
        "train.py@tf1.15 was given made-up data for mnist, 1000 examples for training, and ended with '"
    )
    assert not [each for each in diagnose(twice(failed), None) if each.cause == "needs-data"]
    all_of_it = with_scene(failed, Scene(FOLDER, preludes=(Prelude("stand_in", {"size": 60000}),)))
    assert not [each for each in diagnose(twice(all_of_it), None) if each.cause == "needs-data"]
    assert not [each for each in diagnose(twice(replace(few, effects=None)), None) if each.cause == "needs-data"]


def test_a_table_of_json_that_is_not_there_is_told_by_the_text_that_names_it() -> None:
    detail = (
        '  File "train.py", line 5, in <module>\n    rows = pd.read_json(path)\nValueError: Expected object or value'
    )
    failed = replace(failing("train.py:5: ValueError: Expected object or value"), source="path = 'input/rows.json'\n")
    assert failed.failure is not None
    told = replace(failed, failure=replace(failed.failure, detail=detail))
    (finding,) = diagnose(twice(with_scene(told, Scene(FOLDER))), None)
    assert finding.evidence == (
        "train.py@tf1.15 reads input/rows.json, which is not there; it works in /home/user/project"
    )
    assert diagnose(twice(with_scene(replace(told, source="path = name\n"), Scene(FOLDER))), None) == ()


def test_an_error_about_the_number_of_made_up_examples_is_told_with_their_option() -> None:
    reason = (
        "train.py:9: InvalidArgumentError: Assign requires shapes of both tensors to match. lhs shape= [1024,9] rhs "
    )
    scene = Scene(FOLDER, preludes=(Prelude("stand_in", {"size": 1000}),))
    given = replace(with_scene(failing(reason + "shape= [200,9]"), scene), effects=SideEffects(stand_ins=("mnist",)))
    (finding,) = [each for each in diagnose(twice(given), None) if each.cause == "needs-data"]
    assert finding.confidence is Confidence.POSSIBLE
    assert finding.evidence == (
        "train.py@tf1.15 was given made-up data for mnist, 1000 examples for training, and ended with an error about "
        "200: it may count on the real number"
    )
    assert finding.change == "add to the command: --stand-in-size 60000, as many as the real data have, or fewer"
    other = replace(with_scene(failing(reason + "shape= [10,9]"), scene), effects=SideEffects(stand_ins=("mnist",)))
    assert diagnose(twice(other), None) == ()
    assert diagnose(twice(replace(given, effects=None)), None) == ()


def test_a_file_beside_made_up_images_is_one_of_their_data_set() -> None:
    side = failing("train.py:9: FileNotFoundError: [Errno 2] No such file or directory: 'data/labels/image_3.png'")
    given = replace(side, effects=SideEffects(stand_ins=("mnist", "images in data/train")))
    (finding,) = diagnose(twice(given), None)
    assert finding.change == "put the data set itself there: data/train, and what belongs to it"
    other = replace(side, effects=SideEffects(stand_ins=("images in pictures/train",)))
    assert "put the data set itself" not in diagnose(twice(other), None)[0].change


def test_a_file_without_a_name_is_a_matter_of_options_that_have_none() -> None:
    source = (
        "tf.flags.DEFINE_string('vocab_file', '', 'words')\ntf.flags.DEFINE_string('mode', 'train', '')\n"
        "parser.add_argument('-o', '--out', type=str, default=None)\n"
    )
    side = replace(failing("train.py:9: FileNotFoundError: [Errno 2] No such file or directory: ''"), source=source)
    (finding,) = diagnose(twice(side), None)
    assert finding.cause == "needs-arguments"
    assert finding.change == 'add to the command: --args "--vocab_file VALUE --out VALUE", those of them that it needs'
    assert diagnose(twice(replace(side, source="open('')\n")), None) == ()


def test_words_that_a_script_knows_are_told() -> None:
    line = "if sys.argv[1] == 'train':"
    detail = f'Traceback:\n  File "train.py", line 3, in <module>\n    {line}\nIndexError: list index out of range'
    source = f"{line}\n    train()\nelif sys.argv[1] == 'test':\n    test(sys.argv[2])\n"
    side = replace(failing("train.py:3: IndexError: list index out of range", detail), source=source)
    (finding,) = diagnose(twice(side), None)
    assert finding.evidence == (
        "train.py@tf1.15 wants words behind its name: it reads sys.argv beyond its end, of which it knows train, test"
    )
    assert finding.change.startswith('add to the command: --args "train", or --left-args')


@pytest.mark.parametrize("shown", ["\\x1b[93mstopwords\\x1b[0m", "\x1b[93mstopwords\x1b[0m", "'stopwords'"])
def test_data_of_nltk_are_given_by_a_variable(shown: str) -> None:
    detail = f"LookupError: \n*****\n  Resource {shown} not found.\n  Please use the NLTK Downloader to obtain it:\n"
    (finding,) = diagnose(twice(failing("cell 4, line 2: LookupError: ****", detail)), None)
    assert finding.cause == "needs-data"
    assert finding.change == (
        "have them in a folder, python -m nltk.downloader -d DIR stopwords; set NLTK_DATA=DIR, and add to the command: "
        "--env NLTK_DATA"
    )


def test_an_option_without_a_value_is_told_by_its_name() -> None:
    side = failing("train.py:9: AttributeError: 'Namespace' object has no attribute 'image_file'")
    (finding,) = diagnose(twice(replace(side, source="parser.add_argument('--image_file', default=SUPPRESS)\n")), None)
    assert finding.change == 'add to the command: --args "--image_file VALUE"'
    assert diagnose(twice(side), None) == ()


def test_an_error_that_is_a_usage_asks_for_words() -> None:
    (finding,) = diagnose(twice(failing("train.py:187: ValueError: usage: python train.py [train / test]")), None)
    assert finding.cause == "needs-arguments"
    assert finding.change.startswith('add to the command: --args "WORDS"')


def test_an_error_of_the_scripts_own_that_asks_for_an_option_names_it() -> None:
    side = failing("train.py:9: ValueError: You must supply the folder of the pictures with --data_dir")
    defined = replace(side, source="tf.app.flags.DEFINE_string('data_dir', None, 'where they lie')\n")
    (finding,) = diagnose(twice(defined), None)
    assert finding.cause == "needs-arguments"
    assert finding.change == 'add to the command: --args "--data_dir VALUE"'
    assert diagnose(twice(side), None) == ()  # no option of this script
    flag = replace(side, source="tf.app.flags.DEFINE_boolean('data_dir', False, 'whether there are any')\n")
    (finding,) = diagnose(twice(flag), None)
    assert finding.change == 'add to the command: --args "--data_dir"'
    unset = failing("train.py:9: ValueError: model_dir must be set to the folder of a model")
    (finding,) = diagnose(twice(replace(unset, source="parser.add_argument('--model_dir', default='')\n")), None)
    assert finding.change == 'add to the command: --args "--model_dir VALUE"'


@pytest.mark.parametrize(
    ("reason", "detail", "change"),
    [
        (
            "FileNotFoundError: [Errno 2] No such file or directory: 'dot'",
            '  File "subprocess.py", line 1364, in _execute_child\n    raise child_exception_type(errno_num, err_msg)\n'
            "FileNotFoundError: [Errno 2] No such file or directory: 'dot'",
            "install it (apt-get install graphviz), and run it again: a run finds what is on the PATH",
        ),
        (
            "RuntimeError: Requested MovieWriter (ffmpeg) not available",
            "",
            "install it (apt-get install ffmpeg), and run it again: a run finds what is on the PATH",
        ),
    ],
)
def test_a_program_that_is_not_on_the_path_is_told_with_what_brings_it(reason: str, detail: str, change: str) -> None:
    (finding,) = diagnose(twice(failing(f"train.py:3: {reason}", detail)), None)
    assert (finding.cause, finding.change) == ("needs-package", change)


def test_a_package_that_another_one_wants_is_told_by_its_name() -> None:
    reason = (
        "train.py:3: ImportError: Missing optional dependency 'pandas-gbq'. Use pip or conda to install pandas-gbq."
    )
    (finding,) = diagnose(twice(failing(reason)), None)
    assert (finding.cause, finding.change) == ("needs-package", "add to the command: --with pandas-gbq")


def test_a_package_that_a_game_of_gym_wants_is_told_by_its_name() -> None:
    reason = (
        "train.py:9: DependencyNotInstalled: No module named 'mujoco_py'. (HINT: you need to install mujoco_py, and "
        "also perform the setup instructions here: https://github.com/openai/mujoco-py/.)"
    )
    (finding,) = diagnose(twice(failing(reason)), None)
    assert finding.cause == "needs-package"
    assert finding.change.startswith("add to the command: --with mujoco_py")


def test_a_debugger_that_a_script_stops_in_asks_for_input() -> None:
    (finding,) = diagnose(twice(failing("train.py:17: BdbQuit: ", "bdb.BdbQuit")), None)
    assert finding.cause == "needs-arguments"
    assert finding.change == "add to the command: --input FILE, a file with the lines that it asks for"


def test_what_asks_for_prices_is_told_whatever_it_ended_with() -> None:
    detail = (
        'Traceback\n  File "/layers/1/pandas_datareader/iex/daily.py", line 85, in _range\n'
        "ValueError: Invalid date specified. Must be within past 5 years.\n"
    )
    said = "train.py:117: ValueError: Invalid date specified. Must be within past 5 years."
    (finding,) = diagnose(twice(failing(said, detail)), None)
    assert (finding.cause, finding.confidence) == ("needs-data", Confidence.LIKELY)
    assert "asks by pandas_datareader for prices, and a run has no network" in finding.evidence
    assert finding.change.startswith("add to the command: --network lets it ask; where nobody answers any more")


def test_an_address_that_does_not_answer_a_run_with_a_network_is_told_no_network() -> None:
    def online(said: str) -> Side:
        return with_scene(failing(said), Scene(FOLDER, network=True))

    said = "train.py:4: Exception: URL fetch failure on https://a.org/own.csv: None -- [Errno -2] Name not known"
    (finding,) = diagnose(twice(online(said)), None)
    assert finding.evidence == (
        "train.py@tf1.15 asks for https://a.org/own.csv, and the address did not answer (the run had a network)"
    )
    assert finding.change == "add to the command: --file https://a.org/own.csv=PATH puts a file of yours in its place"
    said = "train.py:4: URLError: <urlopen error [Errno -2] Name or service not known>"
    (finding,) = diagnose(twice(online(said)), None)
    assert finding.change == "add to the command: --file URL=PATH puts a file of yours in its place"
    (finding,) = diagnose(twice(failing(said)), None)
    assert finding.change == "add to the command: --network lets it ask"


LISTED = "import os\nfor name in os.listdir('data/train'):\n    image = cv2.imread('data/train/' + name)\n"


@pytest.mark.parametrize(
    ("path", "source", "makes_up"),
    [
        ("data/train", LISTED, "folders of images that a script lists"),
        ("data/mnist.pkl.gz", "", "that file, of MNIST"),
        ("data/train", LISTED.replace("cv2.imread", "open"), ""),
        ("data/rows.csv", LISTED, ""),
    ],
)
def test_what_the_stand_ins_make_up_is_told_where_it_is_missing(path: str, source: str, makes_up: str) -> None:
    side = replace(
        failing(f"train.py:2: FileNotFoundError: [Errno 2] No such file or directory: '{path}'"), source=source
    )
    (found,) = [each for each in diagnose(twice(side), None) if each.cause == "needs-file"]
    assert found.change.startswith(f"add to the command: --stand-in makes up {makes_up}; or --cwd") is bool(makes_up)
    assert "--cwd" in found.change
    given = with_scene(side, Scene(FOLDER, preludes=(Prelude("stand_in", {"size": 1000}),)))
    (found,) = [each for each in diagnose(twice(given), None) if each.cause == "needs-file"]
    assert "--stand-in" not in found.change
