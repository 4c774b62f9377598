"""Runs by their words: a case, one of its variants, and a style."""

from harness.cases.run import Run, plan
from harness.cases.suite import Suite
from harness.words.errors import UsageError, near


def choose_runs(suite: Suite, name: str) -> tuple[Run, ...]:
    """Give every run, slow ones too, of a case, ``staircase_decay``, or of one variant, ``two_layer_net[adam]``.

    Raises UsageError for a case or variant that does not exist.
    """
    word, bracket, variant = name.removesuffix("]").partition("[")
    (case,) = suite.select([word])
    known = [each.name for each in case.variants if each.name]
    if bracket and variant not in known:
        raise UsageError(f"{case.name} has no variant {variant!r}{near(variant, known) or _list(known)}")
    return tuple(run for run in plan([case], (), slow=True) if not bracket or run.variant.name == variant)


def choose_run(suite: Suite, name: str, style: str) -> Run:
    """Give the run of a case or variant in a style.

    Raises UsageError for a case, variant or style that does not exist, and for a case of which a variant must be named.
    """
    runs = choose_runs(suite, name)
    subjects = list(dict.fromkeys(run.subject for run in runs))
    if len(subjects) > 1:
        raise UsageError(f"{name} has variants, name one: {', '.join(subjects)}")
    styles = {run.style.name: run for run in runs}
    if style not in styles:
        raise UsageError(f"{name} has no style {style!r}{near(style, styles) or _list(list(styles))}")
    return styles[style]


def _list(names: list[str]) -> str:
    return f"; it has: {', '.join(names)}" if names else "; it has none"
