"""What was renamed between 0.12 and the last release of TensorFlow 1, which ``tf_upgrade_v2`` takes for done."""

from harness.porting.compat.rules import Rule

_NAMES = {
    "tf.all_variables": "tf.global_variables",
    "tf.batch_cholesky": "tf.cholesky",
    "tf.batch_cholesky_solve": "tf.cholesky_solve",
    "tf.batch_fft": "tf.fft",
    "tf.batch_fft2d": "tf.fft2d",
    "tf.batch_ifft": "tf.ifft",
    "tf.batch_matrix_band_part": "tf.matrix_band_part",
    "tf.batch_matrix_determinant": "tf.matrix_determinant",
    "tf.batch_matrix_diag": "tf.matrix_diag",
    "tf.batch_matrix_diag_part": "tf.matrix_diag_part",
    "tf.batch_matrix_inverse": "tf.matrix_inverse",
    "tf.batch_matrix_set_diag": "tf.matrix_set_diag",
    "tf.batch_matrix_solve": "tf.matrix_solve",
    "tf.batch_matrix_solve_ls": "tf.matrix_solve_ls",
    "tf.batch_matrix_transpose": "tf.matrix_transpose",
    "tf.batch_matrix_triangular_solve": "tf.matrix_triangular_solve",
    "tf.batch_self_adjoint_eig": "tf.self_adjoint_eig",
    "tf.batch_self_adjoint_eigvals": "tf.self_adjoint_eigvals",
    "tf.batch_svd": "tf.svd",
    "tf.concat_v2": "tf.concat",
    "tf.complex_abs": "tf.abs",
    "tf.contrib.deprecated.histogram_summary": "tf.summary.histogram",
    "tf.contrib.deprecated.scalar_summary": "tf.summary.scalar",
    "tf.initialize_all_tables": "tf.tables_initializer",
    "tf.initialize_all_variables": "tf.global_variables_initializer",
    "tf.initialize_local_variables": "tf.local_variables_initializer",
    "tf.initialize_variables": "tf.variables_initializer",
    "tf.inv": "tf.reciprocal",
    "tf.list_diff": "tf.setdiff1d",
    "tf.listdiff": "tf.setdiff1d",
    "tf.merge_all_summaries": "tf.summary.merge_all",
    "tf.merge_summary": "tf.summary.merge",
    "tf.mul": "tf.multiply",
    "tf.neg": "tf.negative",
    "tf.nn.bidirectional_rnn": "tf.nn.static_bidirectional_rnn",
    "tf.nn.rnn": "tf.nn.static_rnn",
    "tf.nn.state_saving_rnn": "tf.nn.static_state_saving_rnn",
    "tf.pack": "tf.stack",
    "tf.select": "tf.where",
    "tf.sub": "tf.subtract",
    "tf.train.SummaryWriter": "tf.summary.FileWriter",
    "tf.unpack": "tf.unstack",
}
# By place and by name, as far as they changed.
_ARGUMENTS = {
    "tf.audio_summary": Rule("tf.summary.audio", ("name", "tensor", "sample_rate", "max_outputs"), {"tag": "name"}),
    "tf.batch_matmul": Rule(
        "tf.matmul",
        ("a", "b", "adjoint_a", "adjoint_b", "name"),
        {"x": "a", "y": "b", "adj_x": "adjoint_a", "adj_y": "adjoint_b"},
    ),
    "tf.histogram_summary": Rule("tf.summary.histogram", ("name", "values"), {"tag": "name"}),
    "tf.image_summary": Rule(
        "tf.summary.image", ("name", "tensor", "max_outputs"), {"tag": "name", "max_images": "max_outputs"}
    ),
    "tf.scalar_summary": Rule("tf.summary.scalar", ("name", "tensor"), {"tags": "name", "values": "tensor"}),
}

RENAMES: dict[str, Rule] = {
    **{old: Rule(new) for old, new in _NAMES.items()},
    **_ARGUMENTS,
}
