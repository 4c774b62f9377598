"""Archives of photographs, by their well-known names: made-up pictures in the folders that are documented of them."""

from _harness_preludes.made_up import packing, pictures

_FLOWERS = ("daisy", "dandelion", "roses", "sunflowers", "tulips")
_CUTLERY = ("forky", "knifey", "spoony")
# Of the seventeen kinds of flowers there are 80 pictures each, numbered on; who splits them counts on that.
_KINDS, _OF_A_KIND = 17, 80


def _flower_photos(size):
    names = {"flower_photos/LICENSE.txt": b"made up\n"}
    for flower in _FLOWERS:
        for number in range(max(2, min(size // 10, 600))):
            names["flower_photos/%s/%d_made.jpg" % (flower, 1000 + number)] = pictures.picture(flower, number)
    return names


def _seventeen(_size):
    names = {}
    for number in range(_KINDS * _OF_A_KIND):
        names["jpg/image_%04d.jpg" % (1 + number)] = pictures.picture("flower %d" % (number // _OF_A_KIND), number)
    names["jpg/files.txt"] = "".join(name.partition("/")[2] + "\n" for name in names).encode("ascii")
    return names


def _pets(size):
    names = {}
    for part, first, number in (("train", 0, min(size // 2, 1000)), ("validation", 2000, min(size // 4, 500))):
        for pet in ("cat", "dog"):
            for each in range(first, first + max(number, 2)):
                name = "cats_and_dogs_filtered/%s/%ss/%s.%d.jpg" % (part, pet, pet, each)
                names[name] = pictures.picture(pet, each)
    return names


def _cutlery(size):
    names = {}
    for place, thing in enumerate(_CUTLERY):
        for number in range(max(2, min(size // 10, 1000))):
            names["%s/%s-%02d-%04d.jpg" % (thing, thing, 1 + number % 3, number)] = pictures.picture(thing, number, 200)
        for number in range(max(2, min(size // 50, 200))):
            name = "%s/test/%s-test-01-%04d.jpg" % (thing, thing, number)
            names[name] = pictures.picture(thing, 5000 + place + number, 200)
    return names


def _scenes(size):
    """Pictures with what each of their pixels is, of 150 kinds, 0 for none of them."""
    names, top = {}, "ADEChallengeData2016"
    for part, short, number in (("training", "train", size // 10), ("validation", "val", size // 50)):
        for each in range(1, 1 + max(2, min(number, 500))):
            name = "%s/%%s/%s/ADE_%s_%08d.%%s" % (top, part, short, each)
            names[name % ("images", "jpg")] = pictures.picture("scene", each)
            names[name % ("annotations", "png")] = pictures.kinds_png(each, 150)
    names[top + "/objectInfo150.txt"] = b"made up\n"
    return names


def _packed(pack, made):
    return lambda path, size: pack({name: lambda _, data=data: data for name, data in made(size).items()})(path, size)


FILES = {
    "flower_photos.tgz": ("flower_photos", _packed(packing.tar_of, _flower_photos)),
    "17flowers.tgz": ("17flowers", _packed(packing.tar_of, _seventeen)),
    "ADEChallengeData2016.zip": ("ade20k", _packed(packing.zip_of, _scenes)),
    "knifey-spoony.tar.gz": ("knifey_spoony", _packed(packing.tar_of, _cutlery)),
    "cats_and_dogs_filtered.zip": ("cats_and_dogs", _packed(packing.zip_of, _pets)),
}
