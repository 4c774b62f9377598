"""Where scripts find what TensorFlow and Keras offer, and how something else is put in its place there."""

import re
import sys
import types

# The names by which scripts reach TensorFlow and Keras; what lies below python/ and src/ is theirs alone, but for what
# tf.keras was up to 2.5.
_PUBLIC = re.compile(
    r"(tensorflow|tensorflow_core|keras)((\._api|\.api|\._tf_keras|\.compat|\.keras|\.random|\.optimizers)(\..*)?)?$"
    r"|(tensorflow|tensorflow_core)\.python\.keras\.api(\..*)?$"
)
# tf.contrib has no other names than those of its packages.
_CONTRIB = re.compile(r"(tensorflow|tensorflow_core)\.contrib\.(layers|slim|opt|rnn|seq2seq|framework)$")


def public_modules():
    """Give the modules whose names scripts use, but for those of tf.contrib."""
    found = [module for name, module in list(sys.modules.items()) if module is not None and _PUBLIC.match(name)]
    if not any(re.match(r"tensorflow(_core)?\._api\b", name) for name in list(sys.modules)):
        # Before 1.9 tf.train and its like are modules of tensorflow.python.
        found += [value for value in vars(sys.modules["tensorflow"]).values() if type(value) is types.ModuleType]
    return found


def contrib_modules():
    """Give the packages of tf.contrib that are loaded."""
    return [module for name, module in list(sys.modules.items()) if module is not None and _CONTRIB.match(name)]


def replace(old, new):
    """Put ``new`` wherever a script would find ``old``."""
    replace_all({id(old): (old, new)}, public_modules())


def replace_all(pairs, modules):
    """Put what is new wherever a script would find what is old in these modules; ``pairs`` are old and new by the id of
    the old."""
    for module in modules:
        inner = unwrapped(module)
        for name, value in list(vars(inner).items()):
            old, new = pairs.get(id(value), (None, None))
            if old is not None and old is value:
                setattr(inner, name, new)
                if inner is not module:
                    setattr(module, name, new)


def unwrapped(module):
    """Give the module behind the one that warns of its deprecated names (1.13 to 1.15)."""
    return getattr(module, "_tfmw_wrapped_module", module)
