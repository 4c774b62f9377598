# Holds read_data_sets as a port brings it along against the tutorials' own: run by TensorFlow 1.15, with the path of the
# helper as its argument, on images of a folder of its own.
import collections, gzip, os, random, struct, sys, tempfile
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import warnings; warnings.filterwarnings("ignore")
import numpy, tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
from tensorflow.examples.tutorials.mnist import input_data
from tensorflow.contrib.learn.python.learn.datasets import mnist
mnist.print = lambda *words: None
helper = {"collections": collections, "gzip": gzip, "numpy": numpy, "tf": tf}
exec(open(sys.argv[1]).read(), helper)
folder = tempfile.mkdtemp()
for half, number in (("train", 60), ("t10k", 20)):
    draw = random.Random(number)
    with gzip.open(os.path.join(folder, half + "-images-idx3-ubyte.gz"), "wb") as file:
        file.write(struct.pack(">4I", 2051, number, 28, 28) + bytes(draw.randrange(256) for _ in range(number * 784)))
    with gzip.open(os.path.join(folder, half + "-labels-idx1-ubyte.gz"), "wb") as file:
        file.write(struct.pack(">2I", 2049, number) + bytes(draw.randrange(10) for _ in range(number)))


def drawn(read, options):
    numpy.random.seed(1)
    data = read(folder, **options)
    numpy.random.seed(2) if "seed" not in options else None
    for half in data.train, data.validation, data.test:
        yield from (half.images, half.labels)
    for size in (7, 20, 16):
        for half in data.train, data.test:
            for shuffle in (True, True, False):
                yield from half.next_batch(size, shuffle=shuffle)
                yield from half.next_batch(size)


for options in ({"one_hot": True}, {"reshape": False, "validation_size": 9}, {"seed": 4, "validation_size": 0}):
    # 5000 are for validation by default, a tenth of what is less.
    first = list(drawn(input_data.read_data_sets, dict({"validation_size": 6}, **options)))
    second = list(drawn(helper["read_data_sets"], options))
    same = [a.dtype == b.dtype and a.tobytes() == b.tobytes() for a, b in zip(first, second)]
    print("%s: %d batches and 6 arrays, %s" % (options, (len(first) - 6) // 2, "the same bits" if all(same) else same))
