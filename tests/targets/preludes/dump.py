"""Print what every loader that this release has gives, as JSON: shape, dtype, smallest, largest, digest."""

import hashlib
import json

import numpy as np
import tensorflow as tf

found = {}


def show(name, array):
    if array.dtype == object:
        data = json.dumps([[int(each) for each in row] for row in array]).encode()
        numbers = [each for row in array for each in row]
    else:
        data, numbers = np.ascontiguousarray(array).tobytes(), array
    least, most = float(np.min(numbers)), float(np.max(numbers))
    digest = hashlib.sha256(data).hexdigest()[:12]
    found[name] = [list(array.shape), str(array.dtype), round(least, 2), round(most, 2), digest]


def show_loader(name, load):
    try:
        (x_train, y_train), (x_test, y_test) = load()
    except (AttributeError, ValueError) as error:
        found[name] = str(error)
        return
    for part, array in (("x_train", x_train), ("y_train", y_train), ("x_test", x_test), ("y_test", y_test)):
        show(name + " " + part, array)


def show_data_sets(name, sets):
    for part in ("train", "validation", "test"):
        data = getattr(sets, part)
        assert data.num_examples == len(data.images) == len(data.labels)
        if data.num_examples:
            show("%s %s images" % (name, part), data.images)
            show("%s %s labels" % (name, part), data.labels)


def digest_of_batches(data, count):
    digest = hashlib.sha256()
    for _ in range(count):
        for each in data.next_batch(128):
            digest.update(each.tobytes())
    return digest.hexdigest()[:12]


sets = tf.keras.datasets
NAMES = ["mnist", "fashion_mnist", "cifar10", "cifar100", "imdb", "reuters", "boston_housing", "california_housing"]
for name in NAMES:
    show_loader(name, lambda name=name: getattr(sets, name).load_data())
show_loader("cifar100 coarse", lambda: sets.cifar100.load_data(label_mode="coarse"))
show_loader("imdb 500 words", lambda: sets.imdb.load_data(num_words=500, skip_top=10))
found["imdb words"] = sorted(sets.imdb.get_word_index().items(), key=lambda pair: pair[1])[:3]
found["reuters words"] = len(sets.reuters.get_word_index())

from tensorflow.examples.tutorials.mnist import input_data  # noqa: E402

mnist = input_data.read_data_sets("MNIST_data/", one_hot=True)
show_data_sets("input_data", mnist)
np.random.seed(5)
found["batches"] = digest_of_batches(mnist.train, 20)
found["epochs"] = mnist.train.epochs_completed
found["unshuffled"] = mnist.test.next_batch(5, shuffle=False)[1].argmax(1).tolist()
found["seeded"] = digest_of_batches(input_data.read_data_sets("MNIST_data/", seed=3).train, 9)
show_data_sets("images", input_data.read_data_sets("MNIST_data/", reshape=False, validation_size=0, dtype=tf.uint8))
with tf.Graph().as_default():
    (tf.set_random_seed if hasattr(tf, "set_random_seed") else tf.compat.v1.set_random_seed)(7)
    found["graph's seed"] = digest_of_batches(input_data.read_data_sets("MNIST_data/").train, 9)
for name in ("nietzsche.txt", "shakespeare.txt", "auto-mpg.data", "iris_training.csv", "iris_test.csv"):
    path = tf.keras.utils.get_file(name, "https://example.org/data/" + name)
    with open(path, "rb") as file:
        text = file.read()
    found[name] = [len(text), hashlib.sha256(text).hexdigest()[:12]]
path = tf.keras.utils.get_file("mine.csv", origin="https://example.org/titanic/train.csv")
with open(path) as file:
    found["titanic"] = [line.strip() for line in file][:2]
try:
    tf.keras.utils.get_file("foo.zip", origin="https://example.org/foo.zip", extract=True)
except RuntimeError as error:
    found["unknown"] = str(error)
print(json.dumps(found, sort_keys=True))
