"""EarlyStopping holds each epoch against the best before it, and not against its baseline, as since TensorFlow 2.5."""

import functools

import numpy as np
import tensorflow as tf

kind = tf.keras.callbacks.EarlyStopping
begin, end = kind.on_train_begin, kind.on_epoch_end


@functools.wraps(begin)
def begun(self, logs=None):
    begin(self, logs)
    self.best = np.inf if self.monitor_op == np.less else -np.inf


@functools.wraps(end)
def ended(self, epoch, logs=None):
    best, wait = self.best, self.wait
    end(self, epoch, logs)
    behind = self.baseline is not None and not self.monitor_op(self.best - self.min_delta, self.baseline)
    if self.best != best and behind:
        self.wait = wait + 1


kind.on_train_begin, kind.on_epoch_end = begun, ended
