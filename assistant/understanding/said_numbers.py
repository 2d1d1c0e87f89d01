"""Numbers as keyboards and recognisers write them: 五佰, 四十五里米, '56 oh sorry 57'.

Works on folded text before its numbers are in digits. A number that the same breath corrects is
left out, so that what stands before it (a scale, a bound) counts for the one that was meant.
"""

from __future__ import annotations

import re

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬", "一二三四五六七八九十百千万")
_CN = "零〇一二两三四五六七八九十百千万"
_FORMAL_RUN = re.compile(
    rf"(?:[{_CN}\d]+拾|[{_CN}\d]*[壹贰叁肆伍陆柒捌玖佰仟萬])[{_CN}壹贰叁肆伍陆柒捌玖拾佰仟萬]*"
)
_AFTER_NUMBER = rf"(?<=[{_CN}\d半])"
_ENDS = r"(?=$|[,，。的吧以之内左上长啊呢])"
# A unit typed by its sound, or said as Taiwan says it; only right after a number.
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(_AFTER_NUMBER + said), meant)
    for said, meant in (
        (r"(?:里|离|理|李|历|力|厘|利)(?:米|迷|密|咪|蜜)", "厘米"),
        (r"(?:豪|毫|亳|号)(?:米|迷|密|咪|蜜)", "毫米"),
        (r"(?<=\d\d)r(?![a-z\d])", "元"),
        (r"公(?:份|纷|芬)", "公分"),
        (rf"(?:道|倒)(?=[{_CN}\d])", "到"),
        (r"公克", "克"),
        (r"公厘", "毫米"),
        (r"(?:刻|客|可)" + _ENDS, "克"),
        (r"(?:克|可|刻)(?:啦|垃|辣|腊)(?!啊)", "克拉"),
        (r"(?:快|筷)(?=钱|以|左|的|吧|$)", "块"),
        (
            r"(?P<sum>块钱?|元)?(?:以|已|亿|(?<=[百千万元块钱\d])一)(?:那|拿|哪|呐|乃|类|累|泪|内)",
            r"\g<sum>以内",
        ),
        (
            r"(?P<sum>块钱?|元)?(?:以|已|亿|(?<=[百千万元块钱\d])一)(?:下|夏|吓)(?!单)",
            r"\g<sum>以下",
        ),
        (r"(?P<sum>块钱?|元)?(?:以|已|亿)(?:上|尚)", r"\g<sum>以上"),
        (r"(?P<sum>块钱?|元)?(?:左|坐|座)(?:右|又|佑)", r"\g<sum>左右"),
        (r"(?:圆|园|员)(?=以|左|的|吧|到|$)", "元"),
    )
)
_EN_WORDS = re.findall(
    r"\w+",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand grand",
)
_EN = "|".join(_EN_WORDS)
_NUMBER = (
    rf"(?:\d+(?:\.\d+)?|[{_CN}]+|(?!one\b(?! hundred| thousand| grand))(?:{_EN})\b"
    rf"(?:[ -](?:and )?(?:{_EN})\b)*)(?: and a half\b|半)?"
)
_UNIT = (
    r"(?: ?(?:cm|mm|inch(?:es)?|grams?|g|k|karats?|carats?|ct|dollars?|bucks|pounds|quid|euros?|"
    r"yuan|"
    r"rmb|厘米|公分|毫米|克拉|克|块钱|块|元|号|码|寸)(?![a-z]))?"
)
_PREFIX = r"(?:[$€£¥] ?)?"
_SLIP = (
    r"(?:[\s,，.。]*(?:(?:oh|ah|no|nah|wait|sorry|sry|oops|whoops|actually|i mean(?:t)?|make "
    r"(?:it|that)|"
    r"scratch that|or rather|my bad|my mistake|correction|should be)\b|[啊哦噢呃嗯额唉哎]?不对|"
    r"不不不?|"
    r"[啊哦噢呃嗯额唉哎]不(?:是)?|不是不是|[我]?(?:说|讲|打|写|记|搞|弄)?错了|口误|应该是|我(?:是)?(?:说|意思)(?:的)?是|"
    r"我是说|等等|等一下|[啊哦噢呃嗯额唉哎]))+[\s,，.。]*(?:是|the |a |like )?"
)
_CORRECTED = re.compile(
    rf"(?<![a-z\d.{_CN}]){_PREFIX}(?P<one>{_NUMBER})(?P<unit>{_UNIT})(?P<slip>{_SLIP})"
    rf"(?P<prefix>{_PREFIX})(?P<other>{_NUMBER})(?P<unit2>{_UNIT})"
    rf"(?!\s*(?:of (?:them|these)|rings?|pieces?|pairs?|个|款|条|对|件|枚|只|th|st|nd|rd|"
    rf"[{_CN}\d.]|[ -](?:{_EN})\b))"
)
# Letters and figures that a recogniser hears one by one: 'g i a', 'u s six', 'nine two five'.
_ONE_BY_ONE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b{said}\b"), meant)
    for said, meant in (
        *((" ".join(name), name) for name in ("gia", "igi", "hrd", "ngtc", "usd", "eur", "gbp")),
        *((rf"{' '.join(name)}(?= (?:size )?(?:\d|{_EN}))", name) for name in ("us", "uk", "eu")),
        *(
            (rf"{whole} point {tenth}(?= (?:carats?|cts?|grams?|cm|mm|inch))", f"{at}.{tenths}")
            for at, whole in enumerate(("zero", *_EN_WORDS[:9]))
            for tenths, tenth in enumerate(_EN_WORDS[:9], start=1)
        ),
        (r"(?:three|3) quarters? (?:of )?(?:an? )?(?=carat)", "0.75 "),
        (r"(?:an? )?quarter (?:of )?(?:an? )?(?=carat)", "0.25 "),
        (r"nine (?:two|twenty) five", "925"),
        (r"(?:triple nine|nine nine nine)", "999"),
    )
)
_PAIR = re.compile(
    r"(?P<before>\b(?:compare|between|difference|(?:heavi|light|cheap|dear|bett|bigg|small|nic|"
    r"pretti|long|short)er)\b(?: (?:the|is|of|out|them|these|between))*) (?:number )?(?P<one>one|"
    r"two|three|"
    r"four|five|six)"
    r" (?P<and>and|with|or|to|versus|vs) (?:number )?(?P<two>one|two|three|four|five|six)\b"
    r"(?! (?:hundred|thousand|grand|and a half|dollars|carats?))"
)
_PLACES = {word: str(place) for place, word in enumerate(_EN_WORDS[:6], start=1)}
# 'Two fifty' is a sum where sums are the talk.
_TEENS_AND_ONES, _TENS = "|".join(_EN_WORDS[:19]), "|".join(_EN_WORDS[19:27])
_FIFTY = (
    rf"(?P<hundreds>{_TEENS_AND_ONES}) (?P<rest>(?:{_TENS})(?: (?:{'|'.join(_EN_WORDS[:9])}))?)\b"
    r"(?! (?:hundred|thousand|grand|carat|mil))"
)
_TWO_FIFTY = re.compile(
    r"(?P<before>\b(?:under|over|below|above|than|about|around|max|maximum|most|budget(?: is)?|"
    r"spend|"
    rf"to|of|like|say|it's|is) ){_FIFTY}"
)
_FIFTY_TOPS = re.compile(
    rf"(?P<before>\b|^){_FIFTY}(?= (?:tops|max(?:imum)?|at (?:the )?most|or (?:so|less|under)|"
    rf"dollars|"
    r"bucks|pounds|quid|euros?|yuan|kuai)\b)"
)
_OF_SIZE = re.compile(r"\bsizes?\b|\b(?:us|uk|eu)\b")
_HEDGE = r"(?:like|about|around|say|maybe|roughly|probably|approximately)"
_HEDGED_FROM = re.compile(rf"\b(between|from) (?:{_HEDGE} )+(?=[$€£]?(?:\d|(?:a |{_EN})))")
_HEDGED_TO = re.compile(rf"\b(and|to) (?:{_HEDGE} )+(?=[$€£]?(?:\d|(?:a |{_EN})))")
_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_MONTH = re.compile(rf"(?<![{_CN}])(十[一二]?|[一二三四五六七八九])月(?=[{_CN}\d]{{1,3}}[号日])")
_K_AND = re.compile(r"(?<![a-z\d.])([1-9])k([1-9])(?![\da-z.])")  # '1k5' is 1500
# 手寸的话是五十四: what marks a topic stands between a size and its number.
_TOPIC = re.compile(
    r"(?<=手寸|圈口|内径|手围|戒围|指围|尺寸|尺码|号码|预算|长度|链长|克重|克数|价格|价钱)"
    rf"(?:的话|嘛|呢|啊|吧)(?:就|那就|那)?(?=[,，是要为大左戴{_CN}\d])"
)
_ONLY_SOUNDS = re.compile(r"[\s,，.。啊哦噢呃嗯额唉哎]*")
_PURITY = re.compile(r" ?(?:k|karats?)")


def read_said_numbers(text: str) -> str:
    """Folded ``text`` with its numerals and units as they were meant."""
    text = _TOPIC.sub("", _FORMAL_RUN.sub(_in_plain_numerals, text))
    text = _MONTH.sub(lambda found: f"{_MONTHS.index(found[1]) + 1}月", text)
    text = _K_AND.sub(lambda found: f"{found[1]}{found[2]}00", text)
    for said, meant in _UNITS:
        text = said.sub(meant, text)
    text = _as_spoken(text) if text.isascii() or re.search(r"[a-z] [a-z]", text) else text
    return _CORRECTED.sub(_meant, text)


def _as_spoken(text: str) -> str:
    for said, meant in _ONE_BY_ONE:
        text = said.sub(meant, text)
    text = _PAIR.sub(
        lambda pair: (
            f"{pair['before']} number {_PLACES[pair['one']]} {pair['and']} number "
            f"{_PLACES[pair['two']]}"
        ),
        text,
    )
    if not _OF_SIZE.search(text):
        for pattern in (_TWO_FIFTY, _FIFTY_TOPS):
            text = pattern.sub(r"\g<before>\g<hundreds> hundred and \g<rest>", text)
    if _HEDGED_FROM.search(text) or re.search(r"\b(?:between|from)\b", text):
        text = _HEDGED_TO.sub(r"\1 ", _HEDGED_FROM.sub(r"\1 ", text))
    return text


def _in_plain_numerals(match: re.Match[str]) -> str:
    """五佰 is 五百; a lone 陆 (of 大陆) is no six."""
    return match[0].translate(_FORMAL) if len(match[0]) > 1 else match[0]


def _meant(match: re.Match[str]) -> str:
    """The later number, with the unit of the one that it corrects where it has none."""
    unit, later = match["unit"], match["unit2"]
    if _ONLY_SOUNDS.fullmatch(match["slip"]):
        return match[0]
    if unit and later and unit.strip() != later.strip():
        return match[0]  # 'under 500 dollars, no, 18 inches' speaks of two things
    if not unit and _PURITY.fullmatch(later):
        return match[0]
    prefix = match["prefix"] or re.match(_PREFIX, match[0])[0]  # type: ignore[index]
    return f"{prefix}{match['other']}{later or unit}"
