"""What the shopper wants to do, in both languages and in what stands between them."""

from __future__ import annotations

import pytest

from assistant.constraints import Constraints, apply_edits
from assistant.session import QuestionAsked, apply
from assistant.turn import Question
from tests.reading import Reader

TABLE = ("R-001", "R-002", "E-001", "N-001")

ALONE = [
    ("你好呀", "greet"),
    ("evening!", "greet"),
    ("哎你好啊", "greet"),
    ("how are you today", "chat"),
    ("tell me a joke", "chat"),
    ("讲个笑话", "chat"),
    ("you are useless", "insult"),
    ("什么垃圾客服", "insult"),
    ("are you a robot?", "help"),
    ("你是真人吗", "help"),
    ("what's the weather like tomorrow", "off_topic"),
    ("帮我写代码", "off_topic"),
    ("asdkjh qwpoe", "unclear"),
    ("thanks a million", "thanks"),
    ("唔該晒", "thanks"),
    ("see ya later", "goodbye"),
    ("let me talk to a real person", "handover"),
    ("转人工", "handover"),
    ("what can I ask you to do, can you help", "help"),
    ("which metals do you have?", "survey"),
    ("有哪些材质", "survey"),
    ("what do you sell", "survey"),
    ("how many rings do you stock", "count"),
    ("what's your cheapest gold ring", "extreme"),
    ("最贵的是哪件", "extreme"),
    ("what's new in", "extreme"),
    ("can I wear pearls in the shower", "care"),
    ("银饰变黑怎么办", "care"),
    ("how do I find out her ring size", "sizing"),
    ("美码7是国内多少号", "sizing"),
    ("is moissanite as good as diamond", "advice"),
    ("18k和24k有什么区别", "advice"),
    ("三金是哪三样", "advice"),
    ("can this be engraved", "policy"),
    ("几天能到货", "policy"),
    ("what's the gold price today", "gold_maths"),
    ("今天金价多少钱一克", "gold_maths"),
    ("remember I'm allergic to nickel", "remember"),
    ("记住我的圈口是56", "remember"),
    ("what do you remember about me", "recall"),
    ("你记住了什么", "recall"),
    ("forget my size", "forget"),
    ("忘掉我的尺寸", "forget"),
    ("a necklace with matching earrings", "set"),
    ("三金 预算三万", "set"),
    ("对戒", "set"),
    ("what's good for my mum's birthday", "search"),
    ("do you guys carry opals", "search"),
    ("我要 rose gold 的 pendant", "search"),
]


@pytest.mark.parametrize(("said", "intent"), ALONE)
def test_an_act_is_known_by_its_words(reader: Reader, said: str, intent: str) -> None:
    assert reader(said).intent == intent


WITH_A_TABLE = [
    ("undo", "undo"),
    ("撤销", "undo"),
    ("取消啱啱嗰步", "undo"),
    ("take a step back", "undo"),
    ("wipe that, let's start afresh", "restart"),
    ("推倒重来", "restart"),
    ("compare 1 and 2", "compare"),
    ("第一和第三哪个划算", "compare"),
    ("put number 3 on my list", "save"),
    ("把第一个加进心愿单", "save"),
    ("anything along the lines of the second?", "similar"),
    ("silver ones?", "refine"),
    ("too dear", "refine"),
    ("换一批", "refine"),
    ("what's number 2 made of", "describe"),
    ("how was the price of the first one worked out?", "gold_maths"),
    ("put the second one on hold for me", "handover"),
    ("thanks, I'll sleep on it", "thanks"),
    ("no pearls, thanks", "refine"),
    ("hmm let me think", "chat"),
]


@pytest.mark.parametrize(("said", "intent"), WITH_A_TABLE)
def test_an_act_on_what_is_shown(reader: Reader, said: str, intent: str) -> None:
    session = reader.session(TABLE, category="ring")
    assert reader(said, session).intent == intent


@pytest.mark.parametrize(
    "said", ["it must have a GIA certificate", "it has to be natural", "they need to be in stock"]
)
def test_how_it_must_be_is_a_wish_and_no_question_about_it(reader: Reader, said: str) -> None:
    read = reader(said, reader.session(TABLE, category="ring"))
    assert (read.intent, bool(read.edits)) == ("refine", True)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("sart over", "restart"),
        ("chepest one pls", "extreme"),
        ("is teh frist one nickle free", "describe"),
        ("do u shp to canada", "policy"),
        ("hw do i cleen emeralds", "care"),
        ("um how much was the uh the first one again", "describe"),
        ("嗯那个就是第二个多少钱来着", "describe"),
    ],
)
def test_slips_and_speech_are_heard_through(reader: Reader, said: str, intent: str) -> None:
    session = reader.session(TABLE, category="ring")
    assert reader(said, session).intent == intent


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("I want to talk to somebody", "person"),
        ("reserve R-001 for me", "reserve"),
        ("book a viewing", "viewing"),
        ("我想预约到店看看", "viewing"),
        ("where's my parcel", "order_status"),
        ("我的订单到哪了", "order_status"),
        ("I'd like something bespoke", "enquire"),
    ],
)
def test_a_handover_says_what_for(reader: Reader, said: str, kind: str) -> None:
    assert reader(said).handover == kind


@pytest.mark.parametrize(
    "said",
    [
        "does gold plating wear off?",
        "is chlorine bad for gold?",
        "铂金会氧化发黑吗",
        "Is a lab-grown diamond a real diamond?",
        "天天戴的戒指选什么石头耐磨",
        "remember my ring size is US 9",
        "how many silver rings are there?",
        "which stones do your silver rings come in?",
    ],
)
def test_a_question_leaves_the_wishes_to_be_searched_alone(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(category="ring"))
    assert understanding.intent not in ("search", "refine")


@pytest.mark.parametrize("said", ["either", "skip", "都行", "随便吧", "no preference"])
def test_an_open_question_may_be_passed_over(reader: Reader, said: str) -> None:
    asked = QuestionAsked(Question("metal", ("gold", "silver", "platinum")))
    session = apply(reader.session(category="ring"), [asked])
    understanding = reader(said, session)
    assert (understanding.intent, understanding.edits) == ("refine", ())


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("which metals do you have", "metal"),
        ("有什么宝石", "stone"),
        ("which colours do the stones come in?", "stone_colour"),
        ("what kinds of jewellery do you sell", "category"),
        ("戒指有哪些款式", "style"),
    ],
)
def test_a_survey_names_its_slot(reader: Reader, said: str, slot: str) -> None:
    assert reader(said).survey == slot


def test_what_is_new_is_no_order_by_price(reader: Reader) -> None:
    assert reader("what's the newest ring").order == "relevance"


def test_an_amount_says_how_much_cheaper(reader: Reader) -> None:
    understanding = reader("too expensive, under 500", reader.session(TABLE))
    wanted = [edit.value for edit in understanding.edits if edit.slot == "price_max_minor"]  # type: ignore[union-attr]
    assert wanted == [50000]


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("start over: silver earrings", "earrings"),
        ("forget everything, show me bracelets", "bracelet"),
        ("重新开始，看耳环", "earrings"),
    ],
)
def test_a_wish_in_the_breath_that_starts_over_stands_alone(
    said: str, category: str, reader: Reader
) -> None:
    session = reader.session(category="ring", metal="gold", exclude={"stone": ["pearl"]})
    understanding = reader(said, session)
    after = apply_edits(session.constraints, understanding.edits)
    assert understanding.intent == "search"
    assert after.terms("category") == (category,)
    assert not after.exclude
    assert "gold" not in after.terms("metal")


@pytest.mark.parametrize("said", ["tell me a joke about diamonds", "讲个钻石的笑话"])
def test_a_joke_is_chat_whatever_it_is_about(said: str, reader: Reader) -> None:
    assert reader(said, reader.session(category="ring")).intent == "chat"


@pytest.mark.parametrize(
    "said", ["scrap the last change", "forget the last thing I said", "put it back how it was"]
)
def test_the_last_change_can_be_taken_back_in_many_words(said: str, reader: Reader) -> None:
    assert reader(said, reader.session(category="ring", metal="gold")).intent == "undo"


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("Which rings are in stock in US size 7", {"category": "ring", "ring_size_mm": 54.4}),
        ("which bangles are in stock in 56 mm", {"category": "bangle", "bangle_mm": 56.0}),
        ("有没有现货的美码7号戒指", {"category": "ring", "ring_size_mm": 54.4}),
        ("哪几款戒指有美码7号现货", {"category": "ring", "ring_size_mm": 54.4}),
        ("有没有 in stock 的 US 7 戒指", {"category": "ring", "ring_size_mm": 54.4}),
        ("do you have 54.4mm rings in stock", {"category": "ring", "ring_size_mm": 54.4}),
    ],
)
def test_pieces_in_stock_in_a_size_are_looked_for(
    reader: Reader, said: str, wishes: dict[str, object]
) -> None:
    understanding = reader(said)
    assert understanding.intent == "search"
    found = apply_edits(Constraints(), understanding.edits).to_json()
    assert found == {**wishes, "in_stock": True}


@pytest.mark.parametrize(
    "said", ["what is a US 7 in mm", "which ring size is US 7 in the UK", "美码7号是港码几号"]
)
def test_a_scale_asked_about_is_no_search(reader: Reader, said: str) -> None:
    assert reader(said).intent == "sizing"


@pytest.mark.parametrize(
    "said",
    [
        "How many pieces do you have in total",
        "how many pieces altogether?",
        "what's the total number of products",
        "你们店一共有多少款",
        "你们一共卖多少款首饰",
        "总共有多少件 jewelry",
    ],
)
def test_how_many_in_total_is_of_the_whole_shop(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(category="ring", metal="silver"))
    assert (understanding.intent, understanding.whole_shop) == ("count", True)


@pytest.mark.parametrize(
    "said", ["how many of these", "how many of these in total", "这些一共多少款", "有多少款"]
)
def test_how_many_of_these_is_within_what_stands(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(category="ring", metal="silver"))
    assert (understanding.intent, understanding.whole_shop) == ("count", False)


@pytest.mark.parametrize(
    "said", ["how many kinds of jewellery do you have", "你们有几种首饰", "你们有几种 jewelry"]
)
def test_how_many_kinds_is_a_survey_of_them(reader: Reader, said: str) -> None:
    understanding = reader(said)
    assert (understanding.intent, understanding.survey) == ("survey", "category")


@pytest.mark.parametrize("said", ["戒指买大了怎么办", "买小了咋办"])
def test_a_ring_that_does_not_fit_is_a_matter_of_resizing(reader: Reader, said: str) -> None:
    assert reader(said).intent in ("policy", "sizing")


@pytest.mark.parametrize(
    "said",
    [
        "what have I asked for",
        "what did I ask for so far?",
        "what are my current filters",
        "我说过什么要求",
        "我都提了哪些条件",
        "目前的条件有哪些",
        "重复一下我的要求",
    ],
)
def test_what_was_asked_for_is_told_and_not_looked_for(reader: Reader, said: str) -> None:
    meant = reader(said, reader.session(category="ring", metal="gold"))
    assert (meant.intent, meant.fields) == ("recall", ("wishes",))


@pytest.mark.parametrize(
    "said",
    [
        "什么条件可以退货",
        "what are the conditions for returns",
        "what am I looking for in a good pearl",
        "what do you remember",
        "记得我什么",
    ],
)
def test_terms_of_the_shop_and_memory_are_not_the_wishes(reader: Reader, said: str) -> None:
    assert "wishes" not in reader(said).fields


@pytest.mark.parametrize(
    "said", ["找这款，便宜点的", "how much is this one", "这款多少钱", "do you have this?"]
)
def test_this_with_a_photo_is_the_piece_in_the_photo(reader: Reader, said: str) -> None:
    session = reader.session(("R-011", "R-115"), ("R-011",), category="ring")
    meant = reader(said, session, with_photo=True)
    assert (meant.intent, meant.references) == ("refine", ())
    assert "price_max_minor" not in {one.slot for one in meant.edits}


def test_a_place_on_the_table_is_there_with_a_photo_too(reader: Reader) -> None:
    meant = reader(
        "how much is the second one", reader.session(("R-011", "R-115")), with_photo=True
    )
    assert (meant.intent, meant.references) == ("describe", ("R-115",))


@pytest.mark.parametrize(
    "said",
    [
        "will this suit my hand?",
        "would it look good on me",
        "这个适合我的手吗",
        "我的手戴这款好看吗",
        "衬我肤色吗",
    ],
)
def test_what_suits_somebody_is_not_looked_for_by_their_photo(reader: Reader, said: str) -> None:
    meant = reader(said, with_photo=True)
    assert (meant.intent, meant.topics) == ("advice", ("from_photo",))


@pytest.mark.parametrize(
    "said",
    ["something to go with this", "适合我妈妈的，像这样的", "show me a ring that suits my hand"],
)
def test_a_photo_to_match_is_looked_for(reader: Reader, said: str) -> None:
    assert reader(said, with_photo=True).intent in ("search", "similar")
