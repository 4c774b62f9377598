"""Specification of functions that run a Session with what they are always given."""

from tests.porting.eager.drafts import draft

RUNS_FOR = """
    import tensorflow as tf

    def score(x, keep, data, sess, predicted):
        return sess.run(predicted, {{x: data, keep: 1.0}}).sum()

    def main():
        inputs = tf.placeholder(tf.float32, [None, 2])
        keep = tf.placeholder(tf.float32)
        y = tf.reduce_sum(inputs, 1) * keep
        sess = tf.Session()
        for k in range(2):
            print(score({arguments}))

    main()
"""


def test_a_function_that_runs_what_it_is_always_given_stands_where_that_is() -> None:
    made = draft(RUNS_FOR.format(arguments="inputs, keep, [[k, 1.0]], sess, predicted=y"))
    assert (
        "\n    def score(data):\n        return compute_y(data, 1.0).numpy().sum()\n\n    for k in range(2):\n"
        "        print(score([[k, 1.0]]))\n"
    ) in made
    assert "port:" not in made


def test_a_function_that_runs_now_this_and_now_that_is_marked() -> None:
    made = draft(RUNS_FOR.format(arguments="inputs, keep, [[k, 1.0]], sess, predicted=[y, inputs][k]"))
    assert "# port: inputs stands in a function now, which a run calls" in made
