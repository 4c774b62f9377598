"""What bytes say."""

from pathlib import Path

import pytest

from harness.documents.encodings import text_of
from harness.words.errors import UsageError

CHINESE = "我们先看代码，再看结果。\n# 学习率\n"
JAPANESE = (
    "これは勾配降下法の例です。まずコードを見てから、結果を見ましょう。学習率が大きすぎるとどうなるでしょうか。\n"
)
TAIWANESE = "這是一個梯度下降的例子，我們先看程式碼，再看執行的結果是什麼。學習率太大會怎麼樣呢？\n"
FRENCH = "Voilà un exemple déjà prêt, à côté de l’œuvre.\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (CHINESE.encode(), CHINESE, "utf-8"),
        (CHINESE.encode("utf-8-sig"), CHINESE, "utf-8"),
        (CHINESE.encode("utf-16"), CHINESE, "utf-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), CHINESE, "utf-16"),
        (CHINESE.encode("gbk"), CHINESE, "gb18030"),
        (b'<meta charset="gbk">' + "é\n".encode("gb18030"), '<meta charset="gbk">é\n', "gb18030"),
        (b"# -*- coding: latin-1 -*-\n" + "é\n".encode("latin-1"), "# -*- coding: latin-1 -*-\né\n", "cp1252"),
        (b'<meta charset="gb2312">' + CHINESE.encode(), f'<meta charset="gb2312">{CHINESE}', "utf-8"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        (JAPANESE.encode("shift_jis"), JAPANESE, "shift_jis"),
        (TAIWANESE.encode("big5"), TAIWANESE, "big5"),
    ],
)
def test_an_encoding_is_found_out(data: bytes, text: str, encoding: str) -> None:
    assert text_of(data, Path("a.txt")) == (text, encoding)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\nb\r\r\n", "a\nb\n"),
        (b"1/2\r2/2\ndone\n", "2/2\ndone\n"),
    ],
)
def test_lines_end_as_they_may(data: bytes, text: str) -> None:
    assert text_of(data, Path("a.txt"))[0] == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt: is no text: it has a NUL at byte 8"),
        (bytes(range(1, 9)) * 10, "a.txt: is no text: it is full of control characters"),
        (b"\xff\xfea", "a.txt: is not UTF-16-LE at byte 0, which it begins as"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        text_of(data, Path("a.txt"))
    assert str(raised.value) == message
