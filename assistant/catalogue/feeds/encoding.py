"""Which encoding a merchant's file is in: found out from its bytes, read strictly.

A byte order mark decides; else UTF-8 if every byte fits; else GB18030 if what it spells is mostly
everyday Chinese; else Latin-1, in which any bytes spell something.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from assistant.catalogue.feeds.errors import FeedError

_CHUNK = 1 << 20
_SAMPLE = 1 << 18
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The first bytes of files that are no text, and what to do about it.
_BINARY = (
    (b"PK\x03\x04", "a workbook or ZIP archive: save the sheet as CSV (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save the sheet as CSV (UTF-8)"),
    (b"%PDF", "a PDF: export the products as CSV"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def detect_encoding(path: Path) -> str:
    """The name of the encoding for ``open``. Raises FeedError for a file that is no text."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for start, what in _BINARY:
        if sample.startswith(start):
            raise FeedError(f"{path.name} is {what}")
    for mark, name in _MARKS:
        if sample.startswith(mark) and _spells(path, name):
            return name
    if wide := _utf16_without_mark(sample):
        return wide
    if sample.count(0) > len(sample) // 10:
        raise FeedError(f"{path.name} is no text: save the products as CSV (UTF-8)")
    if _spells(path, "utf-8"):
        return "utf-8-sig" if sample.startswith(codecs.BOM_UTF8) else "utf-8"
    if _looks_chinese(_foreign_lines(path)) and _spells(path, "gb18030"):
        return "gb18030"
    return "latin-1"


def _spells(path: Path, encoding: str) -> bool:
    """Does every byte of the file fit the encoding? Read in pieces: files may be large."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _foreign_lines(path: Path) -> bytes:
    """The first lines with anything but ASCII in them, wherever in the file they stand."""
    found = bytearray()
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                found += line
            if len(found) > _SAMPLE:
                break
    return bytes(found)


def _utf16_without_mark(sample: bytes) -> str | None:
    """Text in Latin letters as UTF-16 has a zero in every second byte."""
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > half * 0.4 and sample[0::2].count(0) == 0:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.4 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _looks_chinese(sample: bytes) -> bool:
    """Are most characters outside ASCII hanzi or punctuation of GB 2312, the everyday part?

    Jewellers need its second level too: 翡, 镯, 琥. Accented Latin-1 letters mostly stand alone
    between ASCII letters, so read as GB18030 they pair up as rare characters, or as none.
    """
    decoder = codecs.getincrementaldecoder("gb18030")()
    try:
        words = decoder.decode(sample)
    except UnicodeDecodeError:
        return False
    foreign = [char for char in words if not char.isascii()]
    everyday = sum(map(_is_everyday, foreign))
    return bool(foreign) and everyday >= 0.7 * len(foreign)


def _is_everyday(char: str) -> bool:
    pair = char.encode("gb18030")
    if len(pair) != 2 or pair[1] < 0xA1:
        return False
    return 0xB0 <= pair[0] <= 0xF7 or 0xA1 <= pair[0] <= 0xA3


def read_lines(path: Path, encoding: str) -> Iterator[str]:
    """The file's lines without a byte order mark. Raises FeedError at bytes that do not fit."""
    with path.open(encoding=encoding, newline="") as file:
        number = 0
        try:
            for number, line in enumerate(file, start=1):
                yield line.removeprefix("\ufeff") if number == 1 else line
        except UnicodeDecodeError as error:
            raise FeedError(
                f"{path.name} is not all {encoding}: {error.reason} after line {number}"
            ) from error
