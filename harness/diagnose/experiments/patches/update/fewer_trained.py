"""Optimizers leave some variables as they are: ``CHANGE["variables"]`` are their names. With ``CHANGE["beside"]`` they
do so only where one is handed these as well: another optimizer goes on training them alone."""

from _harness_patches.tools import optimizer_pairs

left_alone = set(CHANGE["variables"])
beside = set(CHANGE.get("beside", ()))


def trained(pairs):
    named = [(gradient, variable, optimizer_pairs.name_of(variable)) for gradient, variable in pairs]
    if beside and not any(name in beside for _, _, name in named):
        return [(gradient, variable) for gradient, variable, _ in named]
    kept = [(gradient, variable) for gradient, variable, name in named if name not in left_alone]
    if not kept:
        raise RuntimeError("nothing else is trained")
    return kept


optimizer_pairs.hand(trained)
