"""What a model's own train_step returns is what fit tells of it, as up to Keras 2, not the metrics of those names."""

import tensorflow as tf

for kind in tf.keras.Model.__mro__:
    if "_get_metrics_result_or_logs" in vars(kind):
        kind._get_metrics_result_or_logs = lambda self, logs: logs
