import numpy as np


def load(size):
    rng = np.random.RandomState(8)
    x = rng.normal(size=[size, 4]).astype(np.float32)
    return x, np.tanh(x.sum(axis=1, keepdims=True)).astype(np.float32)
