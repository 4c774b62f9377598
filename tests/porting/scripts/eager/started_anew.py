import numpy as np
import tensorflow as tf

rng = np.random.RandomState(0)
X = rng.rand(20, 3).astype(np.float32)
Y = (X.sum(1) > 1.5).astype(np.int32)
train_data = tf.data.Dataset.from_tensor_slices((X[:15], Y[:15])).batch(5)
test_data = tf.data.Dataset.from_tensor_slices((X[15:], Y[15:])).batch(5)
iterator = tf.data.Iterator.from_structure(train_data.output_types, train_data.output_shapes)
features, label = iterator.get_next()
train_init = iterator.make_initializer(train_data)
test_init = iterator.make_initializer(test_data)
w = tf.get_variable("w", shape=(3, 2), initializer=tf.random_normal_initializer(0, 0.1, seed=1))
b = tf.get_variable("b", shape=(1, 2), initializer=tf.zeros_initializer())
logits = tf.matmul(features, w) + b
entropy = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=label, logits=logits)
loss = tf.reduce_mean(entropy, name="loss")
optimizer = tf.train.AdamOptimizer(0.1).minimize(loss)
preds = tf.nn.softmax(logits)
correct = tf.equal(tf.cast(tf.argmax(preds, 1), tf.int32), label)
accuracy = tf.reduce_sum(tf.cast(correct, tf.float32))

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        sess.run(train_init)
        total_loss = 0
        n_batches = 0
        try:
            while True:
                _, l = sess.run([optimizer, loss])
                total_loss += l
                n_batches += 1
        except tf.errors.OutOfRangeError:
            pass
        print("Average loss epoch {0}: {1}".format(i, total_loss / n_batches))
    sess.run(test_init)
    total_correct = 0
    try:
        while True:
            total_correct += sess.run(accuracy)
    except tf.errors.OutOfRangeError:
        pass
    print("Accuracy {0}".format(total_correct / 5))
