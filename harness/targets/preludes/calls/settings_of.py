"""The settings of a call, read off its arguments, and the arguments that give it others."""

import tensorflow as tf

from _harness_preludes.calls.compiled import compiled
from _harness_preludes.calls.places import is_gradient
from _harness_preludes.calls.values import Always, Computed, plain
from _harness_preludes.calls.worked_out import clippings
from _harness_preludes.calls.wrapping import LEFT_OUT


def settings_of(call):
    """Give the kind and the settings of a call; of an optimizer that clips gradients, those of the clipping as well, of
    a loss that is weighted, that it is, and of a cell that is run to the end of each sequence, that as well; of a model
    that is compiled, those of what it is told by name."""
    if call.row.only is not None and not call.row.only(call.arguments):
        return []
    if call.row.kind == "compile":
        return compiled(call.arguments)
    settings = {}
    for name, places in sorted(call.row.settings.items()):
        found, value = _read(places, name, call)
        if found:
            settings[name] = value
    if call.row.kind == "clip" and is_gradient(call.arguments.get("t")):
        return [("clipping", {"how": "value", "norm": settings["most"]})]
    found = [(call.row.kind, settings)]
    if call.row.kind == "optimizer" and settings.get("epsilon", 0) is None:
        settings["epsilon"] = tf.keras.backend.epsilon()
    if is_weighted(call.arguments, settings):
        found.append(("loss_weights", {}))
    if arguments_say_lengths(call):
        found.append(("lengths", {}))
    if call.row.kind in ("optimizer", "training_op"):
        found += [("clipping", each) for each in clippings(call.arguments, call.callee)]
    return found


def arguments_say_lengths(call):
    """Whether a cell is run as far as each sequence goes."""
    return call.row.kind in ("recurrence", "both_directions") and call.arguments.get("sequence_length") is not None


def is_weighted(arguments, settings):
    """Whether a call weighs the terms of a loss: by examples, by classes, or those of the positive ones."""
    if settings.get("weighted") or settings.get("pos_weight", 1.0) != 1.0:
        return True
    return any(arguments.get(name) is not None for name in ("sample_weight", "class_weight"))


def _read(places, name, call):
    last = (False, None)
    for place in places if isinstance(places, tuple) else (places,):
        if isinstance(place, Always):
            return True, place.value
        if isinstance(place, Computed):
            return True, place.work_out(call.arguments, call.callee)
        argument, form = _argument(place)
        if argument in call.arguments:
            value = call.arguments[argument]
            if value is None and not last[0]:
                last = (True, plain(None, name))
            elif value is not None:
                value = plain(value, name)
                return True, _apply(form, value)
    return last


def _argument(place):
    if place.startswith("1-"):
        return place[2:], "1-"
    if place.endswith("/2"):
        return place[:-2], "/2"
    return place, ""


def _apply(form, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return 1 - value if form == "1-" else value / 2.0 if form == "/2" else value


def arguments_for(call, name, value):
    """Give the arguments that give a call this setting. Raises RuntimeError for a setting that no argument has."""
    places = call.row.settings.get(name, ())
    other = {}
    for place in places if isinstance(places, tuple) else (places,):
        if isinstance(place, (Always, Computed)):
            continue
        argument, form = _argument(place)
        if argument not in call.arguments:
            continue
        if not other:
            other[argument] = 1 - value if form == "1-" else value * 2 if form == "/2" else value
        elif form and argument in call.given:
            other[argument] = LEFT_OUT
    if not other:
        raise RuntimeError("no argument of %s sets its %s" % (call.symbol, name))
    return other
