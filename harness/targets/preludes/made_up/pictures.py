"""Pictures of the JPEG and PNG formats: coarse blocks of colours, by their class and number."""

import random
import struct
import zlib

SIDE = 128
_BLOCK = 8


def picture(kind, number, side=SIDE):
    """Give one of the pictures of a class, as JPEG, of so many pixels each way."""
    return jpeg(_blocks(kind, number, side, side), (side, side))


def drawn(name, kind, number, shape=(SIDE, SIDE)):
    """Give one of the pictures of a class in the format that the name of its file says."""
    return (png if name.lower().endswith(".png") else jpeg)(_blocks(kind, number, *shape), shape)


def jpeg(blocks, shape=None):
    """Give a picture of the JPEG format (ITU T.81), baseline: rows of 8 by 8 pixels, each of one colour (Y, Cb, Cr), as
    high and wide as its shape says."""
    bits = []
    before = [0, 0, 0]
    for row in blocks:
        for colours in row:
            for place, value in enumerate(colours):
                change, before[place] = value - before[place], value
                size = abs(change).bit_length()
                bits.append(format(size, "04b"))  # the code of a category: its number
                if size:
                    bits.append(format(change if change > 0 else change + (1 << size) - 1, "0%db" % size))
                bits.append("0")  # the end of a block, which has nothing but its mean
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    data = bytes(int(text[at : at + 8], 2) for at in range(0, len(text), 8)).replace(b"\xff", b"\xff\x00")
    height, width = shape or (_BLOCK * len(blocks), _BLOCK * len(blocks[0]))
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes([1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
    means = b"\x00" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))
    nothing = b"\x10" + bytes([1] + [0] * 15) + b"\x00"
    parts = (
        (0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
        (0xDB, b"\x00" + bytes([_BLOCK] * 64)),  # so that a mean is stored as it is
        (0xC0, frame),
        (0xC4, means),
        (0xC4, nothing),
        (0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
    )
    head = b"".join(struct.pack(">BBH", 0xFF, kind, len(part) + 2) + part for kind, part in parts)
    return b"\xff\xd8" + head + data + b"\xff\xd9"


def png(blocks, shape):
    """Give the same picture in the PNG format (RFC 2083), its three values as red, green and blue."""
    height, width = shape
    rows = []
    for row in blocks:
        pixels = b"".join(bytes(128 + value for value in colours) * _BLOCK for colours in row)
        rows += [b"\x00" + pixels[: 3 * width]] * _BLOCK
    rows = rows[:height]
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return _chunked((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 1)), (b"IEND", b""))


def kinds_png(number, most):
    """Give which of so many kinds of things each pixel of a picture is, 1 and up, as PNG in one channel of bytes."""
    draw = random.Random("kinds %d" % number)
    size, rows = SIDE // _BLOCK, []
    there = [draw.randint(1, most) for _ in range(4)]
    for y in range(size):
        line = [there[2 * (2 * y // size) + 2 * x // size] for x in range(size) for _ in range(_BLOCK)]
        rows += [line] * _BLOCK
    return grey_png(rows)


def grey_png(rows):
    """Give rows of numbers of 0 to 255 as PNG in one channel of bytes."""
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    data = b"".join(b"\x00" + bytes(row) for row in rows)
    return _chunked((b"IHDR", head), (b"IDAT", zlib.compress(data, 1)), (b"IEND", b""))


def _chunked(*parts):
    chunks = [struct.pack(">I", len(data)) + kind + data + _check(kind + data) for kind, data in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _check(data):
    return struct.pack(">I", zlib.crc32(data) & 0xFFFFFFFF)


def _blocks(kind, number, height, width):
    """A picture of a class: stripes of the class, under noise of its own."""
    draw = random.Random("%s %d" % (kind, number))
    of_class = random.Random(kind)
    rows, columns = -(-height // _BLOCK), -(-width // _BLOCK)
    wave, colours = of_class.randint(2, 6), (of_class.randint(-40, 40), of_class.randint(-40, 40))
    upright = of_class.random() < 0.5
    return [
        [
            (
                (30 if ((x if upright else y) // wave) % 2 else -30) + draw.randint(-40, 40),
                colours[0] + draw.randint(-15, 15),
                colours[1] + draw.randint(-15, 15),
            )
            for x in range(columns)
        ]
        for y in range(rows)
    ]
