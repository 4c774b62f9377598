"""Print what ``tf.contrib.learn.datasets`` gives, as JSON."""

import json

import tensorflow as tf

sets = tf.contrib.learn.datasets
found = {}


def show(name, array):
    found[name] = [list(array.shape), str(array.dtype)]


mnist = sets.load_dataset("mnist")
show("mnist", mnist.train.images)
show("validation", mnist.validation.images)
show("20 for validation", sets.mnist.read_data_sets("/nowhere", validation_size=20).train.images)
show("load_mnist", sets.mnist.load_mnist().test.labels)
show("iris", sets.load_iris().data)
show("boston", sets.load_dataset("boston").data)
for size in ("small", "large"):
    dbpedia = sets.load_dataset("dbpedia", size=size)
    found["dbpedia " + size] = [
        len(dbpedia.train.data),
        len(dbpedia.test.data),
        sorted(set(dbpedia.train.target.tolist())),
    ]
print(json.dumps(found, sort_keys=True))
