"""The bytes of a document as text: how they are encoded, and where its lines end."""

import codecs
import re
import tokenize
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from harness.words.errors import UsageError

_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}encoding|coding)\s*[:=]\s*["']?\s*([\w.-]+)""")
# The encoding of a script, PEP 263: in its first line, or in the second one behind a comment.
_COOKIE = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t\f]*(?:#[^\r\n]*)?\r?\n)?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
# What is called by either name is in practice the wider of the two.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
_BOMS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
# Characters that hardly any Chinese text on the matter does without. Bytes of another encoding, read as GB18030, give
# characters too, but others.
_FREQUENT = frozenset(
    "的是一不了在有我和人这中大为上个以到说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
    "方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日者意无力它与长把机十民第公此"
    "已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加斯月话合回特"
    "代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何"
    "电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听"
    "白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候"
    "带导争运笔损失函率训练模型输参初始值步轮梯降衰减批注释代码默认变量循环优器神络层"
)
_SINGLE_BYTES = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254"]
_PAIRS_OF_BYTES = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def text_of(data: bytes, path: Path) -> tuple[str, str]:
    """Give the text of a file, its lines ended by ``\\n``, and its encoding, ``utf-8`` where it is that.

    Raises UsageError for what is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding, path), encoding.removesuffix("-le").removesuffix("-be")
    if (at := data.find(b"\0")) >= 0 or len(_CONTROLS.findall(data)) * 20 > len(data):
        where = f"it has a NUL at byte {at}" if at >= 0 else "it is full of control characters"
        raise UsageError(f"is no text: {where}", path)
    # Strict UTF-8 before what is declared: a page that a browser saved anew still says what it was, and hardly any text
    # in another encoding happens to be UTF-8.
    for encoding in ("utf-8", *_declared(data)):
        try:
            return with_line_ends(data.decode(encoding)), encoding
        except (UnicodeDecodeError, LookupError):  # a name that nobody knows, too
            continue
    encoding = _found_out(data)
    return with_line_ends(data.decode(encoding, errors="replace")), encoding


def script_of(path: Path) -> tuple[str, str]:
    """Give the text of a script, and what is to be said of how it was read: nothing where Python reads it so itself, by
    the encoding that its first lines name.

    Raises UsageError for what is no text, OSError for what cannot be read.
    """
    try:
        with tokenize.open(path) as file:
            return file.read(), ""
    except (UnicodeDecodeError, SyntaxError):
        data = path.read_bytes()
    text, encoding = text_of(data, path)
    read = f"read as {encoding.upper()}, for it"
    named = _COOKIE.match(data)
    if named is None:
        return text, f"{read} is no UTF-8 and names no encoding"
    name = named[1].decode()
    try:
        codecs.lookup(name)
    except LookupError:
        return text, f"{read} names an encoding that Python does not know, {name}"
    return text, f"{read} is not in the encoding that it names, {name}"


def with_line_ends(text: str) -> str:
    """Give a text with ``\\n`` at the ends of its lines. A carriage return alone ends a line only where nothing else
    does; else it is where a terminal writes over a line, and what came last counts, as in ``harness.logs.output``."""
    text = text.replace("\r\n", "\n")
    if "\r" not in text:
        return text
    if "\n" not in text:
        return text.replace("\r", "\n")
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in text.split("\n"))


def _decoded(data: bytes, encoding: str, path: Path) -> str:
    try:
        return with_line_ends(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UsageError(f"is not {encoding.upper()} at byte {error.start}, which it begins as", path) from None


def _declared(data: bytes) -> list[str]:
    """The encoding that the file says it has, in its head alone: in the middle it may be another file's."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return []
    name = match[1].decode("ascii", errors="replace").lower().replace("_", "-")
    name = _WIDER.get(name, name)
    return [name]


def _found_out(data: bytes) -> str:
    if _is_chinese(data):
        return "gb18030"
    runs = re.findall(rb"[\x80-\xff]+", data)
    if sum(len(run) == 1 for run in runs) * 10 >= len(runs) * 8:
        return "cp1252"
    # It takes a while to import, and hardly any document gets here.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_SINGLE_BYTES + _PAIRS_OF_BYTES, enable_fallback=False).best()
    return "cp1252" if best is None else best.encoding


def _is_chinese(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    beyond = [character for character in text if ord(character) > 127]
    hanzi = [character for character in beyond if "\u4e00" <= character <= "\u9fff"]
    return (
        bool(hanzi)
        and sum(_in_gb2312(each) for each in beyond) * 10 >= len(beyond) * 9
        and sum(each in _FREQUENT for each in hanzi) * 4 >= len(hanzi)
    )


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
