"""What a survey knows of a file by its text alone."""

from pathlib import Path

import pytest

from harness.releases.shipped import own_root
from harness.survey.answers import Kind, Known
from harness.survey.ask import Ask, Entry
from harness.survey.known import Read, read_file, with_modules
from tests.projects import write_project

GUARD = "if __name__ == '__main__':\n    pass\n"
RUNS = "import tensorflow as tf\nprint(tf.Session().run(tf.constant(1)))\n"


def known(folder: Path, files: dict[str, str], ask: Ask | None = None) -> dict[str, Known]:
    write_project(folder, files)
    entries = [Entry(name, name) for name in files]
    asked = ask or Ask("1.15", "2.15")
    read: dict[str, Read] = {each.name: read_file(each, folder, own_root(), asked, ()) for each in entries}
    return with_modules(entries, read)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RUNS, Kind.SCRIPT),
        ("import tflearn\ntflearn.input_data([None, 784])\n", Kind.SCRIPT),
        ("print('a sonnet of Edward')\n", Kind.OTHER),
        ("import tensorflow as tf\nRATE = 0.5\n\n\ndef net(x):\n    return tf.square(x)\n", Kind.MODULE),
        ("import tensorflow as tf\nRATE = 0.5\n" + GUARD, Kind.SCRIPT),
        ("import tensorflow as tf\nprint(1\n", Kind.UNREAD),
    ],
    ids=["script", "built on TensorFlow", "words", "defines", "guarded", "broken"],
)
def test_a_file_is_what_it_does(text: str, kind: Kind, tmp_path: Path) -> None:
    assert known(tmp_path, {"a.py": text})["a.py"].kind is kind


def test_what_others_import_is_a_module_unless_it_is_guarded(tmp_path: Path) -> None:
    files = {
        "main.py": "import net\nimport tool\n" + RUNS,
        "net.py": RUNS,
        "tool.py": RUNS + GUARD,
    }
    kinds = {name: each.kind for name, each in known(tmp_path, files).items()}
    assert kinds == {"main.py": Kind.SCRIPT, "net.py": Kind.MODULE, "tool.py": Kind.SCRIPT}


def test_a_setup_that_names_tensorflow_among_what_it_wants_uses_none(tmp_path: Path) -> None:
    setup = "from setuptools import setup\n{}setup(install_requires=['tensorflow<2.0'])\n"
    assert known(tmp_path / "a", {"setup.py": setup.format("")})["setup.py"].kind is Kind.OTHER
    uses = setup.format("import tensorflow as tf\nprint(tf.__version__)\n")
    assert known(tmp_path / "b", {"setup.py": uses})["setup.py"].kind is Kind.MODULE


def test_a_file_is_of_the_release_that_has_what_its_modules_use(tmp_path: Path) -> None:
    files = {
        "main.py": "import old\n" + RUNS,
        "old.py": "import tensorflow as tf\n\n\ndef f(a, b):\n    return tf.sub(a, b)\n",
    }
    main = known(tmp_path, files)["main.py"]
    assert (main.origin, main.own) == ("0.12", ("old.py",))
    assert main.why == "1.15 lacks tf.sub (old.py, line 5)"


def test_without_a_release_that_files_come_from_it_is_the_newest_of_1(tmp_path: Path) -> None:
    assert known(tmp_path, {"a.py": RUNS}, Ask("", "2.15"))["a.py"].origin == "1.15"


def test_a_repository_that_asks_for_a_tensorflow_is_of_that(tmp_path: Path) -> None:
    branch = "import tensorflow as tf\nif DRAWN:\n    tf.histogram_summary('x', 1.0)\nprint(tf.Session())\n"
    files = {"net/a.py": branch, "requirements.txt": "numpy\ntensorflow>=1.0.0\n"}
    write_project(tmp_path, files)
    read = read_file(Entry("net/a.py", "net/a.py"), tmp_path, own_root(), Ask("1.15", "2.15"), ()).known
    assert read.origin == "1.15"
    assert read.why == (
        "--from says so; requirements.txt asks for tensorflow>=1.0.0, and none of these has all that it uses: "
        "1.15 lacks tf.histogram_summary (line 3)"
    )
    own = read_file(Entry("net/a.py", "net/a.py"), tmp_path, own_root(), Ask("", "2.15"), ("1.12",)).known
    assert own.origin == "1.12"


@pytest.mark.parametrize(
    ("name", "text", "origin"),
    [
        ("requirements.txt", "tensorflow-gpu==1.4.1  # CUDA 8\n", "1.4"),
        ("setup.py", "setup(install_requires=['numpy', 'tensorflow>=1.2,<1.9'])\n", "1.8"),
        ("Pipfile", '[packages]\ntensorflow = "==1.10.0"\n', "1.10"),
        ("environment.yml", "dependencies:\n  - tensorflow=1.6\n", "1.6"),
        ("requirements.txt", "# tensorflow==1.4\ntensorflow-hub==0.4\ntensorflow\n", "1.15"),
        ("setup.py", "extras_require={'cpu': ['tensorflow==1.4'], 'gpu': ['tensorflow-gpu==1.5']}\n", "1.15"),
        ("requirements.txt", "tensorflow==9.9\n", "1.15"),
    ],
    ids=["requirements", "setup", "Pipfile", "conda", "no version", "two versions", "no release"],
)
def test_its_own_release_is_one_that_the_repository_asks_for(name: str, text: str, origin: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"a.py": RUNS, name: text})
    assert read_file(Entry("a.py", "a.py"), tmp_path, own_root(), Ask("", "2.15"), ()).known.origin == origin
