"""A script that restores what it saves itself in another mode is told the flag by which it trains."""

from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.train_mode import train_mode_text
from harness.targets.outcome import Failure
from harness.targets.scene import Scene
from harness.targets.target import Request

TEXT = """tf.app.flags.DEFINE_string('mode', 'show', 'what to do')
def train():
    saver.save(session, 'saved/digits', global_step=step)
if FLAGS.mode == 'train':
    train()
if FLAGS.mode == 'show':
    saver.restore(session, 'saved/digits-100')
"""


def side(text: str, reason: str = "digits.py:7: NotFoundError: saved; No such file or directory") -> Side:
    origin = Origin(Path("python"), Request(Path("digits.py"), {}, 60.0, 1, 1, scene=Scene(Path.cwd())))
    return Side("digits.py@tf1.12", (), failure=Failure("raised", reason, ""), source=text, origin=origin)


def test_the_mode_in_which_a_script_saves_what_it_misses_is_told() -> None:
    assert list(train_mode_text(side(TEXT))) == [
        "it saves what it misses in saved itself, in another mode; train first: add to the command: "
        '--args "--mode train"'
    ]
    parsed = TEXT.replace("tf.app.flags.DEFINE_string('mode', 'show'", "parser.add_argument('--mode', default='show'")
    assert len(list(train_mode_text(side(parsed.replace("FLAGS", "args"))))) == 1


def test_it_is_silent_where_another_one_saves_that_or_words_were_given() -> None:
    assert list(train_mode_text(side(TEXT.replace("'saved/digits', ", "'other/digits', ")))) == []
    assert list(train_mode_text(side(TEXT.replace("'train'", "'fast'")))) == []
    assert list(train_mode_text(side(TEXT.replace("DEFINE_string('mode'", "DEFINE_string('kind'")))) == []
    assert list(train_mode_text(side(TEXT, "digits.py:7: ValueError: saved"))) == []
    given = side(TEXT)
    assert given.origin is not None
    words = Scene(Path.cwd(), arguments=("--mode", "show"))
    given = replace(given, origin=replace(given.origin, request=replace(given.origin.request, scene=words)))
    assert list(train_mode_text(given)) == []
