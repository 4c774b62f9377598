"""``tensorflow.examples.tutorials.mnist.input_data`` for releases that have it no more, with made-up images.

``next_batch`` takes the same batches as that of TensorFlow 1.15, by the same calls of ``numpy.random``, and so do the
seeds: a DataSet seeds NumPy anew, with the graph's seed unless it gets one of its own.
"""

import collections

import numpy
import tensorflow as _tensorflow

Datasets = collections.namedtuple("Datasets", ["train", "validation", "test"])
DEFAULT_SOURCE_URL = "https://storage.googleapis.com/cvdf-datasets/mnist/"


class DataSet(object):
    """Images with labels, handed out in batches."""

    def __init__(self, images, labels, fake_data=False, one_hot=False, dtype="float32", reshape=True, seed=None):
        numpy.random.seed(_seed(seed))
        dtype = _tensorflow.as_dtype(dtype).base_dtype
        if dtype not in (_tensorflow.uint8, _tensorflow.float32):
            raise TypeError("Invalid image dtype %r, expected uint8 or float32" % dtype)
        self.one_hot = one_hot
        if fake_data:
            self._num_examples = 10000
        else:
            assert images.shape[0] == labels.shape[0], "images.shape: %s labels.shape: %s" % (
                images.shape,
                labels.shape,
            )
            self._num_examples = images.shape[0]
            if reshape:
                assert images.shape[3] == 1
                images = images.reshape(images.shape[0], images.shape[1] * images.shape[2])
            if dtype == _tensorflow.float32:
                images = numpy.multiply(images.astype(numpy.float32), 1.0 / 255.0)
        self._images = images
        self._labels = labels
        self._epochs_completed = 0
        self._index_in_epoch = 0

    @property
    def images(self):
        return self._images

    @property
    def labels(self):
        return self._labels

    @property
    def num_examples(self):
        return self._num_examples

    @property
    def epochs_completed(self):
        return self._epochs_completed

    def next_batch(self, batch_size, fake_data=False, shuffle=True):
        """Give the next ``batch_size`` images and labels; over the end of an epoch, a shuffle lies between."""
        if fake_data:
            label = [1] + [0] * 9 if self.one_hot else 0
            return [[1] * 784 for _ in range(batch_size)], [label for _ in range(batch_size)]
        start = self._index_in_epoch
        if shuffle and start == 0 and self._epochs_completed == 0:
            self._shuffle()
        if start + batch_size <= self._num_examples:
            self._index_in_epoch = start + batch_size
            return self._images[start : self._index_in_epoch], self._labels[start : self._index_in_epoch]
        self._epochs_completed += 1
        rest = self._images[start:], self._labels[start:]
        if shuffle:
            self._shuffle()
        end = self._index_in_epoch = batch_size - len(rest[0])
        return (
            numpy.concatenate((rest[0], self._images[:end]), axis=0),
            numpy.concatenate((rest[1], self._labels[:end]), axis=0),
        )

    def _shuffle(self):
        order = numpy.arange(self._num_examples)
        numpy.random.shuffle(order)
        self._images, self._labels = self._images[order], self._labels[order]


def read_data_sets(
    train_dir,
    fake_data=False,
    one_hot=False,
    dtype="float32",
    reshape=True,
    validation_size=5000,
    seed=None,
    source_url=DEFAULT_SOURCE_URL,
):
    """Give the three DataSets; see TensorFlow 1.15. Nothing is read from ``train_dir``, and nothing written to it."""
    options = {"dtype": dtype, "seed": seed}
    if fake_data:
        options.update(fake_data=True, one_hot=one_hot)
        return Datasets(DataSet([], [], **options), DataSet([], [], **options), DataSet([], [], **options))
    RUN.used("mnist")
    arrays = RUN.part("made_up.arrays").image_arrays("mnist", RUN.size)
    images, test_images = arrays.x_train[..., None], arrays.x_test[..., None]
    labels, test_labels = arrays.y_train.astype(numpy.uint8), arrays.y_test.astype(numpy.uint8)
    if one_hot:
        labels, test_labels = numpy.eye(10)[labels], numpy.eye(10)[test_labels]
    validation_size = RUN.part("stand_ins.contrib").validation_part(validation_size, len(images))
    if validation_size < 0:
        raise ValueError("Validation size should be between 0 and %d. Received: %d." % (len(images), validation_size))
    options["reshape"] = reshape
    train = DataSet(images[validation_size:], labels[validation_size:], **options)
    validation = DataSet(images[:validation_size], labels[:validation_size], **options)
    return Datasets(train, validation, DataSet(test_images, test_labels, **options))


def _seed(seed):
    """What TensorFlow 1.15 seeds NumPy with. Asking ``random_seed.get_seed`` would step the eager seeds of operations
    that the script draws later."""
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops

    overall = context.global_seed() if _tensorflow.executing_eagerly() else ops.get_default_graph().seed
    if seed is None:
        return None if overall is None else overall % 2**31
    return 2**31 - 1 if overall == 0 and seed == 0 else seed % 2**31
