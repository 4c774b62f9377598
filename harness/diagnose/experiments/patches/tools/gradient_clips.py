"""Functions that clip gradients, each as another of them, or with another norm."""

import tensorflow as tf


def swap_of(call, name, wanted):
    """Give the swap for a function that clips: ``how`` it does, and the ``norm``; None for a norm alone, which is one
    of its arguments."""
    how, norm = wanted.get("how"), wanted.get("norm")
    is_by_value = call.symbol.endswith("clip_by_value")
    if how is None and not is_by_value:
        return None
    if name == "norm" and how is not None:
        return lambda original: original
    norm = call.arguments.get("clip_norm", call.arguments.get("clip_value_max")) if norm is None else norm
    if call.symbol.endswith("clip_by_global_norm"):
        return lambda original: _all_of_them(how, norm)
    if how == "global":
        raise RuntimeError("%s sees one gradient at a time" % call.symbol)
    return lambda original: _one_of_them(how or "value", norm)


def _all_of_them(how, norm):
    def clipped(t_list, clip_norm=None, use_norm=None, name=None):
        each = _one_of_them(how, norm)
        length = tf.sqrt(tf.add_n([2 * tf.nn.l2_loss(one) for one in t_list if one is not None]))
        return [None if one is None else each(one) for one in t_list], length

    return clipped


def _one_of_them(how, norm):
    def clipped(t, *args, **named):
        return tf.clip_by_value(t, -norm, norm) if how == "value" else tf.clip_by_norm(t, norm)

    return clipped
