DataSets = collections.namedtuple("DataSets", ["train", "validation", "test"])


class DataSet:
    """Images with labels, in batches: they are shuffled before each epoch."""

    def __init__(self, images, labels):
        self.images, self.labels = images, labels
        self.num_examples = len(images)
        self.epochs_completed = self._next = 0

    def next_batch(self, batch_size, shuffle=True):
        if shuffle and self._next == self.epochs_completed == 0:
            self._shuffle()
        start, self._next = self._next, self._next + batch_size
        images, labels = self.images[start : self._next], self.labels[start : self._next]
        if self._next <= self.num_examples:
            return images, labels
        self.epochs_completed += 1
        if shuffle:
            self._shuffle()
        self._next = batch_size - len(images)
        images = numpy.concatenate([images, self.images[: self._next]])
        return images, numpy.concatenate([labels, self.labels[: self._next]])

    def _shuffle(self):
        order = numpy.arange(self.num_examples)
        numpy.random.shuffle(order)
        self.images, self.labels = self.images[order], self.labels[order]


def read_data_sets(
    train_dir,
    one_hot=False,
    reshape=True,
    validation_size=None,
    seed=None,
    source_url="https://storage.googleapis.com/cvdf-datasets/mnist/",
):
    """Give MNIST, or what lies in a folder in its format, downloaded where it is not there."""

    def read(name, header):
        path = tf.keras.utils.get_file(name, source_url + name, cache_dir=".", cache_subdir=train_dir)
        with gzip.open(path) as file:
            return numpy.frombuffer(file.read(), numpy.uint8, offset=header)

    def read_half(name):
        images = read(f"{name}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28, 1).astype("float32") * (1 / 255)
        labels = read(f"{name}-labels-idx1-ubyte.gz", 8)
        return images.reshape(-1, 784) if reshape else images, numpy.eye(10)[labels] if one_hot else labels

    images, labels = read_half("train")
    if validation_size is None:
        validation_size = min(5000, len(images) // 10)
    if seed is not None:
        numpy.random.seed(seed)
    return DataSets(
        DataSet(images[validation_size:], labels[validation_size:]),
        DataSet(images[:validation_size], labels[:validation_size]),
        DataSet(*read_half("t10k")),
    )
