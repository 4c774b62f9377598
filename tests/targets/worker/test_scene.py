"""Specification of what a script finds around it, and of what it cannot reach: its folder, its words, no network."""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.targets import scene
from harness.targets.outcome import Outcome
from harness.targets.scene import FileChange, Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, request_for

Play: TypeAlias = Callable[..., Outcome]

READS = "print(open('data/points.csv').read().strip())\n"
WRITES = """import os
with open("data/points.csv", "a") as file:
    file.write("5,6")
os.remove("notes.txt")
os.rename("helper.py", "other.py")
os.makedirs("out/deep")
with open("out/deep/w.txt", "w") as file:
    file.write("0123456789")
with open("/tmp/of_the_script", "w") as file:
    file.write("x")
print(sorted(os.listdir(".")), os.path.exists("/tmp/of_the_script"))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder, as scripts lie in one."""
    place = tmp_path / "project, old: 1"
    (place / "data").mkdir(parents=True)
    (place / "data" / "points.csv").write_text("1,2\n3,4\n")
    (place / "notes.txt").write_text("mine\n")
    (place / "helper.py").write_text("NAME = 'beside'\n")
    return place


@pytest.fixture
def play(worker: Worker, folder: Path) -> Play:
    """Run a text as ``train.py`` of the folder, in a scene."""

    def play(source: str, *, within: float | None = None, to: Worker | None = None, **scene: Any) -> Outcome:
        script = folder / "train.py"
        script.write_text(source, encoding="utf-8")
        request = replace(request_for(script), scene=Scene(**{"folder": folder, **scene}))
        if within is not None:
            request = replace(request, timeout=within, within=True)
        return (to or worker).submit(request).result(60)

    return play


def contents(folder: Path) -> Mapping[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "train.py"
    }


def test_a_script_finds_what_lies_beside_it(play: Play) -> None:
    outcome = play("import helper\nprint(helper.NAME)\n" + READS + "print(open(__file__).read()[:13])\n")
    assert outcome.failure is None
    assert outcome.printed == ("beside", "1,2", "3,4", "import helper")


def test_nothing_that_it_writes_deletes_or_renames_reaches_the_users_files(play: Play, folder: Path) -> None:
    before = contents(folder)
    outcome = play(WRITES)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("['data', 'other.py', 'out', 'train.py'] True",)
    assert contents(folder) == before
    assert not Path("/tmp/of_the_script").exists()
    assert outcome.effects is not None
    assert outcome.effects.changes == (
        FileChange("data/points.csv", 11),
        FileChange("helper.py", None),
        FileChange("notes.txt", None),
        FileChange("other.py", 16),
        FileChange("out/deep/w.txt", 10),
    )
    assert outcome.effects.problems == ()


def test_the_next_run_finds_nothing_of_the_last_one(play: Play) -> None:
    assert play(WRITES).printed == play(WRITES).printed


def test_what_lies_elsewhere_can_be_read_and_not_written(play: Play, tmp_path: Path, folder: Path) -> None:
    other = Path.home() / ".harness-test-of-a-scene"
    outcome = play(f"try:\n    open({str(other)!r}, 'w')\nexcept OSError as error:\n    print(error.strerror)\n")
    assert outcome.printed == ("Read-only file system",)
    assert not other.exists()


def test_what_it_writes_into_the_folder_above_is_gone_and_said(play: Play, folder: Path) -> None:
    source = "open('../log.txt', 'w').write('x')\nopen('/tmp/elsewhere', 'w')\nprint(open('../log.txt').read())\n"
    outcome = play(source)
    assert outcome.printed == ("x",)
    assert not (folder.parent / "log.txt").exists()
    assert outcome.effects is not None
    assert outcome.effects.problems == (
        "wrote ../log.txt, outside of its folder: gone with the run, neither kept nor compared",
    )


def test_what_it_wrote_is_kept_where_that_is_asked_for(play: Play, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert play(WRITES, keep=kept).failure is None
    assert contents(kept) == {
        "data/points.csv": "1,2\n3,4\n5,6",
        "other.py": "NAME = 'beside'\n",
        "out/deep/w.txt": "0123456789",
    }


def test_it_works_in_another_folder_that_is_named(play: Play, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    (place / "input.txt").write_text("from there\n")
    outcome = play(
        "import helper, os\nprint(open('input.txt').read(), os.getcwd())\nopen('o.txt', 'w')\n", folder=place
    )
    assert outcome.printed == ("from there", f" {place}")
    assert [path.name for path in place.iterdir()] == ["input.txt"]
    assert outcome.effects is not None and outcome.effects.changes == (FileChange("o.txt", 0),)


def test_it_has_its_words(play: Play) -> None:
    outcome = play("import sys\nprint(sys.argv[1:])\n", arguments=("--steps", "50", "two words"))
    assert outcome.printed == ("['--steps', '50', 'two words']",)


def test_a_module_is_run_as_python_does_it_with_m(worker: Worker, folder: Path) -> None:
    package = folder / "old" / "pkg"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("print('package')\n")
    (package / "parts.py").write_text("RATE = 0.5\n")
    script = package / "train.py"
    script.write_text(
        "import sys\nfrom . import parts\nfrom old.pkg import parts as same\n"
        "print(__name__, __package__, parts.RATE, parts is same, __spec__.name, sys.argv[0] == __file__)\n"
    )
    request = replace(request_for(script), scene=Scene(folder, module="old.pkg.train"))
    outcome = worker.submit(request).result(60)
    assert outcome.printed == ("package", "__main__ old.pkg 0.5 True old.pkg.train True")


ASKS = """import urllib.request
try:
    urllib.request.urlopen("{address}")
except OSError as error:
    print(error)
"""


def test_there_is_no_network_and_a_download_fails_at_once_with_what_would_help(play: Play) -> None:
    prelude = Prelude("downloads", {"files": {}, "network": False})
    outcome = play(ASKS.format(address="http://example.com/x.csv"), preludes=(prelude,))
    assert outcome.printed == (
        "<urlopen error no network for http://example.com/x.csv "
        "(harness: --file http://example.com/x.csv=PATH, --network)>",
    )
    assert outcome.seconds < 10


def test_an_opener_of_its_own_is_no_way_around(play: Play, folder: Path) -> None:
    given, refused = "https://example.com/points.csv", "https://example.com/other.csv"
    setting = {"files": {given: str(folder / "data" / "points.csv")}, "network": False}
    outcome = play(
        f"import urllib.request\nopener = urllib.request.URLopener()\nopener.retrieve({given!r}, 'here.csv')\n"
        f"print(open('here.csv').read())\ntry:\n    opener.retrieve({refused!r}, 'other.csv')\n"
        "except OSError as error:\n    print(error)\n",
        preludes=(Prelude("downloads", setting),),
    )
    assert outcome.printed == (
        "1,2",
        "3,4",
        f"<urlopen error no network for {refused} (harness: --file {refused}=PATH, --network)>",
    )


def test_not_even_by_an_address(play: Play) -> None:
    outcome = play(
        "import socket\ntry:\n    socket.create_connection(('192.0.2.1', 80), timeout=9)\n"
        "except OSError as error:\n    print(error.strerror)\n"
        "server = socket.create_server(('localhost', 0))\n"
        "socket.create_connection(server.getsockname())\nprint('own')\n"
    )
    assert outcome.printed == ("Network is unreachable", "own")


def test_a_file_stands_in_for_a_download(play: Play, folder: Path) -> None:
    address = "https://example.com/points.csv"
    setting = {"files": {address: str(folder / "data" / "points.csv")}, "network": False}
    outcome = play(
        f"import urllib.request\nprint(urllib.request.urlopen({address!r}).read())\n"
        f"path, _ = urllib.request.urlretrieve({address!r}, 'here.csv')\nprint(open(path).read())\n",
        preludes=(Prelude("downloads", setting),),
    )
    assert outcome.printed == ("b'1,2\\n3,4\\n'", "1,2", "3,4")


def test_what_github_shows_of_its_own_repository_is_given_from_there(play: Play, folder: Path) -> None:
    (folder / "chapter 3" / "data").mkdir(parents=True)
    (folder / "chapter 3" / "data" / "heights.csv").write_text("7\n")
    (folder / "chapter 3" / "big.bin").write_text("version https://git-lfs.github.com/spec/v1\n")
    shown = "https://github.com/someone/lessons/raw/master/chapter%203/data/heights.csv"
    addresses = [
        shown,
        "https://raw.githubusercontent.com/someone/lessons/master/chapter%203/data/heights.csv",
        "https://github.com/someone/lessons/blob/master/chapter%203/data/heights.csv?raw=true",
        # Two parts are in many repositories: nothing says that this one is somebody's `other`.
        "https://raw.githubusercontent.com/someone/other/master/data/points.csv",
        "https://raw.githubusercontent.com/someone/lessons/master/chapter%203/data/none.csv",
        "https://raw.githubusercontent.com/someone/lessons/master/a/../chapter%203/data/heights.csv",
        "https://example.com/chapter%203/data/heights.csv",
    ]
    text = (
        f"import urllib.request\nfor address in {addresses!r}:\n    try:\n"
        "        print(urllib.request.urlopen(address).read())\n    except OSError as error:\n"
        "        print(str(error)[:27])\n"
    )
    setting = {"files": {}, "network": False, "near": [str(folder / "chapter 3"), str(folder)]}
    outcome = play(text, preludes=(Prelude("downloads", setting),))
    assert outcome.printed == ("b'7\\n'",) * 3 + ("<urlopen error no network f",) * 4
    assert outcome.effects is not None and outcome.effects.given == tuple(
        f"{folder}/chapter 3/data/heights.csv in place of {address}" for address in addresses[:3]
    )


@pytest.mark.parametrize("told", ["folder", "git", "readme"])
def test_a_short_address_is_one_of_the_repository_that_is_called_so(play: Play, folder: Path, told: str) -> None:
    head = folder / ("lessons-master" if told == "folder" else "copy")
    (head / ".git").mkdir(parents=True)
    (head / "heights.csv").write_text("7\n")
    (head / ".git" / "config").write_text("url = https://github.com/Someone/Lessons.git" if told == "git" else "")
    (head / "README.md").write_text("see github.com/someone/lessons" if told == "readme" else "")
    address = "https://raw.githubusercontent.com/someone/lessons/master/heights.csv"
    setting = {"files": {}, "network": False, "near": [str(head)]}
    outcome = play(
        f"import urllib.request\nprint(urllib.request.urlopen({address!r}).read())\n",
        preludes=(Prelude("downloads", setting),),
    )
    assert outcome.printed == ("b'7\\n'",)


MAKES = """import os
os.makedirs("/home/somebody of old/logs")
for path in ("/home/somebody of old/logs/loss.txt", "/Volumes/old/loss.txt", "/etc/of_the_script", {home!r}):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write("0.5")
        print(open(path).read())
    except OSError as error:
        print(error.strerror)
print(os.path.isdir("/usr/bin"), os.getcwd() == {folder!r}, "somebody of old" in os.listdir("/home"))
"""


def test_folders_that_its_author_had_elsewhere_can_be_made_and_what_is_there_stays(play: Play, folder: Path) -> None:
    home = str(Path.home() / "of_the_script")
    outcome = play(MAKES.format(home=home, folder=str(folder)))
    assert outcome.printed == ("0.5", "0.5", "Read-only file system", "Read-only file system", "True True True")
    assert outcome.effects is not None and outcome.effects.problems == (
        "wrote /Volumes/old/loss.txt and 1 more, outside of its folder: gone with the run, neither kept nor compared",
    )
    assert not Path("/Volumes").exists()
    assert not Path("/home/somebody of old").exists()
    assert play("import os\nprint(os.path.exists('/Volumes'))\n").printed == ("False",)


def test_packages_of_another_folder_can_be_imported_and_hide_nothing(play: Play, tmp_path: Path) -> None:
    layer = tmp_path / "layer"
    (layer / "added").mkdir(parents=True)
    (layer / "added" / "__init__.py").write_text("VALUE = 7\n")
    (layer / "numpy.py").write_text("")
    assert play("import added, numpy\nprint(added.VALUE, hasattr(numpy, 'array'))\n", paths=(layer,)).printed == (
        "7 True",
    )


_RESOURCES = """
import sys, types
sys.modules["pkg_resources"] = resources = types.ModuleType("pkg_resources")
resources.known = []
resources.working_set = types.SimpleNamespace(add_entry=resources.known.append)
"""


def test_who_has_asked_for_packages_before_knows_those_of_another_folder_too(
    fake_tensorflow: Fake, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "layer").mkdir()
    script = folder / "train.py"
    script.write_text("import os, pkg_resources\nprint([os.path.basename(each) for each in pkg_resources.known])\n")
    request = replace(request_for(script), scene=Scene(folder, paths=(tmp_path / "layer",)))
    with open_worker(Path(sys.executable), Setup(environment=fake_tensorflow(_RESOURCES))) as worker:
        assert worker.submit(request).result(60).printed == ("['layer']",)


def test_a_plot_needs_no_display(play: Play) -> None:
    assert play("import os\nprint(os.environ['MPLBACKEND'])\n").printed == ("Agg",)


RENAMES = """import os
true = os.rename

def as_in_an_overlay_without_rights(source, target, *more, **named):
    raise OSError(18, 'Invalid cross-device link', source, None, target)

os.rename = os.replace = as_in_an_overlay_without_rights
exec(open({prelude!r}).read())
os.rename('data', 'moved')
print(sorted(os.listdir('.')), os.listdir('moved'))
for missing in ('nothing', 'notes.txt'):
    try:
        os.rename(missing, 'more')
    except OSError as error:
        print(error.errno)
"""


def test_a_folder_is_renamed_by_a_copy_where_an_overlay_has_no_other_way(play: Play) -> None:
    prelude = str(Path(scene.__file__).with_name("preludes") / "renames.py")
    outcome = play(RENAMES.format(prelude=prelude))
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("['helper.py', 'moved', 'notes.txt', 'train.py'] ['points.csv']", "18", "18")


INTERACTIVE = """def ion():
    pass

def pause(interval):
    raise RuntimeError('it waits')

def _auto_draw_if_interactive(figure, value):
    raise RuntimeError('it draws')

def plot(numbers):
    _auto_draw_if_interactive(None, True)
"""


def test_a_plot_that_nobody_sees_is_neither_drawn_nor_waited_for(play: Play, folder: Path) -> None:
    (folder / "matplotlib").mkdir()
    (folder / "matplotlib" / "__init__.py").write_text("")
    (folder / "matplotlib" / "pyplot.py").write_text(INTERACTIVE)
    source = "import matplotlib.pyplot as plt\nplt.ion()\nplt.plot([1.0])\nplt.pause(0.1)\nprint('shown')\n"
    assert play(source, preludes=(Prelude("plots", {}),)).printed == ("shown",)


GONE = """class %s:
    def %s(self, value):
        print('%s', value)
"""


def test_what_matplotlib_has_no_more_is_there_under_its_old_name(play: Play, folder: Path) -> None:
    (folder / "matplotlib").mkdir()
    (folder / "matplotlib" / "__init__.py").write_text("")
    (folder / "matplotlib" / "axes.py").write_text(GONE % ("Axes", "set_facecolor", "facecolor"))
    (folder / "matplotlib" / "legend.py").write_text(GONE % ("Legend", "set_draggable", "draggable"))
    (folder / "matplotlib" / "pyplot.py").write_text("from matplotlib import axes, legend\nhold = print\n")
    source = (
        "import matplotlib.pyplot as plt\nplt.hold('own')\nplt.legend.Legend().draggable(True)\n"
        "plt.axes.Axes().hold(True)\nplt.axes.Axes().set_axis_bgcolor('white')\n"
    )
    assert play(source, preludes=(Prelude("plots", {}),)).printed == ("own", "draggable True", "facecolor white")


FONTS = """class FontProperties:
    def set_file(self, file):
        print(file)
class FontManager:
    def addfont(self, path):
        print(path)
"""


def test_a_font_that_is_nowhere_is_matplotlibs_own(play: Play, folder: Path) -> None:
    (folder / "matplotlib").mkdir()
    (folder / "matplotlib" / "__init__.py").write_text("")
    (folder / "matplotlib" / "font_manager.py").write_text(FONTS)
    source = (
        "from matplotlib import font_manager as fonts\n"
        "for name in ('/Library/Fonts/Gothic.otf', 'matplotlib/font_manager.py'):\n"
        "    fonts.FontProperties().set_file(name)\n    fonts.FontManager().addfont(name)\n"
    )
    here = "matplotlib/font_manager.py"
    assert play(source, preludes=(Prelude("plots", {}),)).printed == ("None", here, here)


STRICT = {
    "__init__": "",
    "axes": """class Axes:
    def scatter(self, x, y, s=None, c=None, marker=None):
        if c.shape not in (x.shape, (1, 3)):
            raise ValueError('c of shape %s not acceptable' % (c.shape,))
        print(c.tolist(), s, marker)
""",
    "cm": """class ScalarMappable:
    def to_rgba(self, x, alpha=None, bytes=False):
        if x.ndim == 3 and x.dtype not in ('uint8', 'float32'):
            raise ValueError('Image RGB array must be uint8 or floating point; found %s' % x.dtype)
        print(x.dtype, x.ravel().tolist(), bytes)
""",
    "pyplot": "from matplotlib import axes, cm\n",
}
COLOURS = """import numpy as np
import matplotlib.pyplot as plt
x = np.arange(3)
plt.axes.Axes().scatter(x, x, c=np.array([[1], [2], [3]]), marker="o")
plt.axes.Axes().scatter(x, x, 40, np.array([[1], [2], [3]]), "o")
plt.axes.Axes().scatter(x, x, c=np.array([[0.1, 0.2, 0.3]]))
plt.axes.Axes().scatter(np.matrix([[1], [2]]), np.matrix([[3], [4]]), c=np.array([5, 6]))
plt.cm.ScalarMappable().to_rgba(np.array([[[0, 1, 2]]]), bytes=True)
plt.cm.ScalarMappable().to_rgba(np.array([[[0, 1, 2]]], np.uint8), bytes=True)
plt.cm.ScalarMappable().to_rgba(np.array([[1, 2]]))
plt.axes.Axes().scatter(x, x, c=np.array([[1], [2]]))
"""


def test_colours_are_taken_as_before_and_after_the_version_that_refused_them(play: Play, folder: Path) -> None:
    (folder / "matplotlib").mkdir()
    for name, text in STRICT.items():
        (folder / "matplotlib" / f"{name}.py").write_text(text)
    outcome = play(COLOURS, preludes=(Prelude("plots", {}),))
    assert outcome.stdout.splitlines() == [
        "[1, 2, 3] None o",
        "[1, 2, 3] 40 o",
        "[[0.1, 0.2, 0.3]] None None",
        "[5, 6] None None",
        "uint8 [0, 255, 254] True",
        "uint8 [0, 1, 2] True",
        "int64 [1, 2] False",
    ]
    assert outcome.failure is not None
    assert "c of shape (2, 1) not acceptable" in outcome.failure.reason


WINDOWS = """import matplotlib, gym, cv2
matplotlib.use("TkAgg")
matplotlib.use("agg")
import matplotlib.pyplot as plt
plt.switch_backend("Qt5Agg")
from gym.envs.classic_control import rendering
viewer = rendering.Viewer(600, 400)
viewer.add_geom(rendering.make_circle(3).add_attr(rendering.Transform()))
print(bool(viewer.render(return_rgb_array=False)))
import pyglet
from pyglet.window import key
class Arm(pyglet.window.Window):
    def __init__(self):
        super().__init__(width=400, height=400, vsync=False)
        pyglet.gl.glClearColor(1, 1, 1, 1)
        self.batch = pyglet.graphics.Batch()
        self.points = self.batch.add(4, pyglet.gl.GL_QUADS, None, ("v2f", [0.0] * 8))
    def render(self):
        self.switch_to()
        self.points.vertices = [1.0]
        return "rendered"
print(Arm().render(), key.A is not None)
cv2.imshow("image", None)
print(cv2.waitKey(1) & 255)
"""


def test_windows_that_nobody_sees_are_there_and_do_nothing(play: Play, folder: Path) -> None:
    for name, text in {
        "matplotlib/__init__.py": "use = print\n",
        "matplotlib/pyplot.py": "switch_backend = print\n",
        "gym/__init__.py": "",
        "gym/envs/__init__.py": "",
        "gym/envs/classic_control/__init__.py": "",
        "gym/envs/classic_control/rendering.py": "raise RuntimeError('no display')\n",
        "cv2.py": "def imshow(name, image):\n    raise RuntimeError('no display')\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    assert play(WINDOWS, preludes=(Prelude("windows", {}),)).printed == ("agg", "True", "rendered True", "255")


FILMED = """import gym.wrappers.monitoring.video_recorder as recorder, matplotlib.animation as animation, os
recorder.VideoRecorder('env', path='film.mp4').capture_frame()
with animation.FFMpegWriter().saving('figure', 'moves.mp4', 100) as writer:
    writer.grab_frame()
print(animation.writers.avail, os.path.getsize('moves.mp4'))
animation.PillowWriter().setup('figure', 'moves.gif')
"""
FILM_MAKERS = {
    "gym/wrappers/monitoring/video_recorder.py": """class VideoRecorder(object):
    def __init__(self, env, path=None, enabled=True):
        self.enabled = enabled
    def capture_frame(self):
        if self.enabled: raise RuntimeError('Found neither the ffmpeg nor avconv executables')
""",
    "matplotlib/animation.py": """import contextlib
class MovieWriter(object):
    def setup(self, fig, outfile, dpi=None):
        print(type(self).__name__, 'sets up', outfile)
    @contextlib.contextmanager
    def saving(self, fig, outfile, dpi):
        self.setup(fig, outfile, dpi)
        yield self
        self.finish()
    def grab_frame(self): raise RuntimeError('no program')
    def finish(self): raise RuntimeError('no program')
    @classmethod
    def bin_path(cls): return 'no-such-ffmpeg'
    @classmethod
    def isAvailable(cls): return False
class FFMpegWriter(MovieWriter): pass
class PillowWriter(MovieWriter): pass
class Registry(object):
    avail = []
    def reset_available_writers(self): self.avail = [each.__name__ for each in (FFMpegWriter,) if each.isAvailable()]
writers = Registry()
""",
}


def test_films_that_nobody_sees_need_no_program(play: Play, folder: Path) -> None:
    for name, text in FILM_MAKERS.items():
        (folder / name).parent.mkdir(parents=True)
        for part in [*Path(name).parents][:-1]:
            (folder / part / "__init__.py").touch()
        (folder / name).write_text(text)
    outcome = play(FILMED, preludes=(Prelude("films", {}),))
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("['FFMpegWriter'] 0", "PillowWriter sets up moves.gif")


def test_a_path_in_its_own_tmp_is_told_as_the_script_would_have_it_elsewhere(play: Play) -> None:
    outcome = play(
        "import os, tempfile\nprint(os.path.join(tempfile.gettempdir(), 'model'))\nopen(tempfile.mktemp())\n"
    )
    assert outcome.printed == ("/tmp/model",)
    assert outcome.failure is not None


LOOP = "import time\nfor step in range(1000):\n    print('step', step)\n    time.sleep(0.05)\n"


def test_a_script_that_is_wanted_for_a_time_is_stopped_then_and_has_not_failed(play: Play) -> None:
    outcome = play(LOOP, within=1.0)
    assert outcome.failure is None and outcome.cut
    assert 2 <= len(outcome.printed) < 40
    assert outcome.printed[:2] == ("step 0", "step 1")


def test_one_that_has_printed_nothing_by_then_has_failed(play: Play) -> None:
    outcome = play("import time\ntime.sleep(60)\n", within=0.5)
    assert outcome.failure is not None
    assert outcome.failure.reason == (
        "printed nothing within 0.5 s and was at train.py:2; give it more time: --within 300s"
    )


@pytest.mark.parametrize("release", ["tf1_python", "tf2_python"])
def test_seeds_are_set_for_a_script_that_sets_none(
    release: str, request: pytest.FixtureRequest, play: Play, folder: Path
) -> None:
    text = """import random, numpy as np
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
v = tf.get_variable("v", [2]); w = tf.Variable(tf.random_normal([2]))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    print(random.random(), np.random.rand(), session.run([v, w]))
"""
    with open_worker(request.getfixturevalue(release), Setup()) as worker:
        seeded = [play(text, to=worker, preludes=(Prelude("seeds", {"seed": seed}),)) for seed in (7, 7, 8)]
        own = text.replace("tf.disable_v2_behavior()", "tf.disable_v2_behavior()\ntf.set_random_seed(3)")
        kept = [play(own, to=worker, preludes=(Prelude("seeds", {"seed": seed}),)).printed[0] for seed in (7, 8)]
    printed = [outcome.printed for outcome in seeded]
    assert printed[0] == printed[1] != printed[2]
    assert printed[0][0].startswith("0.32383276483316237 0.07630828937395717 ")
    assert kept[0].partition("[")[2] == kept[1].partition("[")[2]


def test_where_the_kernel_allows_no_overlay_the_script_has_a_copy(folder: Path, tmp_path: Path) -> None:
    """The host's Python stands for a worker whose namespace could not be made."""
    (folder / "train.py").write_text(WRITES)
    program = """
import importlib.util, json, sys, types
for name in ("", ".shield", ".view"):
    path = sys.argv[1] + (name.replace(".", "/") + ".py" if name else "/__init__.py")
    found = importlib.util.spec_from_file_location
    spec = found("_harness_worker" + name, path, submodule_search_locations=[sys.argv[1]])
    module = importlib.util.module_from_spec(spec)
    sys.modules["_harness_worker" + name] = module
    spec.loader.exec_module(module)
import os
os.mkdir(sys.argv[3])
view = module.View(sys.argv[2], sys.argv[2], sys.argv[3], types.SimpleNamespace(is_up=False), 1 << 30)
from _harness_worker.entering import enter
enter(view.for_child(True))
path = view.seen_as(sys.argv[2] + "/train.py")
print(view.way, path == view.folder + "/train.py", view.as_told(path))
exec(open(path).read().replace("/tmp/", "out/"))
print(json.dumps(view.changes()))
"""
    worker = Path(__file__).parents[3] / "harness" / "targets" / "worker"
    before = contents(folder)
    words = [str(worker), str(folder), str(tmp_path / "base")]
    said = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True).stdout
    first, printed, changes = said.splitlines()
    assert first == f"copy True {folder}/train.py"
    assert printed == "['data', 'other.py', 'out', 'train.py'] True"
    assert contents(folder) == before
    assert '{"path": "data/points.csv", "bytes": 11}' in changes
    assert '{"path": "notes.txt", "bytes": null}' in changes


def test_programs_that_download_are_refused_or_given_the_file(play: Play, folder: Path) -> None:
    address = "https://example.com/points.csv"
    text = (
        "import subprocess\n"
        f"for words in (['wget', '-q', {address!r}], ['curl', '-sL', {address!r}, '-o', 'curled.csv'], ['wget', 'http://a.org/b']):\n"
        "    done = subprocess.run(words, stderr=subprocess.PIPE, universal_newlines=True)\n"
        "    print(done.returncode, done.stderr.strip())\n"
        "print(open('points.csv').read() == open('curled.csv').read() == open('data/points.csv').read())\n"
    )
    setting = {"files": {address: str(folder / "data" / "points.csv")}, "network": False}
    outcome = play(text, preludes=(Prelude("downloads", setting),))
    assert outcome.printed == (
        "0",
        "0",
        "1 wget: no network for http://a.org/b (harness: --file http://a.org/b=PATH, --network)",
        "True",
    )


def test_what_all_programs_share_is_not_changed(play: Play) -> None:
    names = [f"/{place}/of-a-test-of-scenes" for place in ("tmp", "var/tmp", "dev/shm")]
    for name in names:
        Path(name).write_text("mine")
    try:
        text = f"for name in {names!r}:\n    open(name, 'w').write('0.7')\n    print(open(name).read())\n"
        assert play(text).printed == ("0.7", "0.7", "0.7")
        assert [Path(name).read_text() for name in names] == ["mine", "mine", "mine"]
    finally:
        for name in names:
            Path(name).unlink()


def test_landlock_keeps_a_run_without_namespaces_from_writing_elsewhere(tmp_path: Path) -> None:
    program = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("landlock", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
if not module.restrict_writes([sys.argv[2], "/dev/null"]):
    sys.exit("no Landlock")
for place in (sys.argv[2] + "/a", sys.argv[3] + "/b", "/dev/null"):
    try:
        open(place, "w").write("x")
        print("written")
    except OSError as error:
        print(error.strerror)
"""
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    path = Path(__file__).parents[3] / "harness" / "targets" / "worker" / "landlock.py"
    words = [sys.executable, "-c", program, str(path), str(own), str(other)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this kernel has no Landlock")
    assert done.stdout.splitlines() == ["written", "Permission denied", "written"]
    assert not list(other.iterdir())


def test_the_last_line_that_a_run_has_printed_is_told_once_a_second(tf2_python: Path, folder: Path, play: Play) -> None:
    text = "import time\nfor step in range(26):\n    print('step', step)\n    time.sleep(0.1)\n"
    lines: list[str] = []
    with open_worker(tf2_python, Setup(progress=True)) as worker:
        worker.on_line = lines.append
        assert play(text, to=worker).failure is None
    assert 1 <= len(lines) <= 4
    assert all(re.fullmatch(r"step \d+", line) for line in lines)
    assert len(set(lines)) == len(lines)


def test_a_tmpdir_in_an_overlay_as_in_a_container_keeps_changes_in_memory(
    tf2_python: Path, folder: Path, play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {name: tmp_path / name for name in ("lower", "upper", "work", "merged")}
    for part in parts.values():
        part.mkdir()
    options = f"lowerdir={parts['lower']},upperdir={parts['upper']},workdir={parts['work']}"
    mount = ["mount", "-t", "overlay", "overlay", "-o", options, str(parts["merged"])]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount an overlay")
    try:
        monkeypatch.setenv("TMPDIR", str(parts["merged"]))
        monkeypatch.setattr("tempfile.tempdir", None)
        before = contents(folder)
        with open_worker(tf2_python, Setup()) as worker:
            outcome = play(WRITES, to=worker)
        assert outcome.failure is None, outcome.failure
        assert contents(folder) == before
        assert outcome.effects is not None
        assert FileChange("out/deep/w.txt", 10) in outcome.effects.changes
        assert not list(parts["merged"].iterdir())
    finally:
        subprocess.run(["umount", str(parts["merged"])], check=True)


def test_no_program_that_a_script_starts_takes_its_view_down_not_even_as_root(play: Play, folder: Path) -> None:
    before = contents(folder)
    outcome = play(
        "import os, subprocess\nhere, parent = os.getcwd(), os.getppid()\n"
        "for words in (['umount', '-l', here], ['umount', '-l', '/tmp'], ['mount', '-o', 'remount,rw', '/']):\n"
        "    print(subprocess.run(words, stderr=subprocess.DEVNULL).returncode != 0)\n"
        "for place in ('cwd', 'root' + here):\n"
        "    try:\n        open('/proc/%d/%s/evil' % (parent, place), 'w')\n        print('written')\n"
        "    except OSError as error:\n        print(error.strerror)\n"
        "open('own.txt', 'w')\n"
    )
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("True", "True", "True", "Permission denied", "Permission denied")
    assert contents(folder) == before


MOVING = {
    "__init__": "",
    "animation": """import types

class Animation:
    def __init__(self, figure, compute, frames):
        self._fig, self._compute, self._frames = figure, compute, frames

    def _init_draw(self):
        print('begin')

    def new_saved_frame_seq(self):
        return iter(range(self._frames))

    def _draw_frame(self, number):
        self._compute(number)

class FuncAnimation(Animation):
    pass
""",
    "pyplot": """import types

def figure(number):
    return types.SimpleNamespace(number=number)

def fignum_exists(number):
    return number < 3

def show(block=True):
    print('show')
""",
}
FILMS = """import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation
kept = FuncAnimation(plt.figure(1), lambda number: print('step', number), 2)
closed = FuncAnimation(plt.figure(3), print, 2)
FuncAnimation(plt.figure(2), print, 2)
plt.show()
"""


def test_an_animation_is_played_once_where_it_would_be_shown(play: Play, folder: Path) -> None:
    (folder / "matplotlib").mkdir()
    for name, text in MOVING.items():
        (folder / "matplotlib" / f"{name}.py").write_text(text)
    assert play(FILMS, preludes=(Prelude("plots", {}),)).printed == ("begin", "step 0", "step 1", "show")
