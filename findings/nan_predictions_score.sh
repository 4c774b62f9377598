#!/usr/bin/env bash
# A model whose predictions are all NaN does not score NaN.
#
# Seen with tensorflow-cpu 2.15.1 (Keras 2) and 2.21.0 with Keras 3.13.2, Python 3.11, x86-64.
# SparseCategoricalAccuracy and CategoricalAccuracy are the share of labels that are class 0, for argmax of a row of NaN is
# 0; BinaryAccuracy is the share of labels that are 0, for NaN > 0.5 is false; Precision and AUC are 0.0. Yet top-1 accuracy of
# the same rows is 0.0, and Mean is nan. So a run that has diverged goes on printing a steady, plausible accuracy beside
# its loss of nan, and the two accuracies that should be one number differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TF_CPP_MIN_LOG_LEVEL=3

seen() { # $1 and what follows are installed; what was seen comes on standard input
    python3 -m venv "$folder/$1"
    "$folder/$1/bin/pip" install --quiet --disable-pip-version-check "$@"
    diff <("$folder/$1/bin/python" "$folder/program.py" 2>"$folder/stderr") - || { cat "$folder/stderr" >&2; exit 1; }
    echo "$1: as seen"
}

cat >"$folder/program.py" <<'PROGRAM'
import tensorflow as tf

labels = [0, 1, 2, 0, 0, 1]
rows = tf.fill([6, 3], float("nan"))
ones = tf.fill([3, 1], float("nan"))
metrics = tf.keras.metrics
for metric, truth, predicted in [
    (metrics.SparseCategoricalAccuracy(), labels, rows),
    (metrics.CategoricalAccuracy(), tf.one_hot(labels, 3), rows),
    (metrics.SparseTopKCategoricalAccuracy(k=1), labels, rows),
    (metrics.BinaryAccuracy(), [[0.0], [1.0], [0.0]], ones),
    (metrics.Precision(), [[0.0], [1.0], [0.0]], ones),
    (metrics.AUC(), [[0.0], [1.0], [0.0]], ones),
]:
    metric.update_state(truth, predicted)
    print(type(metric).__name__, "%.4f" % float(metric.result()))
mean = metrics.Mean()
mean.update_state([1.0, float("nan")])
print("Mean", float(mean.result()))
PROGRAM

for release in tensorflow-cpu==2.15.1 tensorflow-cpu==2.21.0; do
    seen "$release" "$([ "$release" = tensorflow-cpu==2.15.1 ] && echo keras==2.15.0 || echo keras==3.13.2)" <<'SEEN'
SparseCategoricalAccuracy 0.5000
CategoricalAccuracy 0.5000
SparseTopKCategoricalAccuracy 0.0000
BinaryAccuracy 0.6667
Precision 0.0000
AUC 0.0000
Mean nan
SEEN
done
