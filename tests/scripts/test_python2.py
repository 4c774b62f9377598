"""Scripts of Python 2 in Python 3. The files in ``python2/`` are scripts with what Python 2.7.18 printed for them;
``digits`` ran there with TensorFlow 1.4.1 and NumPy 1.13.3."""

import ast
import builtins
import math
import os
import random
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.scripts.python2 import PRELUDES, broken_at, is_python2, translated
from tests.conftest import tensorflow_pythons
from tests.preludes import FOLDER, PROVIDED

HERE = Path(__file__).parent / "python2"
SCRIPTS = sorted(HERE.glob("*.py2"))
PLAIN = [path for path in SCRIPTS if path.stem != "digits"]
RUN = (
    PROVIDED
    + """\
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    exec(code, {"__name__": "__main__", "SETTING": {}})
"""
)


def run(text: str, folder: Path, python: Path | str = sys.executable) -> str:
    """What a text prints after the preludes."""
    script = folder / "script.py"
    script.write_text(text, encoding="utf-8")
    words = [python, "-c", RUN, *(FOLDER / name for name in PRELUDES), script]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def printed(text: str, folder: Path) -> list[str]:
    return run(translated(text).text, folder).splitlines()


def python27() -> str | None:
    found = sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/2.7*/bin/python"))
    return str(found[-1]) if found else shutil.which("python2.7")


# --- whole scripts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_a_script_prints_what_python_2_printed(path: Path, tmp_path: Path) -> None:
    assert printed(path.read_text(), tmp_path) == path.with_suffix(".out").read_text().splitlines()


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_python_2_itself_prints_that(path: Path) -> None:
    python = python27()
    if python is None:
        pytest.skip("no Python 2.7")
    done = subprocess.run([python, path], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == path.with_suffix(".out").read_text()


OPERANDS = [
    "a",
    "b",
    "c",
    "7",
    "-5",
    "2.5",
    "x[1]",
    "f(3)",
    "True",
    "d['k']",
    "float(a)",
    "x[a / 6]",
    "10L",
    ".5",
    "g.v",
]
OPERATORS = [" / ", "/", " // ", " * ", " + ", " - ", " % "]
TARGETS = ["a", "x[1]", "g.v", "d['k']", "x[f(3)]"]


def expression(draw: random.Random, depth: int) -> str:
    if depth == 0:
        return draw.choice(OPERANDS)
    left, right = expression(draw, depth - 1), expression(draw, depth - 1)
    return draw.choice([f"{left}{draw.choice(OPERATORS)}{right}", f"({left})", f"-{left}", f"({left}) ** 2 / {right}"])


def test_arithmetic_is_that_of_python_2(tmp_path: Path) -> None:
    python = python27()
    if python is None:
        pytest.skip("no Python 2.7")
    draw = random.Random(5)
    lines = ["a, b, c, x, d = 17, 4, 2.0, [9, 5, 2, 1], {'k': 11}", "def f(n): return n / 2", "class g: v = 13"]
    for _ in range(300):
        lines += [f"try: print '%.10g' % ({expression(draw, draw.randint(1, 4))})"]
        lines += ["except (ZeroDivisionError, OverflowError), error: print type(error).__name__"]
        lines += [f"a, x[1], g.v, d['k'] = 17, 5, 13, 11; {draw.choice(TARGETS)} /= {draw.choice('234')}"]
    text = "\n".join(lines)
    (tmp_path / "python2.py").write_text(text)
    done = subprocess.run([python, tmp_path / "python2.py"], capture_output=True, text=True, timeout=60, check=True)
    assert len(done.stdout.splitlines()) == 300
    assert printed(text, tmp_path) == done.stdout.splitlines()


def test_a_script_of_tensorflow_1_prints_that_too(tmp_path: Path, tf1_python: Path) -> None:
    # NumPy 1.14 prints arrays otherwise, and the release of the time came before it.
    python = tensorflow_pythons().get("tf1.4")
    if python is None:
        pytest.skip("no TensorFlow 1.4")
    text = translated((HERE / "digits.py2").read_text()).text
    assert run(text, tmp_path, python) == (HERE / "digits.out").read_text()


def test_a_file_of_tensorflows_that_is_read_as_a_text_gives_bytes_where_it_is_none(
    tmp_path: Path, tf1_python: Path
) -> None:
    picture, text = tmp_path / "picture", tmp_path / "text"
    picture.write_bytes(bytes([255, 216, 0, 7]))
    text.write_text("two words")
    script = (
        "import tensorflow as tf\n"
        f"print len(tf.gfile.GFile('{picture}', 'r').read()), tf.gfile.GFile('{text}', 'r').read()\n"
    )
    assert run(translated(script).text, tmp_path, tf1_python) == "4 two words\n"


def test_a_record_takes_a_text_for_the_bytes_that_it_was(tmp_path: Path, tf1_python: Path) -> None:
    script = (
        "import tensorflow as tf\n"
        "kind = tf.train.Feature(bytes_list=tf.train.BytesList(value=['jpg', b'\\x00\\xff']))\n"
        "print map(len, kind.bytes_list.value), kind.bytes_list.value[0] == b'jpg'\n"
    )
    assert run(translated(script).text, tmp_path, tf1_python) == "[3, 2] True\n"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_line_stays_where_it_is(path: Path) -> None:
    before, after = path.read_text().split("\n"), translated(path.read_text()).text.split("\n")
    assert len(after) == len(before)
    unchanged = [line.strip() for line in before if not line.strip() or line.strip().startswith("#")]
    assert [line.strip() for line in after if not line.strip() or line.strip().startswith("#")] == unchanged


def test_a_traceback_names_the_line_of_the_users_file(tmp_path: Path) -> None:
    text = (
        '"""Notes,\non two lines."""\nfrom __future__ import absolute_import\nprint 1 / 2\n\nx = [1,\n     2] [3 / 1]\n'
    )
    with pytest.raises(AssertionError, match=r'script.py", line 6, in <module>'):
        run(translated(text).text, tmp_path)


@pytest.mark.parametrize("name", PRELUDES)
def test_a_prelude_is_python_3_6(name: str) -> None:
    ast.parse((FOLDER / name).read_text(), feature_version=(3, 7 if sys.version_info >= (3, 13) else 6))


# --- which texts are Python 2 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "print 'a'\n",
        "print\n",
        "print ('loss %f') % 0.5\n",
        "print ('a'), 3\n",
        "import sys\nprint >>sys.stderr\n",
        "exec 'x = 1'\n",
        "try:\n    f()\nexcept ValueError, e:\n    pass\n",
        "raise ValueError, 'no'\n",
        "x = 0777\n",
        "x = `1`\n",
        "if 1 <> 2: pass\n",
        "if x:\n\ty = 1\n        z = 2\n",
        "for i in xrange(3): print(i)\n",
        "name = raw_input()\n",
        "x = unicode(3)\n",
        "import cPickle\n",
        "import cPickle as pickle, gzip\n",
        "from StringIO import StringIO\n",
        "import urllib\nurllib.urlretrieve(url, name)\n",
        "from itertools import izip\n",
        "import sys\nreload(sys)\nsys.setdefaultencoding('utf8')\n",
        "if {}.has_key(3): print(1)\n",
        "for k, v in d.iteritems(): print(k)\n",
        "d = dict(a.items() + b.items())\n",
        "names = ['x'] + a.keys()\n",
        "x = map(int, '12')[0]\n",
        "n = len(zip(a, b))\n",
        "try:\n    for i in xrange(3): f()\nexcept Exception:\n    pass\n",
    ],
)
def test_a_text_is_python_2(text: str) -> None:
    assert is_python2(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "print('a', 1 / 2)\n",
        "print()\n",
        "x = f'{1}'\n",
        "from six.moves import xrange\nfor i in xrange(3): print(i)\n",
        "try:\n    xrange\nexcept NameError:\n    xrange = range\n",
        "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\n",
        "import sys\nif sys.version_info[0] == 2:\n    text = unicode\nelse:\n    text = str\n",
        "import six\nfor k, v in six.iteritems(d): print(k)\n",
        "import pandas as pd\nfor k, v in df.iteritems(): print(k)\n",
        "def f(string):\n    return string.split(',')\n",
        "from functools import reduce\nprint(reduce(f, [1]))\n",
        "import urllib.request\nurllib.request.urlretrieve(u, n)\n",
        "def f(file):\n    return file.read()\n",
        "f(async=True)\n" if sys.version_info < (3, 13) else "",
        "x = = 1\n",
        "this is no Python",
        "names = frame.keys() + '_x'\n",
        "d = dict(list(a.items()) + list(b.items()))\n",
    ],
)
def test_a_text_is_not_python_2(text: str) -> None:
    assert not is_python2(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\ny = = 2\n", "line 2: cannot be read by Python 2 either"),
        ("x = (1,\n", "line 2: EOF in multi-line statement"),
        ("if x:\n    y = 1\n  z = 2\n", "line 3: unindent does not match any outer indentation level"),
        ("print 1\nf(a=1, 2)\n", "line 2: cannot be translated: positional argument follows keyword argument"),
        (
            "x = 1\ndef f((a, b)):\n    if a: return b\n",
            "line 3: cannot be translated: the first statement of a function with a tuple as parameter has a block",
        ),
    ],
)
def test_a_text_that_no_python_reads_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="line") as caught:
        translated(text)
    assert str(caught.value) == message


# --- the text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = a / b", "x = __python2__.divide(a, b)"),
        ("x = a * b / c % d", "x = __python2__.divide(a * b, c) % d"),
        ("x = a / b / c", "x = __python2__.divide(__python2__.divide(a, b), c)"),
        ("x = a/b + 1", "x = __python2__.divide(a, b) + 1"),
        ("x = a / 2.0", "x = a / 2.0"),
        ("x = float(a) / b", "x = float(a) / b"),
        ("x = a * 2.0 / b", "x = __python2__.divide(a * 2.0, b)"),
        ("x = a // b", "x = a // b"),
        ("x /= 2", "x = __python2__.divide_in_place(x, 2)"),
        ("x[f(), 1:] /= y / 2", "__python2__.divide_item(x, __python2__.index[f(), 1:], __python2__.divide(y, 2))"),
        ("self.lr[0].w /= 2", "__python2__.divide_attribute(self.lr[0], 'w', 2)"),
        ("print", "__python2__.print_()"),
        ("print a, b,", "__python2__.print_(a, b, newline=False)"),
        ("print >>f, a", "__python2__.print_(a, to=f)"),
        ("print >>f", "__python2__.print_(to=f)"),
        ("print (a, b)", "__python2__.print_((a, b))"),
        ("if a: print", "if a: __python2__.print_()"),
        ("print a; print", "__python2__.print_(a); __python2__.print_()"),
        ("x = tf.round(round(y), 2)", "x = tf.round(__python2__.round(y), 2)"),
        ("x = f(input=1, filter=2)", "x = f(input=1, filter=2)"),
        ("file = open(n); map = file.map(1)", "file = __python2__.open(n); map = file.map(1)"),
        ("x = s.decode('utf-8')", "x = __python2__.decode(s, 'utf-8')"),
        ("x = s.decode('hex') + t.decode(ids)", "x = s.decode('hex') + t.decode(ids)"),
        ("x.sort(axis); y.sort(cmp=f)", "x.sort(axis); y.sort(key=__python2__.cmp_to_key(f))"),
        ("x = ur'\\d' + u'a'", "x = r'\\d' + u'a'"),
        ("x = sys.maxint", "x = sys.maxsize"),
        ("x = a.b(1).next()[0].next()", "x = next(next(a.b(1))[0])"),
        ("x = zip(a, b)[0]; y = map(f, a)[1:]", "x = list(zip(a, b))[0]; y = list(map(f, a))[1:]"),
        ("x = d.keys()[0] / 2", "x = __python2__.divide(list(d.keys())[0], 2)"),
        ("x = d.next().decode('utf-8').split()", "x = __python2__.decode(next(d), 'utf-8').split()"),
        ("x = -a / b ** 2", "x = __python2__.divide(-a, b ** 2)"),
        ("x = lambda: a / b", "x = lambda: __python2__.divide(a, b)"),
        ("x = [a / b for a in c / 2]", "x = [__python2__.divide(a, b) for a in __python2__.divide(c, 2)]"),
        ("x = yield_(a) / (a, b)[0]", "x = __python2__.divide(yield_(a), (a, b)[0])"),
        (
            "if a / b: print a / b, 'c' / d",
            "if __python2__.divide(a, b): __python2__.print_(__python2__.divide(a, b), __python2__.divide('c', d))",
        ),
        ("x = map(lambda a: a / 2, b) / 2", "x = __python2__.divide([__python2__.divide(a, 2) for a in b], 2)"),
    ],
)
def test_a_line_is_translated(before: str, after: str) -> None:
    assert translated(f"{before}\n").text == f"{after}\n"
    assert translated(before).text == after


def test_what_was_translated_is_told_in_words() -> None:
    assert translated("print 1 / 2\n").changes == ("integer division", "print statement")
    assert translated("x = 1\n").changes == ()
    assert translated("from __future__ import division\nprint 1 / 2\n").changes == ("print statement",)


def test_a_function_that_the_script_defines_is_its_own() -> None:
    text = "def round(x): return x\ndef filter(x): return x\nprint filter(round(2))\n"
    assert translated(text).text.splitlines()[2] == "__python2__.print_(filter(round(2)))"


def test_a_method_is_none_of_these_functions() -> None:
    text = "class R:\n    def next(self): return 3\n    def filter(self): pass\nprint R().next() / 2, filter(f, x)\n"
    assert translated(text).text.splitlines()[1:] == [
        "    def __next__(self): return 3",
        "    def filter(self): pass",
        "__python2__.print_(__python2__.divide(next(R()), 2), list(filter(f, x)))",
    ]


def test_windows_ends_its_lines_otherwise() -> None:
    assert translated("\ufeffprint 1\r\nprint 2\r\n").text == "__python2__.print_(1)\n__python2__.print_(2)\n"


# --- what the preludes give -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def python2() -> Iterator[Any]:
    runpy.run_path(str(FOLDER / "python2.py"))
    yield builtins.__dict__["__python2__"]
    del builtins.__dict__["__python2__"]


@given(left=st.integers(), right=st.integers().filter(bool))
def test_two_integers_divide_to_the_floor(python2: Any, left: int, right: int) -> None:
    quotient = python2.divide(left, right)
    assert type(quotient) is int
    assert quotient * right <= left < (quotient + 1) * right if right > 0 else quotient * right >= left
    assert left - quotient * right == left % right
    assert python2.divide_in_place(left, right) == quotient


@given(left=st.integers(-(2**31), 2**31 - 1), right=st.integers(-(2**31), 2**31 - 1).filter(bool))
def test_so_do_those_of_numpy(python2: Any, left: int, right: int) -> None:
    expected = math.floor(left / right) if abs(left) < 2**20 else left // right
    assert python2.divide(np.int64(left), right) == expected
    assert python2.divide(left, np.int64(right)) == expected
    assert python2.divide(np.array([left]), right).tolist() == [expected]
    assert python2.divide([left, left], np.array([right, right])).tolist() == [expected, expected]
    assert python2.divide(np.array([left]), right).dtype == np.int64


@given(left=st.floats(allow_nan=False), right=st.floats(allow_nan=False).filter(bool) | st.integers(1, 9))
def test_floats_divide_as_they_are(python2: Any, left: float, right: float) -> None:
    assert python2.divide(left, right) == left / right or (math.isinf(left) and math.isinf(right))
    assert python2.divide(np.array([left]), 2).tolist() == [left / 2]


def test_an_array_is_divided_in_its_place(python2: Any) -> None:
    integers, floats = np.array([7, -7]), np.array([7.0, -7.0])
    held = integers
    assert python2.divide_in_place(integers, 2) is held
    assert held.tolist() == [3, -4]
    assert python2.divide_in_place(floats, 2) is floats
    assert floats.tolist() == [3.5, -3.5]
    python2.divide_item(floats, python2.index[1:], 7)
    assert floats.tolist() == [3.5, -0.5]


def test_classes_of_python_2_have_a_method_for_it(python2: Any) -> None:
    class Length:
        def __div__(self, other: object) -> object:
            return ("div", other)

        def __rdiv__(self, other: object) -> object:
            return ("rdiv", other)

    assert python2.divide(Length(), 2) == ("div", 2)
    assert python2.divide(2, Length()) == ("rdiv", 2)
    assert python2.divide(2.0, Length()) == ("rdiv", 2.0)


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [
        (0.5, 0, 1.0),
        (-0.5, 0, -1.0),
        (2.5, 0, 3.0),
        (2.675, 2, 2.67),
        (1250, -2, 1300.0),
        (7, 0, 7.0),
        (1e300, 2, 1e300),
    ],
)
def test_half_is_rounded_away_from_zero(python2: Any, number: float, digits: int, rounded: float) -> None:
    assert python2.round(number, digits) == rounded
    assert type(python2.round(number, digits)) is float


def test_what_was_pickled_by_python_2_is_read(tmp_path: Path) -> None:
    # pickle.dumps({"data": "\xff\x00", "n": 3}, 2) of Python 2.7.18
    (tmp_path / "batch").write_bytes(b"\x80\x02}q\x00(U\x04dataq\x01U\x02\xff\x00q\x02U\x01nq\x03K\x03u.")
    text = f"""\
import cPickle
d = cPickle.load(open({str(tmp_path / "batch")!r}))
print sorted(d), d['n'] / 2, ord(d['data'][0])
"""
    assert printed(text, tmp_path) == ["['data', 'n'] 1 255"]


def test_bytes_are_printed_as_the_text_that_they_are(tmp_path: Path) -> None:
    assert printed("print b'Hello', u'caf\\u00e9'.encode('utf-8')\n", tmp_path) == ["Hello café"]


def test_a_table_is_read_from_bytes(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"1,a\r\n2,b\r\n")
    text = f"import csv\nfor row in csv.reader(open({str(tmp_path / 't.csv')!r}, 'rb')): print row\n"
    assert printed(text, tmp_path) == ["['1', 'a']", "['2', 'b']"]
    text = text.replace("'rb'", "'rU'")
    assert printed(text, tmp_path) == ["['1', 'a']", "['2', 'b']"]


def test_draws_are_those_of_python_2(tmp_path: Path) -> None:
    text = """\
import random
random.seed(1)
print random.randint(0, 100), random.choice([1, 2, 3]), random.randrange(5), random.sample(xrange(1000), 3)
random.seed('abc')
print '%.12f' % random.random(), random.Random(7).randint(0, 9)
"""
    assert printed(text, tmp_path) == ["13 3 3 [255, 495, 449]", "0.096393749788 3"]


def test_what_is_wrong_with_a_text_is_said_by_the_python_that_it_is_for() -> None:
    assert broken_at("print 'a'\nx = 1\n  y = 2\n") == (3, "cannot be read by Python 2 either")
    assert broken_at("x = (1\nprint(f'{x}')\ny = \n") == (1, "'(' was never closed")
    assert broken_at("print 'a'\n") is None
    assert broken_at("print('a', sep='')\n") is None


def test_whole_floats_are_counts_to_numpy_as_they_were(tmp_path: Path) -> None:
    script = (
        "import numpy as np\n"
        "print np.random.rand(2e0, 3.0).shape, np.zeros((2.0, 2)).shape, np.ones(3.0, 'int32').dtype\n"
        "try:\n    np.zeros(2.5)\nexcept TypeError: print 'no count'\n"
    )
    assert printed(script, tmp_path) == ["(2, 3) (2, 2) int32", "no count"]


def test_a_text_that_is_nested_beyond_measure_is_no_python() -> None:
    assert broken_at(f"x = {'(' * 5_000}0{')' * 5_000}\n") == (1, "too many nested parentheses")
