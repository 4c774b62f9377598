"""Optimizers leave some variables as they are: ``CHANGE["variables"]`` are their names."""

import optimizer_pairs

left_alone = set(CHANGE["variables"])


def trained(pairs):
    named = [(gradient, variable, optimizer_pairs.name_of(variable)) for gradient, variable in pairs]
    kept = [(gradient, variable) for gradient, variable, name in named if name not in left_alone]
    if not kept:
        raise RuntimeError("nothing else is trained")
    return kept


optimizer_pairs.hand(trained)
