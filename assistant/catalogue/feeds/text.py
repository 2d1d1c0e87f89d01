"""Cells of an untrusted file as plain text: no HTML, no control characters, no stand-ins."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

LONGEST_TEXT = 20_000
LONGEST_NAME = 300
# What exports write where nothing is known.
_STAND_INS = {
    *("n/a", "na", "n.a.", "#n/a", "null", "none", "nil", "nan", "undefined", "unknown", "tbd"),
    *("not available", "not stated", "not applicable", "tba", "-", "--", "—", "–", "?", "/"),
    *("未知", "无数据", "暂无", "不详", "未注明", "待定"),
}
_BLOCKS = {
    *("p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg"})
_SPACES = re.compile(r"\s+")
_TAG = re.compile(r"<[a-zA-Z/!?]|&[#a-zA-Z]")
_CONTROL_CATEGORIES = ("Cc", "Cf", "Cs", "Co", "Cn")
_JOINERS = "\u200d"  # holds emoji together


class _Words(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _SILENT
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._hidden:
            self._hidden -= 1
        if tag in _BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def strip_html(markup: str) -> str:
    """The words of a page without tags, scripts and styles; entities become characters."""
    if not _TAG.search(markup):
        return markup
    parser = _Words()
    parser.feed(markup)
    parser.close()
    return "".join(parser.words)


def clean_text(cell: str) -> str:
    """One line of words as a shopper may see them: HTML, control and direction characters gone."""
    words = strip_html(cell)
    if not words.isascii() or not words.isprintable():
        words = "".join(map(_visible, unicodedata.normalize("NFC", words)))
    return _SPACES.sub(" ", words).strip()


def _visible(char: str) -> str:
    if char in "\t\n\r":
        return " "
    hidden = unicodedata.category(char) in _CONTROL_CATEGORIES and char not in _JOINERS
    return "" if hidden else char


def stated(cell: str | None) -> str | None:
    """The clean text of a cell, or None where the feed states nothing ("", "N/A", "-", "null")."""
    if not cell:
        return None
    words = clean_text(cell)
    return None if not words or is_stand_in(words) else words


def is_stand_in(words: str) -> bool:
    """Does the cell say that nothing is known?"""
    return words.casefold() in _STAND_INS


def clip(value: str, longest: int = 80) -> str:
    """A value short enough for one line of a report."""
    words = clean_text(value[: 4 * longest])
    return words if len(words) <= longest else words[: longest - 1] + "…"


_PARTS = re.compile(r"\s*(?:[,;|\n、，；/+&]|\band\b|和(?!田))\s*")


def split_parts(words: str) -> list[str]:
    """'turquoise, onyx' as its parts; the order is kept."""
    return [part for part in _PARTS.split(words) if part]
