"""Prices, measures, counts and days as merchants write them.

Every reader raises Unreadable with a reason, and never answers zero for something unknown.
Money is in minor units (``assistant.money``), lengths in mm, gem weight in carat, metal in g.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.product import Availability
from assistant.measures import GRAMS_PER_CARAT, MM_PER_INCH
from assistant.money import Money, minor_per_major

Kind = Literal["length", "carat", "weight"]
_MOST_MINOR = 10**12

_DOLLARS = frozenset({"USD", "HKD", "SGD", "CAD", "AUD", "NZD", "TWD", "MXN"})
_SYMBOLS: Mapping[str, frozenset[str]] = {
    **{"$": _DOLLARS, "US$": frozenset({"USD"}), "HK$": frozenset({"HKD"})},
    **{"S$": frozenset({"SGD"}), "CA$": frozenset({"CAD"}), "AU$": frozenset({"AUD"})},
    **{"€": frozenset({"EUR"}), "£": frozenset({"GBP"}), "₹": frozenset({"INR"})},
    **{"¥": frozenset({"CNY", "JPY"}), "元": frozenset({"CNY"}), "RMB": frozenset({"CNY"})},
    **{"人民币": frozenset({"CNY"}), "円": frozenset({"JPY"}), "₩": frozenset({"KRW"})},
    **{"港币": frozenset({"HKD"}), "美元": frozenset({"USD"}), "欧元": frozenset({"EUR"})},
    "圆": frozenset({"CNY"}),
}
_PRICE = re.compile(
    r"(?P<before>[^\d.,()+\-]{0,12})\s*(?P<sign>[-+(]?)\s*(?P<before2>[^\d.,()+\-]{0,12})"
    r"(?P<number>\d[\d.,' ]{0,30})(?P<wan>万?)(?P<after>[^\d]{0,12})"
)
_GROUPED = re.compile(r"\d{1,3}(?:([ ',.])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")


def read_price(cell: str, currency: str | None, decimal: str | None = None) -> Money:
    """'¥1,299', '15.00 USD', '1.299,00' as money above zero.

    ``currency`` is what the feed says elsewhere; a cell that names another one is refused.
    ``decimal`` is the feed's decimal mark where the digits alone do not tell.
    """
    words = _plain(cell)
    match = _PRICE.fullmatch(words)
    if not match:
        raise Unreadable("expected one amount, such as 1299.00 or ¥1,299")
    if match["sign"] in ("-", "("):
        raise Unreadable("a price below zero")
    currency = _which_currency(match, currency)
    amount = _amount(match["number"].strip(), decimal) * (10_000 if match["wan"] else 1)
    minor = amount * minor_per_major(currency)
    if minor != int(minor):
        raise Unreadable(f"more decimals than {currency} has")
    if minor == 0:
        raise Unreadable("a price of zero; leave the cell empty if it is not known")
    if minor > _MOST_MINOR:
        raise Unreadable("a price too large to be true")
    return Money(int(minor), currency)


def _plain(cell: str) -> str:
    """Full-width digits and signs as ASCII, no-break spaces as spaces, minus signs as '-'."""
    words = unicodedata.normalize("NFKC", cell)
    return " ".join(words.replace("−", "-").replace("’", "'").split())


def _which_currency(match: re.Match[str], stated: str | None) -> str:
    currency = stated
    written = (match[name].strip(" )").upper() for name in ("before", "before2", "after"))
    for mark in filter(None, written):
        if mark in _SYMBOLS:
            meant = _SYMBOLS[mark]
        elif re.fullmatch("[A-Z]{3}", mark):
            meant = frozenset({mark})
        else:
            raise Unreadable("words beside the amount; expected a currency or nothing")
        if currency is None and len(meant) > 1:
            raise Unreadable(f"'{mark}' may be {' or '.join(sorted(meant))}: say the currency")
        if currency is not None and currency not in meant:
            raise Unreadable(f"the cell says {' or '.join(sorted(meant))}, the feed {currency}")
        currency = currency or next(iter(meant))
    if currency is None:
        raise Unreadable("no currency: add 'currency' to the mapping")
    return currency


def _amount(digits: str, decimal: str | None) -> Decimal:
    """Digits with thousands separators and a decimal mark as a number."""
    mark = decimal or _decimal_mark(digits)
    whole, marked, rest = digits.partition(mark) if mark else (digits, "", "")
    if not whole.isdigit():
        if not _GROUPED.fullmatch(whole) or (mark and mark in whole):
            raise Unreadable("separators that fit no amount")
        whole = re.sub(r"\D", "", whole)
    if marked and not rest.isdigit():
        raise Unreadable("separators that fit no amount")
    return Decimal(f"{whole}.{rest or '0'}")


def _decimal_mark(digits: str) -> str | None:
    """The last of two different marks; a single one unless it groups thousands."""
    marks = [char for char in digits if char in ".,"]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) != 1:
        return None
    mark = marks[0]
    whole, _, rest = digits.partition(mark)
    if len(rest) != 3 or whole.startswith("0") or len(whole) > 3:
        return mark
    if mark == "," or " " in whole:
        return None
    raise Unreadable("may be thousands or decimals: say 'decimal' in the mapping")


_UNITS: Mapping[Kind, Mapping[str, float]] = {
    "length": {
        **dict.fromkeys(("mm", "millimetre", "millimeter", "毫米"), 1.0),
        **dict.fromkeys(("cm", "centimetre", "centimeter", "厘米", "公分"), 10.0),
        **dict.fromkeys(("in", "inch", "inche", '"', "''", "″", "”", "英寸"), MM_PER_INCH),
    },
    "carat": {
        **dict.fromkeys(("ct", "ctw", "cttw", "carat", "克拉"), 1.0),
        **dict.fromkeys(("分", "point", "pt"), 0.01),
    },
    "weight": {
        **dict.fromkeys(("g", "gram", "gramme", "gm", "克"), 1.0),
        **dict.fromkeys(("kg", "千克", "公斤"), 1000.0),
        **dict.fromkeys(("ct", "carat", "克拉"), GRAMS_PER_CARAT),
    },
}
_MEASURE = re.compile(
    r"(?:(?P<whole>\d{1,6})[ -])?(?P<top>\d{1,6})/(?P<bottom>\d{1,6})\s*(?P<unit>\D{0,14})"
    r"|(?P<number>\d{1,9}(?:[.,]\d{1,6})?|[.]\d{1,6})\s*(?P<unit2>\D{0,14})"
)
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
_LARGEST: Mapping[Kind, float] = {"length": 5_000, "carat": 10_000, "weight": 20_000}


def read_measure(cell: str, kind: Kind, unit: str | None = None) -> float:
    """'2.5 inch', '3/8"', '0.25克拉' in mm, carat or g. ``unit`` is the column's, if it has one."""
    for mark, fraction in _VULGAR.items():
        cell = cell.replace(mark, f" {fraction}")
    match = _MEASURE.fullmatch(_plain(cell).casefold())
    if not match:
        raise Unreadable("expected one number with its unit, such as 45 cm")
    size = _unit_size(match["unit"] or match["unit2"] or "", kind, unit)
    if match["number"]:
        value = Fraction(match["number"].replace(",", "."))
    elif int(match["bottom"]) == 0:
        raise Unreadable("a fraction over zero")
    else:
        value = Fraction(int(match["whole"] or 0))
        value += Fraction(int(match["top"]), int(match["bottom"]))
    measured = round(float(value) * size, 3)
    if measured <= 0:
        raise Unreadable("zero; leave the cell empty if it is not known")
    if measured > _LARGEST[kind]:
        raise Unreadable("too large to be true")
    return measured


def _unit_size(written: str, kind: Kind, unit: str | None) -> float:
    units = _UNITS[kind]
    written = written.strip().strip(".")
    for name in (written, written.removesuffix("s"), written.replace(" tw", "tw")):
        if name and name in units:
            return units[name]
    if written:
        raise Unreadable(f"'{written}' is no unit of {kind}")
    if unit is None:
        raise Unreadable("a number without a unit: say 'unit' in the mapping")
    return units[unit]


def is_unit(name: str) -> bool:
    """Is this a unit that a mapping may name for a column?"""
    return any(name in units for units in _UNITS.values())


def unit_fits(name: str, kind: Kind) -> bool:
    """Does the unit measure this kind of thing?"""
    return name in _UNITS[kind]


_DAYS = {
    **dict.fromkeys(("day", "天", "日", "个工作日", "工作日"), 1),
    **dict.fromkeys(("week", "周", "星期", "个星期"), 7),
    **dict.fromkeys(("month", "个月", "月"), 30),
    "year": 365,
    "年": 365,
}
_PERIOD = re.compile(
    r"(?:(\d{1,3})\s*(?:-|–|to|至|~|到)\s*)?(\d{1,3})[ -]?(?:business |working |calendar )?"
    r"(day|week|month|year|个工作日|工作日|个星期|个月|天|日|周|星期|月|年)"
)


def read_days(cell: str) -> int:
    """'1-2 business days', '1 month', '7天' in days; of a range the longer end.

    A month is 30 days, a year 365; business days are counted as they are written.
    """
    words = _plain(cell).casefold()
    if "overnight" in words or "次日" in words:
        return 1
    found = {int(match[2]) * _DAYS[match[3]] for match in _PERIOD.finditer(words)}
    if not found and re.fullmatch(r"\d{1,3}", words):
        return int(words)
    if len(found) != 1:
        raise Unreadable("expected one period, such as 30 days")
    return found.pop()


_NO_RETURN = re.compile(r"\bno returns?\b|final sale|non-?returnable|不退|不可退|不支持退")


def read_return_days(cell: str) -> int:
    """'30 days return policy' is 30, 'No return policy' is 0: it cannot be returned."""
    words = _plain(cell).casefold()
    if _NO_RETURN.search(words) and not re.search(r"\d", words):
        return 0
    return read_days(words)


_STOCK_WORDS: Mapping[str, Availability] = {
    **dict.fromkeys(("instock", "available", "yes", "true", "1", "有货", "现货", "有"), "in_stock"),
    **dict.fromkeys(("limitedavailability", "onlyoneleft", "lastone", "最后一件"), "last_one"),
    **dict.fromkeys(("outofstock", "soldout", "no", "false", "0", "discontinued"), "sold_out"),
    **dict.fromkeys(("缺货", "售罄", "无货", "已售罄", "断货", "无"), "sold_out"),
    **dict.fromkeys(("preorder", "backorder", "madetoorder", "onorder"), "to_order"),
    **dict.fromkeys(("预售", "预订", "定制", "订制", "需订制"), "to_order"),
}


def read_availability(cell: str) -> Availability:
    """'in_stock', 'Out of stock', '现货', 'https://schema.org/InStock' as ours."""
    words = _plain(cell).casefold().rsplit("/", 1)[-1]
    word = re.sub(r"[\s_\-.]+", "", words)
    if word not in _STOCK_WORDS:
        raise Unreadable("expected in stock, out of stock, preorder or backorder")
    return _STOCK_WORDS[word]


def read_stock(cell: str) -> tuple[int | None, Availability]:
    """A count on the shelf and what it means; '10+' is in stock and uncounted."""
    words = _plain(cell).replace(",", "")
    match = re.fullmatch(r"(-?)(\d{1,9})(?:\.0{1,4})?(\+?)\s*(?:pcs?|pieces?|件|个|只|枚)?", words)
    if not match:
        return None, read_availability(cell)
    count = int(match[2])
    if match[1] and count:  # sold more than there were
        return None, "sold_out"
    if match[3]:
        return None, "in_stock"
    return count, stock_availability(count)


def stock_availability(count: int) -> Availability:
    """What a shopper may know of a count."""
    return "sold_out" if count == 0 else "last_one" if count == 1 else "in_stock"


def read_whole(cell: str) -> int:
    """A whole number above zero, such as a count of stones."""
    match = re.fullmatch(r"(\d{1,6})(?:\.0+)?\s*(?:pcs?|颗|粒|pieces?|stones?)?", _plain(cell))
    if not match or int(match[1]) == 0:
        raise Unreadable("expected a whole number above zero")
    return int(match[1])


_YES = frozenset({"yes", "true", "1", "y", "是", "有", "hypoallergenic", "防过敏", "低敏"})
_NO = frozenset({"no", "false", "0", "n", "否", "不是"})


def read_flag(cell: str) -> bool:
    """Yes or no."""
    word = cell.strip().casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise Unreadable("expected yes or no")
