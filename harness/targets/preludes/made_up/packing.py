"""Writing made-up files: bytes as they are, and archives of members that are made one by one."""

import io
import os
import tarfile
import zipfile


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def plain(make):
    """Give what writes the bytes that ``make`` gives for a size."""
    return lambda path, size: write(path, make(size))


def text(make):
    """Give what writes the text that ``make`` gives for a size."""
    return lambda path, size: write(path, make(size).encode("ascii"))


def tar_of(members):
    """Give what writes a tar of these members: how each is made, by its name in it."""

    def written(path, size):
        with tarfile.open(path, "w:gz", compresslevel=0) as archive:
            for name, make in members.items():
                data = make(size)
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))

    return written


def zip_of(members, least=0):
    """Give what writes a zip of these members, with as many bytes before it, which is allowed, as make it ``least``
    bytes large: scripts hold the size of what they have downloaded against that of the real one."""

    def written(path, size):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, make in members.items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, make(size))
        data = packed.getvalue()
        with open(path, "wb") as file:
            file.truncate(max(least - len(data), 0))
            file.seek(0, os.SEEK_END)
            file.write(data)

    return written
