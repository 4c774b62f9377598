import numpy as np
import tensorflow as tf

data = np.arange(12, dtype=np.float32).reshape(2, 6) / 5 + 1
for i in range(4):
    h = tf.nn.dropout(data, 0.75, seed=3).numpy()
    print("pass %d sum %.4f kept %d" % (i, h.sum(), (h != 0).sum()))
