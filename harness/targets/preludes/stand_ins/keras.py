"""``get_file``, and with it ``keras.datasets``: the download is made up, all else is the release's own code.

So ``num_words``, ``maxlen``, ``test_split``, ``seed`` and the rest mean what they mean in that release. Only CIFAR-10's
loader is replaced as a whole, for it takes nothing but five files of 10000 images.
"""

import functools
import os
import shutil

from _harness_preludes.stand_ins.bodies import HOOK, become


def patch_get_file(module, run):
    """Have this module's ``get_file`` give made-up files."""
    function = getattr(module, "get_file", None)
    if function is None:
        return
    original = become(function, get_file)
    if original is not None:
        function.__globals__[HOOK % "original"], function.__globals__[HOOK % "run"] = original, run


def patch_cifar10(module, run):
    """Have this module's ``load_data`` give made-up arrays."""
    function = getattr(module, "load_data", None)
    if function is None or "get_file" not in getattr(function, "__globals__", {}):
        return
    if become(function, load_cifar10) is not None:
        function.__globals__[HOOK % "run"] = run


def patch_models(module, run):
    """Have the models of a module take made-up weights for those that were trained."""
    for each in list(vars(module).values()):
        load = vars(each).get("load_weights") if isinstance(each, type) else None
        if load is not None and each.__module__ == module.__name__ and not hasattr(load, "stands_in"):
            each.load_weights = _loading(load, run)


def _loading(load, run):
    backend = load.__globals__.get("K") or load.__globals__.get("backend")

    @functools.wraps(load)
    def load_weights(self, filepath, *arguments, **named):
        if run.part("stand_ins.pretrained").load(run, self, str(filepath), backend):
            return None
        return load(self, filepath, *arguments, **named)

    load_weights.stands_in = True  # a worker may have the module ready, and import it again
    return load_weights


def get_file(here, *args, **named):
    """``get_file`` of any release: a made-up file, or one that is there already."""
    names = ("fname", "origin", "untar", "md5_hash", "file_hash", "cache_subdir")
    given = dict(zip(names, args))
    given.update(named)
    origin = str(given.get("origin") or "")
    name = str(given.get("fname") or os.path.basename(origin.partition("?")[0]))
    home = (
        given.get("cache_dir")
        or (args[9] if len(args) > 9 else None)
        or os.path.join(os.path.expanduser("~"), ".keras")
    )
    place = os.path.join(str(home), str(given.get("cache_subdir", "datasets")), name)
    run = here[HOOK % "run"]
    untar, extract = given.get("untar"), given.get("extract") or (args[7] if len(args) > 7 else None)
    files = run.part("made_up.files")
    # read_data_sets, which a draft replaces by this, gives made-up images whatever lies in its folder.
    of_tutorials = given.get("cache_dir") == "." and os.path.basename(name) in files.IDX
    is_there = os.path.exists(place) and not of_tutorials
    if is_there or origin.startswith("file:") or origin in run.files:
        return here[HOOK % "original"](*args, **named)
    weights = run.part("stand_ins.pretrained").fetch(run, os.path.basename(name), origin)
    if weights is not None:
        return _like(given.get("fname"), weights)
    if not files.is_known(os.path.basename(name), origin):
        path = run.part("stand_ins.downloads").download(run, origin)
        if path is not None:
            return _like(given.get("fname"), _unpacked(path, name) if untar or extract else path)
    path = files.fetch(run, os.path.basename(name), origin, str(given.get("cache_subdir", "")))
    return _like(given.get("fname"), path)


def _unpacked(archive, name):
    """What ``get_file`` gives of an archive, which it unpacks: the path of its name there. That is what was in it where
    the name is without an ending, and else the archive itself."""
    folder = archive + "-unpacked"
    place = os.path.join(folder, os.path.basename(name))
    if not os.path.isdir(folder):
        shutil.unpack_archive(archive, folder)
        if not os.path.lexists(place):
            os.symlink(archive, place)
    return place


def load_cifar10(here):
    """``cifar10.load_data``, in the types that Keras has documented since TensorFlow 2.2."""
    run = here[HOOK % "run"]
    run.used("cifar10")
    made = run.part("made_up.arrays").image_arrays("cifar10", run.size)
    images = [made.x_train, made.x_test]
    backend = here.get("K") or here.get("backend")
    if backend.image_data_format() == "channels_first":
        images = [each.transpose(0, 3, 1, 2) for each in images]
    labels = [each.astype("uint8").reshape(-1, 1) for each in (made.y_train, made.y_test)]
    return (images[0], labels[0]), (images[1], labels[1])


def _like(name, path):
    """Keras 3 gives a path where it got one."""
    if name is not None and hasattr(name, "joinpath"):
        return type(name)(path)
    return path
