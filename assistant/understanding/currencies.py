"""Currencies as shoppers name them, and which one a sentence names beside its numbers."""

from __future__ import annotations

import re

_NAMES = {
    "CNY": r"¥|￥|rmb|cny|yuan|kuai|renminbi|人民币|块钱|块|元",
    "USD": r"us\$|\$|usd|us dollars?|american dollars?|american bucks|us bucks|bucks us|"
    r"dollars us|dollars?|bucks|美元|美金|美刀|刀",
    "EUR": r"€|euros?|eur|欧元|欧(?![元洲码泊版号米美])",
    "GBP": r"£|pounds sterling|pounds?|gbp|quid|sterling|英镑|镑",
    "HKD": r"hk\$|hkd|hong kong dollars?|hk dollars?|港币|港元|港纸|港圆|港刀|蚊",
    "JPY": r"jpy|japanese yen|yen|日元|日圆|日币",
    "SGD": r"s\$|sgd|singapore dollars?|sing? dollars?|sing bucks|新币|新加坡元|新加坡币|坡币|新元",
    "TWD": r"nt\$|ntd|twd|taiwan dollars?|新台币|台币",
    "CAD": r"ca\$|c\$|cad|canadian dollars?|bucks canadian|canadian bucks|dollars canadian|"
    r"加币|加元|"
    r"加拿大元",
    "AUD": r"au\$|a\$|aud|australian dollars?|aussie dollars?|bucks aussie|aussie bucks|aussie|"
    r"澳币|澳元",
    "NZD": r"nz\$|nzd|new zealand dollars?|kiwi dollars?|纽币|新西兰元",
    "INR": r"₹|inr|indian rupees?|rupees?|rs\.?|印度卢比|卢比",
    "KRW": r"₩|krw|korean won|won|韩元|韩币",
    "CHF": r"chf|swiss francs?|francs?|瑞士法郎|瑞郎",
    "MYR": r"myr|rm|ringgits?|马币|令吉|林吉特",
    "THB": r"฿|thb|thai baht|baht|泰铢",
    "ZAR": r"zar|(?:south african )?rands?|兰特|南非兰特",
    "PHP": r"php|philippine pesos?|菲律宾比索",
    "IDR": r"idr|rupiahs?|印尼盾",
    "AED": r"aed|dirhams?|迪拉姆",
    "MOP": r"mop\$?|patacas?|澳门元|澳门币|葡币",
}
# Every name, the longest first, so that 'us dollars' is not read as 'dollars'.
ANY = "|".join(
    sorted("|".join(_NAMES.values()).replace(r"\$", "\0").split("|"), key=len, reverse=True)
).replace("\0", r"\$")
# Loose words of the street, which another currency named in the sentence explains.
SLANG = frozenset({"蚊", "块", "刀", "元", "kuai", "bucks", "dollars", "dollar", "pounds"})
# A currency named apart from the number: 'in dollars', '三万以内 人民币'.
_STRONG = (
    r"人民币|港币|港元|美元|美金|欧元|英镑|日元|日币|台币|新币|坡币|澳元|澳币|加元|加币|韩元|韩币|卢比|马币|"
    r"rmb|cny|usd|hkd|eur|gbp|jpy|sgd|aud|cad|inr|us dollars|dollars|euros|pounds|sterling|yuan|"
    r"yen|"
    r"rupees|renminbi"
)
_APART = re.compile(rf"(?<!\d)(?<!\d )(?<![a-z])(?P<c>{_STRONG})(?![a-z])(?!\s*\d)")
_US_AFTER = re.compile(r"(?<=\d{3} )us\b(?! (?:sizes?|rings?|a ))")  # '3000 us'
# Which currency the sums that stand are in: '我说的是美元', 'dollars not pounds'.
_SAYS_WHICH = re.compile(
    r"^(?:(?:no|sorry|oh|wait|actually|sry|oops|i (?:mean|meant|said)|i'm (?:talking|thinking)|"
    r"(?:that|it)(?:'s| is| was| should be)|make (?:it|that)|change (?:it|that|the currency)|"
    r"(?:how|so) (?:silly|stupid|daft) of me|silly me|my (?:mistake|bad|fault|error)|apologies|"
    r"(?:oh|ah) (?:dear|no)|hang on|hold on|i was (?:talking|thinking|meaning)|of course|obviously|"
    r"i should have said|(?:those|these|they|prices|sums)(?:'re| are| were)|i meant? that|clearly|"
    r"(?:and |but )?i(?:'m| am) (?:paying|spending)|meant|mean|talking|just to be clear|sory|"
    r"(?:in|to|as|by|using|the|is|was|currency|price|prices|budget|show|please|all)|"
    r"我(?:说|讲|指)的?(?:是)?|是|单位|货币|币种|不是|不对|说错了|应该|按|用|换成|改成|算|价格|"
    r"预算|的|都|以|给我)(?![a-z])|[\s,，.:：])*"
    rf"(?P<c>{_STRONG})"
    r"(?:(?:i mean(?:t)?|please|actually|instead|rather|sorry|计算|结算|算|显示|的|吧|哦|啊|"
    rf"来|计价)|[\s,，.!！。]|,? ?(?:not|而?不是|不要)(?: in)? ?(?:{_STRONG}))*$"
)


def currency_of(*words: str | None) -> str | None:
    """The ISO code of the first of ``words`` that names a currency."""
    for word in words:
        for code, pattern in _NAMES.items():
            if word and re.fullmatch(pattern, word):
                return code
    return None


def named_apart(text: str) -> str | None:
    """The currency that folded ``text`` names away from any number."""
    match = _APART.search(text)
    if match is None:
        return "USD" if _US_AFTER.search(text) else None
    return currency_of(match["c"])


def says_currency(text: str) -> str | None:
    """The currency of a sentence that says nothing but the currency meant."""
    match = _SAYS_WHICH.match(text)
    return currency_of(match["c"]) if match else None
