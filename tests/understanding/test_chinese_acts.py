"""What Chinese shoppers of several towns do beside wishing: courtesies, errands, rules, facts."""

from __future__ import annotations

import pytest

from tests.reading import Reader


def _each(*groups: tuple[str, list[str]]) -> list[tuple[str, str]]:
    return [(said, intent) for intent, sentences in groups for said in sentences]


@pytest.mark.parametrize(
    ("said", "intent"),
    _each(
        ("greet", ["您吉祥", "有冇人呀"]),
        ("thanks", ["谢谢您嘞", "唔該晒你", "太感谢了帮大忙了", "谢谢老板，祝我成功"]),
        ("goodbye", ["那我先撤了", "得闲再倾", "先這樣囉掰掰", "今天先看到这儿", "回头再说吧"]),
        ("help", ["你该不会是机器人吧", "你係咪真人嚟㗎", "我是在跟AI聊天吗", "你都识做咩㗎"]),
        (
            "chat",
            ["你有女朋友吗", "反正是婆婆掏钱", "祝我好运", "抱歉，刚才态度不好", "今天好热啊"],
        ),
        ("insult", ["你懂个屁，路边摊都比你强", "你脑子进水了吧", "烂透了", "跟你说话真费劲"]),
        ("off_topic", ["附近有啥好吃的", "明天股市会涨吗", "帮我写首诗"]),
        ("unclear", ["没听懂", "再说一遍", "不是这个意思"]),
        ("help", ["说普通话行吗"]),
        ("restart", ["统统忘掉，从头说起", "全部作廢，重新講過", "清零吧", "打回原形，重新挑"]),
        ("forget", ["把这条忘掉", "唔好再記我個size"]),
        ("recall", ["都记了我啥", "你記得我啲咩"]),
    ),
)
def test_courtesies_and_talk_about_the_talk_are_heard(
    reader: Reader, said: str, intent: str
) -> None:
    assert reader(said).intent == intent


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("我想同真人倾", "person"),
        ("给我找个活人来", "person"),
        ("想跟柜姐聊聊", "person"),
        ("上周买的戒指还没收到", "order_status"),
        ("訂單什麼時候出貨", "order_status"),
        ("約個時間去你們門市看看", "viewing"),
        ("我想去店里试戴一下", "viewing"),
    ],
)
def test_errands_for_the_staff_are_handed_over(reader: Reader, said: str, kind: str) -> None:
    read = reader(said)
    assert (read.intent, read.handover) == ("handover", kind)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("你哋幾點閂門呀", "hours"),
        ("周日开不开", "hours"),
        ("内圈刻两个人的名字可以吗", "engraving"),
        ("能开法票吗", "payment"),
        ("可以用八达通俾钱吗", "payment"),
        ("抹个零", "price"),
        ("老板便宜点呗", "price"),
        ("送到台北要几天", "shipping"),
        ("聽日去邊度攞貨", "address"),
        ("地址在哪 我去店里看看", "address"),
        ("旧金子拿来换新怎么折算", "trade_in"),
    ],
)
def test_rules_of_the_shop_are_asked_for_in_many_ways(reader: Reader, said: str, rule: str) -> None:
    read = reader(said)
    assert read.intent == "policy"
    assert rule in read.topics


@pytest.mark.parametrize(
    "said",
    [
        "16寸定18寸襯V領",
        "送长辈黄金还是翡翠好",
        "培育鑽保唔保值",
        "珍珠怕不怕汗",
        "洗澡能戴吗",
        "偷偷量她手指头有啥招",
    ],
)
def test_questions_of_knowledge_make_no_wish(reader: Reader, said: str) -> None:
    read = reader(said)
    assert read.intent in ("advice", "care", "sizing")
    assert read.edits == ()


@pytest.mark.parametrize("said", ["这个一克合多少钱", "20克足金大概多少钱", "工费怎么算"])
def test_what_gold_comes_to_is_worked_out(reader: Reader, said: str) -> None:
    read = reader(said)
    assert read.intent == "gold_maths"
    assert read.edits == ()


def test_a_bare_size_is_a_wish_whose_scale_is_asked(reader: Reader) -> None:
    read = reader("12号")
    assert read.intent == "search"
    assert read.ambiguity is not None


def test_how_many_colours_asks_for_the_colours(reader: Reader) -> None:
    assert reader("有几种颜色").intent == "survey"


def test_a_rule_asked_of_one_piece_is_no_wish_for_another_like_it(reader: Reader) -> None:
    table = tuple(one.id for one in reader.products.values() if one.category == "ring")[:3]
    read = reader("第二只可以改戒圍嗎", reader.session(shown=table, category="ring"))
    assert (read.intent, read.topics[0]) == ("policy", "resizing")


@pytest.mark.parametrize("said", ["第一个好还是第二个好", "跟第二个比，哪个划算", "前两个比一比"])
def test_two_pieces_are_weighed_in_many_ways(reader: Reader, said: str) -> None:
    table = tuple(one.id for one in reader.products.values() if one.category == "ring")[:3]
    session = reader.session(shown=table, focus=table[:1], category="ring")
    assert reader(said, session).intent == "compare"


@pytest.mark.parametrize(
    "said", ["求推荐不容易断的链子", "洗澡也能戴的银手链", "想留给女儿当嫁妆的手镯"]
)
def test_what_a_piece_must_stand_is_still_a_wish_for_it(reader: Reader, said: str) -> None:
    assert reader(said).intent == "search"


@pytest.mark.parametrize("said", ["再来三个", "全部显示", "再给我看两款"])
def test_a_few_more_are_asked_for_by_number(reader: Reader, said: str) -> None:
    table = tuple(one.id for one in reader.products.values() if one.category == "ring")[:3]
    read = reader(said, reader.session(shown=table, category="ring"))
    assert (read.intent, read.more) == ("refine", True)
