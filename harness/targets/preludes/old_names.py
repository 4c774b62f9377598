"""Names of TensorFlow that a release has no more, for what it has by another one.

``SETTING["names"]`` has for each old name, ``tf.mul``, the new one, the names of the arguments that the old function
took by place where the order was another (else none), and those whose names have changed (None: it changes nothing). A
name that is there stays as it is.
"""

import functools

import tensorflow as tf


def place_of(name):
    """The module that a name stands in, None where there is none, and its last part."""
    parts, place = name.split(".")[1:], tf
    for part in parts[:-1]:
        place = getattr(place, part, None)
    return place, parts[-1]


def by_the_old_arguments(function, order, keywords):
    """The function, called as the old one was."""
    if not order and not keywords:
        return function

    @functools.wraps(function)
    def called(*words, **named):
        # Behind those that have names here, its places are the same.
        given = dict(zip(order, words))
        for key, value in named.items():
            new = keywords.get(key, key)
            if new is not None:
                given[new] = value
        return function(*words[len(order) :], **given)

    return called


def give(old, new, order, keywords):
    place, name = place_of(old)
    source, its = place_of(new)
    if place is None or hasattr(place, name) or not hasattr(source, its):
        return
    setattr(place, name, by_the_old_arguments(getattr(source, its), order, keywords))
    if "used" in SETTING:
        SETTING["used"]("%s (%s)" % (old, new))


for old, (new, order, keywords) in sorted(SETTING["names"].items()):
    give(old, new, order, keywords)
