"""Surveys that nobody made: five files that stand where files stand, and three hundred."""

from dataclasses import replace

from harness.survey.answers import (
    Answers,
    Cause,
    Compared,
    Kind,
    Known,
    Need,
    Ported,
    Ran,
    Remark,
    Repeated,
    Survey,
    Wanting,
)
from harness.words.verdict import Verdict

GONE = Remark(3, 5, "TFH101", "error", "tf.Session is gone in 2.15; 1.15 had it", "tf.compat.v1.Session")
MOVED = Remark(9, 1, "TFH201", "warning", "the second argument of tf.nn.dropout is keep_prob in 1.15 and rate in 2.15")
MARK = Remark(7, 1, "", "note", "tf.contrib.crf.crf_log_likelihood has no counterpart")
PANDAS = Need(Wanting.PACKAGE, "pandas", 2, "--with pandas")
MNIST = Need(Wanting.DATA, "MNIST", 4, "--stand-in")
RELEASES = ("1.13", "1.14", "1.15")
DROPOUT = Cause("dropout-keep-prob", "confirmed", "give rate=1 - keep_prob")


def known(**more: object) -> Known:
    """A script of 1.15 with an error and a warning at 2.15."""
    made = Known(Kind.SCRIPT, "1.15", "--from says so", RELEASES, 12, (GONE, MOVED))
    return replace(made, **more)  # type: ignore[arg-type]


def proved(name: str) -> Answers:
    return Answers(
        name,
        name,
        known(),
        (Ran("1.15", "well", lines=20, seconds=1.5),),
        Repeated(True),
        (Ported("compat", runs=True, proved=True, words="the same numbers"), Ported("eager", runs=True)),
    )


def differs(name: str) -> Answers:
    compared = Compared("eager", Verdict.DIVERGED, 12, 20, "line 3, loss: 0.5, not 0.25", "forward", (DROPOUT,))
    ports = (
        Ported("compat", drafted=False, problem="no counterpart of tf.contrib.rnn"),
        Ported("eager", runs=True, marks=(MARK,), words="both part in step 1"),
    )
    return replace(proved(name), ported=ports, compared=compared)


def needs(name: str, *needs: Need, cause: str = "needs-package") -> Answers:
    ran = Ran("1.15", "raised", "ModuleNotFoundError: No module named 'pandas'", cause, "give it: --with pandas")
    return Answers(name, name, known(needs=needs), (ran,))


def unsteady(name: str) -> Answers:
    again = Repeated(False, "line 2: 0.5, not 0.75", "seed-missing", "tf.set_random_seed(1) at its head")
    return replace(proved(name), ported=(), repeated=again)


def fails(name: str, reason: str = "ValueError: shapes differ", cause: str = "") -> Answers:
    return Answers(name, name, known(), (Ran("1.15", "raised", reason, cause),))


def module(name: str) -> Answers:
    return Answers(name, name, known(kind=Kind.MODULE))


def other(name: str) -> Answers:
    return Answers(name, name, Known(Kind.OTHER))


def unread(name: str) -> Answers:
    return Answers(name, name, Known(Kind.UNREAD, remarks=(Remark(1, 1, "TFH001", "error", "this is no Python"),)))


def survey(*answers: Answers, ran: bool = True, also: tuple[str, ...] = ()) -> Survey:
    return Survey("legacy", "1.15", "2.15", also, ran, "--run --seed 7", "harness 0.1.0", answers)


def five() -> Survey:
    """One of each that matters."""
    return survey(
        proved("mnist/softmax.py"),
        differs("mnist/dropout_with_a_long_name/train_convolutional.py"),
        needs("tables/prices.py", PANDAS),
        unsteady("draws.ipynb"),
        other("setup.py"),
    )


def texts() -> Survey:
    """What is known without running anything."""
    return survey(
        Answers("a.py", "a.py", known(needs=(PANDAS, MNIST))),
        Answers("b.py", "b.py", known(remarks=(MOVED,), releases=(*RELEASES, "2.15"))),
        Answers("c.py", "c.py", known(needs=(PANDAS,))),
        module("utils.py"),
        other("setup.py"),
        ran=False,
    )


def many(count: int = 300) -> Survey:
    """So many files, in folders, of all kinds."""
    makers = (
        *(proved,) * 5,
        differs,
        lambda name: needs(name, PANDAS),
        lambda name: needs(name, MNIST, cause="needs-data"),
        lambda name: needs(name, PANDAS, MNIST),
        unsteady,
        fails,
        lambda name: fails(name, "AttributeError: no attribute 'Session'", "session-gone"),
        module,
        other,
        unread,
    )
    return survey(
        *(
            makers[number % len(makers)](f"project_{number % 7}/experiments/part_{number % 3}/train_{number:03}.py")
            for number in range(count)
        )
    )
