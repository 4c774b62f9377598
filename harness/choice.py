"""One run by its words: a case, its variant if it has several, and a style."""

from harness.errors import UsageError, near
from harness.result import Run, plan
from harness.suite import Suite


def choose_run(suite: Suite, name: str, style: str) -> Run:
    """Give the run of a case, ``staircase_decay``, or of its variant, ``two_layer_net[adam]``, in a style.

    Raises UsageError for a case, variant or style that does not exist, and for a case of which a variant must be named.
    """
    word, bracket, variant = name.removesuffix("]").partition("[")
    (case,) = suite.select([word])
    known = [each.name for each in case.variants if each.name]
    if bracket and variant not in known:
        raise UsageError(f"{case.name} has no variant {variant!r}{near(variant, known) or _list(known)}")
    if not bracket and len(case.variants) > 1:
        named = ", ".join(f"{case.name}[{each}]" for each in known)
        raise UsageError(f"{case.name} has variants, name one: {named}")
    runs = [run for run in plan([case], (), slow=True) if not bracket or run.variant.name == variant]
    styles = {run.style.name: run for run in runs}
    if style not in styles:
        raise UsageError(f"{name} has no style {style!r}{near(style, styles) or _list(list(styles))}")
    return styles[style]


def _list(names: list[str]) -> str:
    return f"; it has: {', '.join(names)}" if names else "; it has none"
