"""What several patches need: putting something else in the place of a thing that scripts find under several names."""

import re
import sys
import types

# The names by which scripts reach TensorFlow and Keras; what lies below python/ and src/ is theirs alone.
_PUBLIC = re.compile(
    r"(tensorflow|tensorflow_core|keras)((\._api|\.api|\._tf_keras|\.compat|\.keras|\.random|\.optimizers)(\..*)?)?$"
)


def public_modules():
    """Give the modules whose names scripts use."""
    found = [module for name, module in list(sys.modules.items()) if module is not None and _PUBLIC.match(name)]
    if not any(re.match(r"tensorflow(_core)?\._api\b", name) for name in list(sys.modules)):
        # Before 1.9 tf.train and its like are modules of tensorflow.python.
        found += [value for value in vars(sys.modules["tensorflow"]).values() if type(value) is types.ModuleType]
    return found


def replace(old, new):
    """Put ``new`` wherever a script would find ``old``."""
    for module in public_modules():
        inner = getattr(module, "_tfmw_wrapped_module", module)
        for name in [name for name, value in list(vars(inner).items()) if value is old]:
            setattr(inner, name, new)
            if inner is not module:
                setattr(module, name, new)


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
