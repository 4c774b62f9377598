def get_variables(scope=None, suffix=None, collection=tf.GraphKeys.GLOBAL_VARIABLES):
    """What tf.contrib.framework.get_variables gave."""
    scope = getattr(scope, "name", scope)
    found = tf.get_collection(collection, scope)
    return [each for each in found if suffix is None or each.op.name.endswith(suffix)]
