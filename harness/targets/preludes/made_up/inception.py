"""The archive of Inception of December 2015, which scripts retrain or ask for classes: a small graph that nobody has
trained, with the names and shapes that are documented of the real one.

``DecodeJpeg/contents`` is a picture; ``DecodeJpeg`` its pixels, ``(height, width, 3)``; ``ResizeBilinear`` 299 by 299
of them, ``(1, 299, 299, 3)``; ``pool_3`` what is known of it, ``(1, 1, 1, 2048)``, ``pool_3/_reshape`` the same,
``(1, 2048)``; ``softmax`` how likely it is each of 1008 classes, of which 1000 have names, ``(1, 1008)``.
"""

import numpy as np

from _harness_preludes.made_up import packing, pictures
from _harness_preludes.made_up.numbers import bells

_FEATURES, _CLASSES, _NAMED = 2048, 1008, 1000
_CELLS = 8


def _weights(number, inputs, outputs):
    block = bells(2100 + number, 1000, 65521).astype(np.float32) / np.float32(577.0)  # a spread of about 1
    return np.resize(block, (inputs, outputs)) * np.float32(np.sqrt(2.0 / inputs))


def _graph(_size):
    import tensorflow

    tf = getattr(getattr(tensorflow, "compat", None), "v1", tensorflow)
    graph = tf.Graph()
    with graph.as_default(), tf.device(None):
        contents = tf.constant(_picture(0), name="DecodeJpeg/contents")
        pixels = tf.image.decode_jpeg(contents, channels=3, name="DecodeJpeg")
        rows = tf.expand_dims(tf.cast(pixels, tf.float32, name="Cast"), 0, name="ExpandDims")
        resized = tf.image.resize_bilinear(rows, [299, 299], name="ResizeBilinear")
        scaled = tf.multiply(tf.subtract(resized, 128.0, name="Sub"), 0.0078125, name="Mul")
        side = 299 // _CELLS
        cells = tf.nn.avg_pool(scaled, [1, side, side, 1], [1, side, side, 1], "VALID")
        # Each place of a picture counts by itself: its cells are what is known of it.
        flat = tf.reshape(cells, [-1, _CELLS * _CELLS * 3])
        known = tf.nn.relu(tf.matmul(flat, tf.constant(_weights(0, _CELLS * _CELLS * 3, _FEATURES))))
        pooled = tf.reshape(known, [-1, 1, 1, _FEATURES], name="pool_3")
        features = tf.reshape(pooled, [-1, _FEATURES], name="pool_3/_reshape")
        logits = tf.matmul(features, tf.constant(_weights(1, _FEATURES, _CLASSES)), name="softmax/logits/MatMul")
        logits = tf.identity(logits, name="softmax/logits")
        tf.nn.softmax(logits, name="softmax")
    return graph.as_graph_def().SerializeToString()


def _picture(_size):
    return pictures.picture("panda", 0)


def _identifier(number):
    return "n%08d" % (1000000 + number)


def _names(_size):
    return "".join("%s\tthing_%d\n" % (_identifier(each), each) for each in range(_NAMED)).encode("ascii")


def _numbers(_size):
    entry = 'entry {\n  target_class: %d\n  target_class_string: "%s"\n}\n'
    return "".join(entry % (1 + each, _identifier(each)) for each in range(_NAMED)).encode("ascii")


_MEMBERS = {
    "classify_image_graph_def.pb": _graph,
    "cropped_panda.jpg": _picture,
    "imagenet_2012_challenge_label_map_proto.pbtxt": _numbers,
    "imagenet_synset_to_human_label_map.txt": _names,
}
FILES = {name: ("inception", packing.plain(make)) for name, make in _MEMBERS.items() if "panda" not in name}
FILES["inception-2015-12-05.tgz"] = ("inception", packing.tar_of(_MEMBERS))
