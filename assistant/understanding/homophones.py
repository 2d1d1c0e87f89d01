"""Chinese slips of the ear and the eye: 篮宝石 for 蓝宝石, 以类 for 以内, 生曰 for 生日.

Who types by sound picks the wrong character of the right syllable. A stretch that is no word of the
dictionary, and sounds as a term of the vocabulary does, is read as that term. Precision comes
first: one character of the term must stand as it is, words of grammar are never read as part of
a slip, and a stretch that cuts a word in two is left alone.

Sounds come from pypinyin's table (MIT licence), read on first use; tones do not count, nor do the
pairs that many speakers do not tell apart (zh/z, sh/s, n/l, ing/in).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from assistant.understanding.lexicon import cut_chinese, is_chinese

# Words that wishes and questions are made of, beside the vocabulary's.
_CUES = re.findall(
    r"\S+",
    "以内 以下 以上 之内 左右 预算 便宜 发票 证书 材质 材料 尺寸 尺码 颜色 款式 "
    "保养 退货 换货 退换 快递 现货 收藏 对比 人工 客服 分期 刻字 包装 门店 营业 "
    "优惠 打折 工费 首饰 珠宝 宝石 主石 圈口 手寸 镶嵌 成色 克重 谢谢 你好 再见 "
    "拜拜 第一 第二 第三 邮费 运费 撤销 重新 付款 维修 保修 清洗 氧化 过敏 掉色 "
    "褪色 礼盒 包邮 地址 硬度 价格 关门 开门 开始 随便 无所谓 多少钱 转人工 记住 "
    "发黑 变黑 生锈 风格 送货 到货 预约 到店 试戴 抛光 改圈 最便宜 推荐 比较 "
    "自己 区别 有货 库存 至少 超过 低于 不限 取消 忘掉 礼物 实体店 长度 重量 邮寄 ",
)
_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
# Characters of grammar: neither part of a slip nor what makes a term known.
_GRAMMAR = frozenset(
    "的了是在有不我你您他她它这那就都也要和跟与吗呢吧啊没一个两几上下来去给把被对到从很太最更再还又只可能会想说看买送"
    "整弄搞什么怎样谁哪带戴镶含为因所但而或者及其于人家们年月日号"
)
_LONGEST = 5
# Characters that a hand writes alike, or that differ by a stroke: what stands, and what is meant.
_LOOK_ALIKE = {
    "已": "己", "巳": "己", "曰": "日", "目": "日", "囗": "口", "末": "未", "未": "末", "士": "土",
    "臧": "藏", "侯": "候", "折": "拆", "拆": "折", "簿": "薄", "今": "金", "卷": "圈", "贷": "货",
    "王": "玉", "主": "玉", "住": "佳", "夫": "天", "倩": "情", "侍": "待", "于": "干", "躅": "镯",
    "校": "较", "咔": "卡",
}  # fmt: skip
_SAME = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))


class Homophones:
    """Reads homophones of ``terms`` as the terms. ``known`` words are no slips of anything, and a
    sentence with one of ``names``, a merchant's own, is left alone."""

    def __init__(
        self, terms: Iterable[str], known: Iterable[str] = (), names: Iterable[str] = ()
    ) -> None:
        self._terms = {one for one in (*terms, *_CUES) if _is_short(one)}
        self._known = self._terms.union(one for one in known if _is_short(one))
        self._names = tuple(one for one in names if _RUN.search(one))
        self._by_sound: dict[tuple[str, ...], list[str]] | None = None

    def mend(self, text: str) -> str:
        """Folded ``text`` with its homophones read as the terms that they sound like."""
        if not _RUN.search(text) or any(name in text for name in self._names):
            return text
        return _RUN.sub(lambda run: self._mend_run(self._mend_shapes(run[0])), text)

    def _mend_shapes(self, run: str) -> str:
        """``run`` with a look-alike put right where that makes a term of what is no word."""
        for at, char in enumerate(run):
            meant = _LOOK_ALIKE.get(char)
            for start, size in ((at - 1, 2), (at, 2), (at - 2, 3), (at - 1, 3), (at, 3)):
                said = run[max(start, 0) : start + size]
                if meant is None or len(said) != size or is_chinese(said):
                    continue
                term = said.replace(char, meant)
                if term in self._terms and said not in self._known:
                    run = run[:start] + term + run[start + size :]
                    break
        return run

    def _mend_run(self, run: str) -> str:
        bounds, known = _bounds(run), self._spans(run)
        mended, at = "", 0
        while at < len(run):
            meant = self._slip_at(run, at, bounds, known) if at in bounds else None
            meant = meant or run[at]
            mended += meant
            at += len(meant)
        return mended

    def _spans(self, run: str) -> list[tuple[int, int]]:
        """Where known words stand in ``run``."""
        return [
            (at, at + size)
            for at in range(len(run))
            for size in range(2, _LONGEST + 1)
            if run[at : at + size] in self._known and at + size <= len(run)
        ]

    def _slip_at(
        self, run: str, at: int, bounds: frozenset[int], known: list[tuple[int, int]]
    ) -> str | None:
        """What a slip that begins at ``at`` is read as; None where none begins."""
        for size in range(min(_LONGEST, len(run) - at), 1, -1):
            end, said = at + size, run[at : at + size]
            cuts = any(start < end < stop or start < at < stop for start, stop in known)
            if cuts or end not in bounds or (at, end) in known or is_chinese(said):
                continue
            meant = self._meant_by(said)
            inside = [(a - at, b - at) for a, b in known if at <= a and b <= end]
            if meant and all(said[a:b] == meant[a:b] for a, b in inside):
                return meant
        return None

    def _meant_by(self, said: str) -> str | None:
        near = [one for one in self._sounding_like(said) if _is_slip(said, one)]
        exact = [one for one in near if _sound(said, loose=False) == _sound(one, loose=False)]
        best = exact or near
        if len(best) > 1:  # of 手镯 and a common slip of it that the vocabulary lists, the word
            best = [one for one in best if is_chinese(one)]
        return best[0] if len(best) == 1 else None

    def _sounding_like(self, said: str) -> list[str]:
        if self._by_sound is None:
            self._by_sound = {}
            for term in sorted(self._terms):
                self._by_sound.setdefault(_sound(term, loose=True), []).append(term)
        return self._by_sound.get(_sound(said, loose=True), [])


def _is_short(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST and _RUN.fullmatch(word) is not None


def _bounds(run: str) -> frozenset[int]:
    """Where words begin and end; a word that the segmenter made up may begin anywhere."""
    bounds, at = {0}, 0
    for word, _ in cut_chinese(run):
        if not is_chinese(word):
            bounds.update(range(at, at + len(word)))
        at += len(word)
        bounds.add(at)
    return frozenset(bounds)


def _is_slip(said: str, term: str) -> bool:
    """One telling character stands, and no word of grammar would be read as another."""
    pairs = list(zip(said, term, strict=True))
    stands = any(a == b and a not in _GRAMMAR for a, b in pairs)
    if len(said) > 2 and said[:-1] == term[:-1] and is_chinese(term):
        return stands and not is_chinese(said[:-1])  # 男朋有: what stands begins no other word
    return stands and not any(a != b and a in _GRAMMAR for a, b in pairs)


def _sound(word: str, *, loose: bool) -> tuple[str, ...]:
    """``word`` as syllables; ``loose`` makes one of the pairs that are often confused."""
    return tuple(_loosely(_syllable(char)) if loose else _syllable(char) for char in word)


def _loosely(syllable: str) -> str:
    for said, heard in _SAME:
        if syllable.startswith(said):
            syllable = heard + syllable[len(said) :]
            break
    return syllable[:-1] if syllable.endswith("ng") else syllable


@cache
def _syllable(char: str) -> str:
    """How ``char`` is mostly read, without its tone; itself, where the table lacks it."""
    return _toneless(_table().get(str(ord(char)), char).split(",")[0])


@cache
def _table() -> dict[str, str]:
    """Readings by code point, as pypinyin lists them; read without loading the package."""
    package = find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    path = Path(package.origin).with_name("pinyin_dict.json")
    table: dict[str, str] = json.loads(path.read_text("utf-8"))
    return table


def _toneless(syllable: str) -> str:
    plain = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    return "".join(char for char in plain if not unicodedata.combining(char))
