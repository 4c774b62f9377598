import time
import tensorflow as tf

start = time.time()
schedule = tf.keras.optimizers.schedules.PolynomialDecay(0.1, 20, 0.01, power=1.0)
optimizer = tf.keras.optimizers.SGD(schedule)
w = tf.Variable([1.0, 2.0, 3.0])
print(f"Running on TF {tf.__version__} with {len(tf.config.list_physical_devices('CPU'))} CPU")
for i in range(25):
    t = time.perf_counter()
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(w * w)
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    if i % 5 == 4:
        loss = tf.reduce_sum(w * w)
        print(f"Step {i + 1}/25 - loss: {loss:.4f} - {1000 * (time.perf_counter() - t):.0f}ms/step")
print(f"Total time: {time.perf_counter():.1f}s")
