"""Words that nothing explains are noticed; ordinary words are not."""

from __future__ import annotations

import pytest

from assistant.evaluation.scripts import find_scripts
from assistant.terms import Vocabulary
from tests.reading import ASSETS, Reader
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


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("雾霾蓝的耳环", ("雾霾蓝",)),
        ("克莱因蓝戒指", ("克莱因蓝",)),
        ("蒂芙尼蓝的项链", ("蒂芙尼蓝",)),
        ("奶茶色手链", ("奶茶色",)),
        ("美拉德色的手链", ("美拉德色",)),
        ("莫兰迪色的手镯", ("莫兰迪色",)),
        ("有没有多巴胺色系的耳环", ("多巴胺",)),
        ("想要静奢风的手链", ("静奢风",)),
        ("老钱风的项链", ("老钱风",)),
        ("日系风格的项链", ("日系",)),
        ("复古港风耳环", ("港风",)),
    ],
)
def test_a_look_or_a_shade_that_is_not_known_is_told_by_what_it_stands_before(
    wish_reader: WishReader, said: str, unknown: tuple[str, ...]
) -> None:
    assert wish_reader.unknown(said) == unknown


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("y2k vibe rings", ("y2k",)),
        ("y2k rings", ("y2k",)),
        ("cottagecore earrings", ("cottagecore",)),
        ("cottage core earrings", ("cottage core",)),
        ("something with a dark academia vibe", ("dark academia",)),
        ("old money style necklace", ("old money",)),
        ("I'd like a grunge aesthetic", ("grunge",)),
        ("bridgerton inspired earrings", ("bridgerton",)),
    ],
)
def test_so_is_a_look_in_english_whatever_words_it_is_made_of(
    wish_reader: WishReader, said: str, unknown: tuple[str, ...]
) -> None:
    assert wish_reader.unknown(said) == unknown


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("dopamine 风格的项链", ("dopamine",)),
        ("quiet luxury vibe 的手链", ("quiet luxury",)),
        ("我要 y2k 风的戒指", ("y2k",)),
        ("ins 风耳钉", ("ins",)),
    ],
)
def test_so_is_one_named_in_the_other_language(
    wish_reader: WishReader, said: str, unknown: tuple[str, ...]
) -> None:
    assert wish_reader.unknown(said) == unknown


@pytest.mark.parametrize(
    "said",
    [
        "什么颜色都可以的戒指",
        "有没有不掉色的项链",
        "要显白的颜色的耳环",
        "今年流行的颜色的戒指",
        "我喜欢这种色系的",
        "我喜欢这种风格",
        "这个系列的项链还有吗",
        "同色系的耳环",
        "没关系，看看金戒指",
        "深蓝色的戒指",
        "酒红色的手链",
        "两种颜色的戒指",
        "温柔风的项链",
        "简约风的戒指",
        "what style suits a round face",
        "show me your latest styles",
        "the same style in gold",
        "a modern everyday style",
        "nature-inspired pendant",
        "good vibes only, show me rings",
        "US7 rings in pt950",
        "s925 earrings",
    ],
)
def test_known_looks_and_words_that_name_none_are_not_unknown(
    wish_reader: WishReader, said: str
) -> None:
    assert wish_reader.unknown(said) == ()


def test_no_line_of_the_scripts_holds_a_look_that_is_not_known(
    wish_reader: WishReader, vocabulary: Vocabulary
) -> None:
    folder = ASSETS.parent / "tests" / "scenarios"
    scripts = [*find_scripts(folder, vocabulary), *find_scripts(folder / "other_hand", vocabulary)]
    said = [turn.say for script in scripts for turn in script.turns]
    assert len(said) > 1000
    looks = {one: found for one in said if (found := wish_reader.unknown_looks(one))}
    assert looks == {}


@pytest.mark.parametrize("said", ["雾霾蓝", "走韩系的", "an old money aesthetic"])
def test_an_unknown_look_by_itself_is_wished_for(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(category="ring"))
    assert understanding.intent == "refine"
    assert understanding.unknown


@pytest.mark.parametrize(
    "said", ["what is the vibe", "周杰伦什么风格", "今天天气灰灰的", "你喜欢什么风格"]
)
def test_small_talk_of_looks_wishes_for_nothing(reader: Reader, said: str) -> None:
    assert reader(said).intent not in ("search", "refine")
