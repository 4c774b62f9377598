# k-means, which trains nothing
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(0)
points_value = np.concatenate([rng.randn(20, 2), rng.randn(20, 2) + 4]).astype(np.float32)
points = tf.constant(points_value)
centroids = tf.Variable(tf.slice(points, [0, 0], [2, -1]))
points_expanded = tf.expand_dims(points, 0)
centroids_expanded = tf.expand_dims(centroids, 1)
distances = tf.reduce_sum(tf.square(tf.subtract(points_expanded, centroids_expanded)), 2)
assignments = tf.argmin(distances, 0)
means = []
for c in range(2):
    means.append(tf.reduce_mean(
        tf.gather(points, tf.reshape(tf.where(tf.equal(assignments, c)), [1, -1])), axis=[1]))
new_centroids = tf.concat(means, 0)
update_centroids = tf.assign(centroids, new_centroids)


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        [_, centroid_values, points_values, assignment_values] = sess.run([update_centroids, centroids, points, assignments])
    print("centroids", centroid_values)
