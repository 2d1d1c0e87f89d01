"""Words that nothing explains are noticed; ordinary words are not."""

from __future__ import annotations

import pytest

from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("a ring with tanzanian blue", ("tanzanian",)),
        ("tsavorite ring", ("tsavorite",)),
        ("mother of pearl pendant", ("mother of pearl",)),
        ("an adamantium bracelet under 3000", ("adamantium",)),
        ("a larimar and howlite necklace", ("larimar", "howlite")),
        ("有没有沙弗莱戒指", ("沙弗莱",)),
        ("我想买个帕拉伊巴", ("帕拉伊巴",)),
        ("施华洛世奇项链", ("施华洛世奇",)),
        ("我要 blorptanium 的吊坠", ("blorptanium",)),
    ],
)
def test_what_nothing_explains_is_unknown(
    wish_reader: WishReader, said: str, unknown: tuple[str, ...]
) -> None:
    assert wish_reader.unknown(said) == unknown


@pytest.mark.parametrize(
    "said",
    [
        "I'm looking for something really special for my godmother's housewarming, not too big",
        "it doesn't matter, whatever you'd recommend for a thirtieth anniversary",
        "hey there, could you show me a few sparkly bits I can wear to the opera in Canada?",
        "我想给闺女买件嫁妆，要显白一点的，别太夸张",
        "小红书上很火的那种锁骨链，上班能戴，有没有折扣",
        "送给我妈妈的生日礼物，她皮肤有点黑",
        "budget 三千左右的 birthday gift，要 cute 一点",
        "我在上海，急用，下周能到吗",
    ],
)
def test_ordinary_words_are_not_called_unknown(wish_reader: WishReader, said: str) -> None:
    assert wish_reader.unknown(said) == ()


def test_what_looks_like_a_term_and_is_a_stranger_sets_nothing(wish_reader: WishReader) -> None:
    assert wish_reader("mother of pearl") == {}
