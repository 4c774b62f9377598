"""Calls that make ready what a script learns from, and what its variables start from."""

from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always, Computed
from _harness_preludes.calls.worked_out import upsamples_by_half_pixels

_V1_RESIZE = {
    "align_corners": ("align_corners", Always(False)),
    "half_pixel_centers": ("half_pixel_centers", Always(False)),
}

# How the networks of keras.applications take their images: as BGR without the mean, from -1 to 1, by deviation.
_MODES = {
    "caffe": "vgg16 vgg19 resnet resnet50",
    "tf": "resnet_v2 mobilenet mobilenet_v2 inception_v3 xception nasnet inception_resnet_v2",
    "torch": "densenet",
    "none": "efficientnet efficientnet_v2 mobilenet_v3",
}
_PREPARE = "tf.keras.applications.%s.preprocess_input"

DATA = [
    *(
        Row("preprocess", " ".join(_PREPARE % name for name in names.split()), mode=Always(mode))
        for mode, names in sorted(_MODES.items())
    ),
    Row("preprocess", _PREPARE % "imagenet_utils", mode="mode"),
    Row(
        "resize",
        "tf.image.resize_images tf.compat.v1.image.resize tf.image.resize_image_with_pad",
        settings=_V1_RESIZE,
        method="method",
        antialias=Always(False),
    ),
    Row("resize", "tf.image.resize_bilinear", settings=_V1_RESIZE, method=Always("bilinear"), antialias=Always(False)),
    Row(
        "resize",
        "tf.image.resize_nearest_neighbor",
        settings=_V1_RESIZE,
        method=Always("nearest"),
        antialias=Always(False),
    ),
    Row("resize", "tf.image.resize_bicubic", settings=_V1_RESIZE, method=Always("bicubic"), antialias=Always(False)),
    Row("resize", "tf.image.resize_area", settings=_V1_RESIZE, method=Always("area"), antialias=Always(False)),
    Row(
        "resize",
        "tf.image.resize tf.image.resize_with_pad",
        method="method",
        align_corners=Always(False),
        half_pixel_centers=Always(True),
        antialias="antialias",
    ),
    Row(
        "resize",
        "tf.keras.layers.UpSampling2D",
        method=("interpolation", Always("nearest")),
        align_corners=Always(False),
        half_pixel_centers=Computed(upsamples_by_half_pixels),
        antialias=Always(False),
    ),
    Row(
        "batch",
        "tf.contrib.data.batch_and_drop_remainder",
        settings={"size": "batch_size"},
        drop_remainder=Always(True),
    ),
    *(
        Row(
            "lookup_layer",
            "tf.keras.layers.%s tf.keras.layers.experimental.preprocessing.%s" % (name, name),
            mask=("mask_token", "mask_value"),
            unknown="num_oov_indices",
        )
        for name in ("StringLookup", "IntegerLookup")
    ),
    Row("crop_and_resize", "tf.image.crop_and_resize", method="method", extrapolation="extrapolation_value"),
]

START = [
    Row(
        "normal_initializer",
        "tf.random_normal_initializer tf.truncated_normal_initializer "
        "tf.keras.initializers.RandomNormal tf.keras.initializers.TruncatedNormal tf.initializers.random_normal",
        mean="mean",
        stddev="stddev",
    ),
    Row(
        "uniform_initializer",
        "tf.random_uniform_initializer tf.keras.initializers.RandomUniform tf.initializers.random_uniform",
        least="minval",
        most="maxval",
    ),
    Row(
        "scaling_initializer",
        "tf.variance_scaling_initializer tf.keras.initializers.VarianceScaling tf.initializers.variance_scaling",
        scale="scale",
        mode="mode",
        distribution="distribution",
    ),
]
