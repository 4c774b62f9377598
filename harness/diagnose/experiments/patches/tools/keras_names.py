"""Optimizers and schedules of tf.keras by their names, wherever a release has them."""


def keras_classes(*names):
    """Give the optimizers of tf.keras with these names, each once: there may be another for TF1, and a legacy one."""
    import tensorflow as tf

    spaces = [getattr(tf.keras, "optimizers", None)]
    for path in (("keras", "optimizers", "legacy"), ("optimizers",), ("compat", "v1", "keras", "optimizers")):
        space = tf
        for part in path:
            space = getattr(space, part, None)
        spaces.append(space)
    found = []
    for space in spaces:
        for name in names:
            kind = getattr(space, name, None)
            # Keras 3 keeps legacy names for what only warns.
            if hasattr(kind, "apply_gradients") and kind not in found:
                found.append(kind)
    if not found:
        raise RuntimeError("TensorFlow %s has no tf.keras.optimizers.%s" % (tf.__version__, " or ".join(names)))
    return found


def keras_schedule(name):
    """Give the schedule of tf.keras with this name, None for a release that has none."""
    import tensorflow as tf

    schedules = getattr(getattr(getattr(tf, "keras", None), "optimizers", None), "schedules", None)
    return getattr(schedules, name, None)
