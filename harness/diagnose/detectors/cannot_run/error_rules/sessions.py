"""Sessions: graph and eager mode in one script, and what a Session is asked to fetch."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

SESSIONS: tuple[Rule, ...] = (
    rule(
        "placeholder-eager",
        "RuntimeError",
        r"tf\.placeholder\(\) is not compatible with eager execution",
        "a placeholder belongs to a graph, and TensorFlow 2 runs eagerly",
        "call tf.compat.v1.disable_v2_behavior() right after the import",
    ),
    rule(
        "graph-empty",
        "RuntimeError",
        r"The Session graph is empty",
        "the ops ran eagerly, so the Session has no graph",
        "call tf.compat.v1.disable_v2_behavior() right after the import, before the first op",
    ),
    rule(
        "eager-in-session",
        "TypeError",
        r"Fetch argument <tf\.Variable.*ResourceVariable|`fetch` = <tf\.Variable.*ResourceVariable|EagerTensor.*fetch",
        "a variable of eager mode was given to a Session",
        "call tf.compat.v1.disable_v2_behavior() before the variable is made, or read it by w.numpy(), no Session",
    ),
    rule(
        "eager-tensor-in-session",
        "AttributeError",
        r"Tensor\.graph is (?:undefined|meaningless|not supported) when eager execution is enabled",
        "a tensor of eager mode belongs to no graph; a Session, or another part of TensorFlow 1, was given one",
        "call tf.compat.v1.disable_v2_behavior() right after the import, before the first op; or compute without a "
        "Session: a tensor of eager mode has its number already, x.numpy()",
    ),
    rule(
        "fetch-none",
        "TypeError",
        r"Fetch argument None has invalid type|`fetch` = None has invalid type",
        "None was given to sess.run: tf.summary.merge_all() is None for a graph without summaries, and in eager mode "
        "tf.global_variables_initializer() and others are",
        "look for a function without return, and for merge_all() without a summary before it; in TensorFlow 2 call "
        "tf.compat.v1.disable_v2_behavior() before the graph is built",
    ),
    rule(
        "fetch-overwritten",
        "TypeError",
        r"(?:Fetch argument|`fetch` =) .{0,2000}? has invalid type .{0,60}?"
        r"(?:numpy\.)?(?:float|int|bool|ndarray|str|list)\d*.{0,4}must be a string",
        "a number was given to sess.run in place of a tensor: often loss = sess.run(loss), the second time",
        "give the result another name: loss_value = sess.run(loss)",
    ),
    rule(
        "flag-twice",
        "DuplicateFlagError",
        r"The flag '(\w+)' is defined twice\. First from absl\.",
        "absl, which has the flags of tf.app.flags since 1.5, defines {0} itself where this release loads it",
        "give the flag another name; or run it as it is, on 1.4: SCRIPT@1.4",
    ),
    rule(
        "flag-default",
        "IllegalFlagValueError",
        r"flag --(\w+)=[^\n]*: [^\n]*(?:Non-boolean|invalid literal|could not convert)",
        "absl, which has the flags of tf.app.flags since 1.5, refuses a default of another kind than the flag {0} is",
        "give the flag the kind of its default; or run it as it is, on 1.4: SCRIPT@1.4",
    ),
)
