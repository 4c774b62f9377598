"""Scripts that end badly, or look as if they did, and what is to be said of each."""

from dataclasses import dataclass

GOOD = """\
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

def trace():
    w = tf.Variable(2.0)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(3):
            yield {"step": step, "w": sess.run(w.assign(w * 1.5))}
"""
# Seconds until a script counts as hung: enough to get to its line on a busy machine.
TIMEOUT = 1.5
MEMORY_MIB = 1000


@dataclass(frozen=True)
class Scenario:
    """A script; the kind of its failure (None: it is fine); what reason and detail must match; what it prints."""

    name: str
    source: str
    kind: str | None
    reason: str = ""
    detail: str = ""
    stdout: str | None = None
    timeout: float = 20.0
    only_tf2: bool = False


def _waits_in(what: str) -> str:
    return f"import time, sys, os, ctypes, signal\nprint('before')\n{what}\nprint('after')\n"


SCENARIOS = (
    Scenario(
        "raises",
        "def helper():\n    raise ValueError('no such\\nthing')\n\ndef trace():\n    yield {'x': 1}\n    helper()\n",
        "raised",
        r"^raises\.py:2: ValueError: no such thing$",
        r"\ATraceback \(most recent call last\):\n  File \".*raises\.py\", line 6, in trace\n(.*\n)*ValueError: no",
    ),
    Scenario("raises_on_import", "import nothing_of_that_name\n", "raised", r"py:1: \w+Error: No module named"),
    Scenario(
        "raises_from",
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise KeyError('w') from error\n",
        "raised",
        r"^raises_from\.py:4: KeyError: 'w'$",
        r"ZeroDivisionError: division by zero\n\nThe above exception was the direct cause",
    ),
    Scenario("raises_keyboard_interrupt", "raise KeyboardInterrupt\n", "raised", r"py:1: KeyboardInterrupt"),
    Scenario(
        "raises_something_unprintable",
        "class E(Exception):\n    def __str__(self): return 1 / 0\nraise E\n",
        "raised",
        r"py:3: E: \(its message cannot be shown: ZeroDivisionError\)",
    ),
    Scenario("raises_without_end", "def f(): f()\nf()\n", "raised", r"py:1: RecursionError"),
    Scenario("raises_at_length", "raise ValueError('x' * 10**8)\n", "raised", r"py:1: ValueError: x+…$"),
    Scenario("raises_with_surrogates", "raise ValueError('\\udcff')\n", "raised", r"ValueError: \\udcff$"),
    Scenario(
        "python_2",
        "x = 1\nprint 'w is', x\n",
        "raised",
        r"^python_2\.py:2: SyntaxError: (Missing parentheses|invalid syntax)",
        r"\A  File \".*python_2\.py\", line 2\n",
    ),
    Scenario("zero_byte", "x = 1\0\n", "raised", r"(ValueError|SyntaxError): .*null bytes"),
    Scenario("exits_3", "import sys\nprint('log')\nsys.exit(3)\n", "exited", r"^exits_3\.py:3: called sys\.exit\(3\)$"),
    Scenario("exits_with_words", "import sys\nsys.exit('bad')\n", "exited", r"called sys\.exit\('bad'\)$"),
    Scenario(
        "exits_in_trace",
        "import sys\ndef trace():\n    yield {'x': 1}\n    sys.exit(0)\n",
        "exited",
        r"^exits_in_trace\.py:4: called sys\.exit\(0\)$",
    ),
    Scenario("exits_well", "import sys\nprint('log')\nsys.exit(0)\n", None, stdout="log\n"),
    Scenario(
        "app_run",
        "import tensorflow.compat.v1 as tf\ndef main(_):\n    print('log')\ntf.app.run()\n",
        None,
        stdout="log\n",
    ),
    Scenario("leaves_os_exit", _waits_in("os._exit(0)"), "exited", r"exit code 0 in the middle of the script$"),
    Scenario("leaves_os_exit_9", _waits_in("os._exit(9)"), "exited", r"exit code 9 in the middle of the script$"),
    Scenario(
        "segfault",
        _waits_in("ctypes.string_at(0)"),
        "crashed",
        r"^killed by SIGSEGV at segfault\.py:3$",
        "Segmentation",
    ),
    Scenario(
        "segfault_in_trace",
        "import ctypes\ndef trace():\n    yield {'x': 1.0}\n    ctypes.string_at(0)\n",
        "crashed",
        r"^killed by SIGSEGV at segfault_in_trace\.py:4$",
    ),
    Scenario(
        "segfault_at_exit",
        "import atexit, ctypes\natexit.register(ctypes.string_at, 0)\nprint('log')\n",
        "crashed",
        r"^killed by SIGSEGV.* after its last line$",
        stdout="log\n",
    ),
    Scenario("aborts", _waits_in("os.abort()"), "crashed", r"^killed by SIGABRT at aborts\.py:3$"),
    Scenario(
        "kills_itself", _waits_in("os.kill(os.getpid(), 9)"), "crashed", r"^killed by SIGKILL$", stdout="before\n"
    ),
    Scenario(
        "stops_itself",
        _waits_in("os.kill(os.getpid(), signal.SIGSTOP)"),
        "hung",
        r"^still running after 1\.5 s",
        stdout="before\n",
        timeout=TIMEOUT,
    ),
    Scenario(
        "loops",
        _waits_in("while True: pass"),
        "hung",
        r"^still running after 1\.5 s at loops\.py:3$",
        r"line 3 in <module>",
        stdout="before\n",
        timeout=TIMEOUT,
    ),
    Scenario(
        "loops_printing",
        "while True:\n    print('x' * 999)\n",
        "hung",
        r"^still running after 1\.5 s at loops_printing\.py:\d$",
        timeout=TIMEOUT,
    ),
    Scenario(
        "waits_in_a_session",
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nqueue = tf.FIFOQueue(1, tf.int32)\n"
        "with tf.Session() as sess:\n    sess.run(queue.dequeue())\n",
        "hung",
        r"^still running after 1\.5 s at waits_in_a_session\.py:5$",
        timeout=TIMEOUT,
    ),
    Scenario(
        "waits_in_an_eager_op",
        "import tensorflow as tf\nqueue = tf.queue.FIFOQueue(1, tf.int32)\nqueue.dequeue()\n",
        "hung",
        r"^still running after 1\.5 s at waits_in_an_eager_op\.py:3$",
        only_tf2=True,
        timeout=TIMEOUT,
    ),
    Scenario(
        "prints_50_mb",
        "for _ in range(50):\n    print('x' * 999999)\n",
        "flooded",
        r"^wrote 50000000 bytes to stdout; 1048576 are kept$",
    ),
    Scenario(
        "prints_50_mb_of_errors",
        "import sys\nprint('log')\nfor _ in range(50):\n    sys.stderr.write('x' * 999999 + '\\n')\n",
        "flooded",
        r"^wrote 50000000 bytes to stderr",
    ),
    Scenario(
        "prints_what_is_not_utf_8",
        "import sys\nsys.stdout.buffer.write(b'ok \\xff\\n')\n",
        "encoding",
        r"^stdout is not UTF-8: byte 0xff at offset 3$",
    ),
    Scenario(
        "c_code_prints",
        "import ctypes\nctypes.CDLL(None).puts(b'from C')\n",
        None,
        stdout="from C\n",
    ),
    Scenario(
        "prints_at_exit",
        "import atexit\natexit.register(print, 'last')\nprint('first')\n",
        None,
        stdout="first\nlast\n",
    ),
    Scenario("raises_at_exit", "import atexit\natexit.register(lambda: 1 / 0)\nprint('log')\n", None, stdout="log\n"),
    Scenario(
        "closes_stdout", "import sys\nprint('log')\nsys.stdout.close()\nsys.stderr.close()\n", None, stdout="log\n"
    ),
    Scenario("prints_past_sys_stdout", "import sys\nsys.__stdout__.write('log')\n", None, stdout="log"),
    Scenario(
        "leaves_a_thread",
        "import threading\nthreading.Thread(target=threading.Event().wait, name='loader').start()\nprint('log')\n",
        "thread",
        r"^left a thread running 2 s after its last line: loader$",
    ),
    Scenario(
        "leaves_a_daemon_thread",
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nprint('log')\n",
        None,
    ),
    Scenario(
        "leaves_an_idle_pool",
        "from concurrent.futures import ThreadPoolExecutor\nprint(ThreadPoolExecutor(2).submit(len, 'ab').result())\n",
        None,
        stdout="2\n",
    ),
    Scenario(
        "takes_memory",
        "import time\nheld = []\nwhile True:\n    held.append(b'x' * (50 << 20))\n    time.sleep(0.02)\n",
        "memory",
        r"^took more than 1000 MiB of memory at takes_memory\.py:\d$",
    ),
    Scenario(
        "has_a_child_take_memory",
        "import subprocess, sys\nprint('log')\n"
        "subprocess.call([sys.executable, '-c', 'import time; held = [b\"x\" * (1300 << 20)]; time.sleep(1000)'])\n",
        "memory",
        r"^took more than 1000 MiB of memory at has_a_child_take_memory\.py:3$",
    ),
    Scenario("reads_stdin", "input()\n", "raised", r"^reads_stdin\.py:1: EOFError"),
    Scenario(
        "yields_no_dict",
        "def trace():\n    yield {'x': 1}\n    yield 5\n",
        "record",
        r"^yields_no_dict\.py:3: trace\(\) must yield dictionaries of named values, not int$",
    ),
    Scenario(
        "yields_an_object",
        "def trace():\n    yield {'w': object()}\n",
        "record",
        r"^yields_an_object\.py:2: field 'w' is a object; a record holds numbers, strings and arrays$",
    ),
    Scenario(
        "yields_a_tensor",
        "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ndef trace():\n    yield {'w': tf.zeros([])}\n",
        "record",
        r"^yields_a_tensor\.py:4: field 'w' is a \w*Tensor",
    ),
    Scenario(
        "yields_too_much",
        "import numpy\ndef trace():\n    yield {'w': numpy.zeros(2000000)}\n",
        "record",
        r"py:3: field 'w' has 2000000 items; a record holds at most 1000000$",
    ),
    Scenario(
        "yields_for_ever",
        "def trace():\n    while True:\n        yield {'w': 'x' * 1000000}\n",
        "flooded",
        r"^trace\(\) yielded more than can be kept",
    ),
    Scenario(
        "yields_nothing",
        "def trace():\n    yield from ()\n",
        "record",
        r"^trace\(\) in yields_nothing\.py yielded no record$",
    ),
    Scenario(
        "returns_nothing", "def trace():\n    pass\n", "record", r"^trace\(\) returned None; it must yield records$"
    ),
    Scenario(
        "silent", "x = 1\n", "silent", r"^silent\.py defines no trace\(\) and printed nothing; it needs one of the two$"
    ),
    Scenario(
        "writes_to_what_it_did_not_open",
        "import os\ndef trace():\n    yield {'w': 1.0}\n    for fd in range(3, 60):\n        try:\n"
        "            os.write(fd, b'1\\n')\n        except OSError:\n            pass\n    yield {'w': 2.0}\n",
        "record",
        r"^line 2 of the run's report is none of its own: '1'; the script writes to a file descriptor that it did not",
    ),
    Scenario(
        "moves_about_in_what_it_did_not_open",
        "import os\ndef trace():\n    for number in range(3):\n        for fd in range(3, 60):\n            try:\n"
        "                os.lseek(fd, 0, 0)\n            except OSError:\n                pass\n"
        "        yield {'w': float(number)}\n",
        None,
    ),
    Scenario(
        "empties_what_it_did_not_open",
        "import os\ndef trace():\n    for number in range(3):\n        yield {'w': float(number)}\n"
        "        for fd in range(3, 60):\n            try:\n                os.ftruncate(fd, 0)\n"
        "            except OSError:\n                pass\n",
        "record",
        r"^the beginning of the run's report is gone; the script wrote over it$",
    ),
    Scenario(
        "asks_for_parameters",
        "def trace(rate):\n    yield {'x': rate}\n",
        "raised",
        r"^TypeError: trace\(\) missing 1 required",
    ),
)
