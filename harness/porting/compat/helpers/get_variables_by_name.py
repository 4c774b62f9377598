def get_variables_by_name(given_name, scope=None):
    """What tf.contrib.framework.get_variables_by_name gave."""
    return get_variables(scope, given_name)
