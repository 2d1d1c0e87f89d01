"""Looks and shades that the vocabulary does not know, told by the word that they stand before:
'dark academia vibe', '多巴胺风格', 雾霾蓝, 奶茶色.

What stands there is a name, whatever its words: 'old money' is made of common ones. Ordinary
adjectives (温柔风, 'a cool vibe') and words that point (这种风格, 'the same style') name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.lexicon import cut_chinese, is_chinese
from assistant.understanding.mentions import Mention

Found = list[tuple[int, str]]

_WORD = r"[a-z][a-z0-9'&]*"
_NAMED_BEFORE = re.compile(
    rf"((?:{_WORD}[ -]){{1,3}})(?:vibes?|aesthetics?|core|inspired|themed?|styles?|styled)\b|"
    r"([a-z][a-z0-9'& -]{1,20}?) ?(?=风(?![a-z\u3400-\u9fff])|风[格的款]|色系|系(?:列|的|$)|"
    r"(?:vibes?|style|aesthetic) ?[的风])"
)
# Names may mix letters and figures: y2k, of which folding makes y2000.
_MIXED = re.compile(
    r"(?<![a-z0-9])([a-z]+\d+[a-z]+|[a-z]\d000)(?= \0| ?(?:vibe|style|aesthetic|look|风|的|款))"
)
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        "a an the this that these those some any my her his our your their its with in of for "
        "and or but not no more most less very really quite so too such kind sort type same "
        "different similar other another own what which whatever every each all both good "
        "great nice best better right wrong cool cute fun pretty lovely beautiful gorgeous "
        "amazing awesome sweet warm cold soft strong light dark bright fresh clean new newer "
        "latest old older young big small whole overall general certain particular specific "
        "special unique favourite favorite usual normal typical standard basic easy casual "
        "formal fancy elegant classy stylish trendy fashionable popular hot current today "
        "expensive cheap cheaper rich luxurious feminine masculine girly edgy natural "
        "everyday daily mature youthful playful funky chic life free freestyle want like love "
        "need has have is are was be do does got get give show see find looking look looks "
        "feel feels something anything nothing one ones thing things someone it me i you he "
        "she they we u to by from on at as into has having hard ground air up out first "
        "single double open high low long short wide thick thin round square ring rings "
        "earrings necklace bracelet pendant core",
    )
)
_HEADS = ("风格", "色系", "色调", "配色", "系", "风", "色", "范", *tuple("蓝绿粉紫橙灰"))
_AFTER_HEAD = re.compile(r"(?:\0|$|[^\u3400-\u9fff]|[的款类吗么呢吧啊有饰首没]|一点|[点些])")
_SHADE = re.compile(r"[蓝绿红粉紫黄橙棕灰白黑青]色?|[\u3400-\u9fff]色")
# Words of ours that end as a look or a shade does.
_NO_LOOKS = frozenset(
    re.findall(
        r"\w+",
        "颜色 特色 角色 景色 出色 成色 本色 肤色 彩色 单色 各色 双色 三色 有色 无色 变色 掉色 "
        "褪色 染色 上色 配色 同色 异色 气色 脸色 神色 货色 音色 起色 逊色 润色 夜色 月色 绝色 "
        "西北风 食西北风 喝西北风 东风 发黑 变黑 发绿 变绿 发黄 变黄 发白 "
        "物色 色 清一色 同色系 深色 浅色 亮色 暗色 冷色 暖色 纯色 素色 淡色 原色 主色 关系 "
        "联系 体系 没关系 系 星系 作风 台风 春风 吹风 通风 刮风 微风 威风 下风 风 风格 "
        "款式风格 啥风格 什么风格 师范 规范 示范 防范 模范 深色系 浅色系 冷色系 暖色系 亮色系 "
        "冷色调 暖色调 色系 色调 大色系 黄皮 冷白皮 冷白 显白 黄黑皮 黄一白 白",
    )
)
_ENDS_MODIFIER = frozenset(
    re.findall(
        r"\w+",
        "要 想要 想 超 超爱 好爱 最爱 是不是 会不会 "
        "有 没有 没 有没有 找 看 看看 买 来 给 喜欢 喜爱 爱 推荐 换成 换 改成 走 "
        "偏 带 是 属于 适合 做 挑 选 送 求 穿 戴 搭 搭配 配 追求 偏爱 中意 钟意 考虑 试试 "
        "想看 改 用 属 像 不要 别 不想要 讨厌 需要 希望 求推荐 种 款 类 个 条 对 枚 只 件 点 "
        "些 的 地 得 了 和 跟 与 或 或者 还是 什么 啥 哪种 哪个 这种 那种 这个 那个 整体 原来 "
        "别的 其他 其它 不同 各种 各类 同样 类似 现在 今年 流行 主流 大众 个人 自己 多种 两种 "
        "所有 任何 普通 正常 一般 年轻 成熟 新 旧 老 大 小 颜色 风格 款式 金属 材质 首饰 饰品 "
        "珠宝 东西 石头 宝石 我 你 她 他 我们 你们 皮肤 肤色 显 比较 更 很 太 最 特别 非常 "
        "稍微 有点 一点 带点 同 双 单 亮 暗 深 浅 淡 纯 正 冷 暖 黑白 今天 明天 平时 上班 "
        "夏天 冬天 春天 秋天 一 两 三 几 多 撞 男 女 男士 女士 男生 女生",
    )
)
_ORDINARY_TAGS = ("a", "z", "b", "v", "d")
_NOT_PART = ("r", "m", "q", "p", "c", "u", "y", "f", "e", "k")
_MOST_CHARACTERS = 5


def find_unknown_looks(left: str, text: str, mentions: Sequence[Mention]) -> Found:
    """Where in folded ``text`` unknown looks and shades stand, and what they are called. ``left``
    is the text with what was understood blanked out by NUL."""
    return [*_latin(left), *_chinese(left), *_shades(left, text, mentions)]


def _latin(left: str) -> Found:
    found = [(match.start(1), re.sub(r"000$", "k", match[1])) for match in _MIXED.finditer(left)]
    for match in _NAMED_BEFORE.finditer(left):
        group = 1 if match[1] else 2
        name, start = _name_at_end(match[group], match.start(group))
        if name and match[0].endswith("core"):
            name = f"{name} core"
        if name and not any(at == start for at, _ in found):
            found.append((start, name))
    return found


def _name_at_end(words: str, start: int) -> tuple[str, int]:
    """The last two words at most, back to one that names nothing: 'with a dark academia' ->
    'dark academia'. Before a naming word an adjective may be part of the name."""
    said = [(match[0], start + match.start()) for match in re.finditer(_WORD, words)]
    if not said or said[-1][0] in _NO_NAME:
        return "", start
    name, at = said[-1]
    if len(said) > 1:
        before, place = said[-2]
        is_joined = at - place == len(before) + 1
        if is_joined and (before not in _NO_NAME or before in ("dark", "old", "clean", "soft")):
            return f"{before} {name}", place
    return name, at


def _chinese(left: str) -> Found:
    """Names before 风格, 色, 系: 老钱风, 多巴胺色系, 奶茶色."""
    found: Found = []
    for head in re.finditer("|".join(_HEADS), left):
        if not _AFTER_HEAD.match(left[head.end() :]):
            continue
        start = _modifier_start(left, head.start())
        name = left[start : head.end()]
        if left[head.start() - 1 : head.start()] == head[0]:  # 灰灰的
            continue
        least = 1 if head[0] in ("风", "系") else 2
        if len(name) - len(head[0]) < least or name in _NO_LOOKS:
            continue
        if len(head[0]) == 1 and name[-2:] in _NO_LOOKS:
            continue
        shown = name if len(head[0]) == 1 else name.removesuffix(head[0])
        if not _is_ordinary(left[start : head.start()]):
            found.append((start, shown))
    return found


def _shades(left: str, text: str, mentions: Sequence[Mention]) -> Found:
    """Names before a colour that is understood: 雾霾蓝, 克莱因蓝."""
    found: Found = []
    for one in mentions:
        shade = text[one.start : one.end].removesuffix("的")
        is_shade = one.means.keys() & _COLOURS and _SHADE.fullmatch(shade)
        if not is_shade or left[: one.start].endswith(
            ("显", "发", "变", "说", "讲")
        ):  # 显白 suits a skin
            continue
        straddling = _word_across(text, one.start)
        if text[one.start - 1 : one.start] == shade[0]:
            continue
        if straddling < one.start and len(shade) > 1:  # 奶茶色, of which 茶色 is known
            found.append((straddling, text[straddling : one.start] + shade))
            continue
        start = _modifier_start(left, one.start)
        modifier = left[start : one.start]
        if len(modifier) >= 2 and not _is_ordinary(modifier) and modifier not in _NO_LOOKS:
            found.append((start, modifier + shade))
    return found


_COLOURS = frozenset({"stone_colour", "metal_colour"})


def _word_across(text: str, at: int) -> int:
    """Where the word begins that goes on past ``at``; ``at`` itself if none does."""
    before = re.search(r"[\u3400-\u9fff]*$", text[:at])
    after = re.match(r"[\u3400-\u9fff]*", text[at:])
    if not before or not after:
        return at
    place = before.start()
    for word, _ in cut_chinese(before[0] + after[0]):
        if place < at < place + len(word):
            return place
        place += len(word)
    return at


def _modifier_start(left: str, end: int) -> int:
    """Where the words that modify what stands at ``end`` begin."""
    run = re.search(r"[\u3400-\u9fff]*$", left[:end])
    at = end
    if not run:
        return at
    for word, tag in reversed(cut_chinese(run[0])):
        ends = word in _ENDS_MODIFIER or (tag[:1] in _NOT_PART and is_chinese(word))
        if ends or end - at + len(word) > _MOST_CHARACTERS:
            break
        at -= len(word)
    return at


def _is_ordinary(modifier: str) -> bool:
    """Is it made of adjectives and verbs that the dictionary has: 温柔, 流行?"""
    return all(
        tag[:1] in _ORDINARY_TAGS and is_chinese(word) for word, tag in cut_chinese(modifier)
    )
