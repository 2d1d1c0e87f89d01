"""What is remembered, handed over and taken back; and forged memories."""

from __future__ import annotations

import pytest

from assistant.actions import HandOver, KeepMemo, Undo
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.terms import LANGUAGES, Language
from assistant.turn import Claim, Findings, GroundedReply, HandOverKind, Memo, Understanding
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, changed, find_claim, reclaim, with_claim

both = pytest.mark.parametrize("language", LANGUAGES)
SIZE = Memo("self", "ring_size_mm", 54.4)
PEARL = Memo("mother", "stone", ("pearl",))
FORGOTTEN = Memo("self", "ring_size_mm", None)
KEPT = KeepMemo((SIZE, PEARL))
KINDS: tuple[HandOverKind, ...] = ("person", "reserve", "enquire", "viewing", "order_status")


def recall(counter: Counter, memory: tuple[Memo, ...], language: Language) -> GroundedReply:
    findings = Findings(memory=memory)
    reply = counter.composer.compose(KeepMemo(), findings, Understanding(language, "recall"))
    counter.check_with(reply, findings, KeepMemo(), language)
    return reply


@both
def test_what_is_kept_is_said_back_with_whose_it_is(counter: Counter, language: Language) -> None:
    reply = counter.answer(KEPT, language)
    size = find_claim(reply, "memo", "ring_size_mm").value
    assert size == {"about": "self", "value": 54.4}
    assert find_claim(reply, "memo", "stone").value == {"about": "mother", "value": ["pearl"]}
    assert "54.4" in reply.text


@both
@pytest.mark.parametrize(
    "memo",
    [
        Memo("self", "bangle_mm", 56),
        Memo("self", "length_mm", 450.0),
        Memo("wife", "metal", ("gold", "platinum")),
        Memo("self", "price_max_minor", 300_000),
        Memo("self", "allergies", ("nickel",)),
        Memo("self", "style", ("vintage",)),
        Memo("daughter", "metal_colour", ("rose",)),
        Memo("self", "purity", ("18k",)),
        Memo("self", "in_stock", True),
    ],
)
def test_every_kind_of_memo_can_be_kept_and_recalled(
    counter: Counter, memo: Memo, language: Language
) -> None:
    counter.answer(KeepMemo((memo,)), language)
    assert recall(counter, (memo, PEARL), language).claims[0].field == memo.slot


@both
def test_a_budget_is_said_in_its_own_currency_and_the_currency_not_by_itself(
    counter: Counter, language: Language
) -> None:
    memory = (Memo("self", "price_max_minor", 40000), Memo("self", "currency", "USD"))
    reply = recall(counter, memory, language)
    assert "$400" in reply.text
    assert [claim.field for claim in reply.claims] == ["price_max_minor"]


@both
def test_what_is_forgotten_is_said_to_be(counter: Counter, language: Language) -> None:
    reply = counter.answer(KeepMemo((FORGOTTEN,)), language)
    gone = find_claim(reply, "memo", "ring_size_mm").value
    assert gone == {"about": "self", "value": None}


@both
def test_forgetting_all_and_remembering_nothing_are_claims(
    counter: Counter, language: Language
) -> None:
    for action in (KeepMemo(forget_all=True), KeepMemo()):
        assert find_claim(counter.answer(action, language), "memo", "memory").value == []


@both
@pytest.mark.parametrize("kind", KINDS)
def test_a_card_for_the_staff_names_the_pieces_and_the_wishes(
    counter: Counter, kind: HandOverKind, language: Language
) -> None:
    reply = counter.answer(HandOver(kind, ("R-001", "R-002")), language)
    assert [shown.product.id for shown in reply.products] == ["R-001", "R-002"]
    assert find_claim(reply, "handover", "needs").value == {"metal": "gold"}


@both
def test_a_change_taken_back_says_what_stands_again(counter: Counter, language: Language) -> None:
    wishes = Constraints.from_json({"category": "ring", "metal": "gold"})
    reply = counter.answer(Undo(wishes), language)
    assert find_claim(reply, "wish", "constraints").value == wishes.to_json()
    assert reply.products
    assert counter.answer(Undo(Constraints()), language).text


# ---------------------------------------------------------------- forged


@both
@pytest.mark.parametrize("change", [{"value": 51.9}, {"value": None}, {"about": "mother"}])
def test_a_memory_that_is_not_there_is_withheld(
    counter: Counter, change: dict[str, object], language: Language
) -> None:
    reply = counter.draft(KEPT, language)
    size = find_claim(reply, "memo", "ring_size_mm")
    forged = changed(size.value, **change)
    assert_withheld(counter, with_claim(reply, size, value=forged), KEPT, language)


@both
def test_another_size_in_words_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(KEPT, language)
    assert_withheld(counter, reclaim(reply, "54.4", "51.9"), KEPT, language)


@both
def test_what_is_still_kept_cannot_be_called_forgotten(
    counter: Counter, language: Language
) -> None:
    reply = counter.draft(KeepMemo((FORGOTTEN,)), language)
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, Findings(memory=(SIZE,)), KeepMemo((FORGOTTEN,)), language)


@both
def test_nothing_is_not_said_where_something_is_kept(counter: Counter, language: Language) -> None:
    reply = counter.draft(KeepMemo(), language)
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, Findings(memory=(SIZE,)), KeepMemo(), language)


@both
def test_what_was_never_written_cannot_be_on_the_card(counter: Counter, language: Language) -> None:
    action = HandOver("reserve", ("R-001",))
    reply = counter.draft(action, language)
    needs = find_claim(reply, "handover", "needs")
    assert_withheld(counter, with_claim(reply, needs, value={"metal": "silver"}), action, language)
    assert_withheld(counter, with_claim(reply, needs, field="discount"), action, language)
    silver = "silver" if language == "en" else "银"
    assert_withheld(counter, with_claim(reply, needs, text=silver), action, language)


def test_without_a_card_none_is_claimed(counter: Counter) -> None:
    action = HandOver("person")
    reply = counter.draft(action)
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, Findings(), action)
    silent = counter.composer.compose(action, Findings(), Understanding("en", "handover"))
    counter.check_with(silent, Findings(), action)
    assert not silent.claims


def test_wishes_that_do_not_stand_are_not_said_to_stand_again(counter: Counter) -> None:
    reply = counter.draft(Undo(Constraints.from_json({"category": "ring", "metal": "gold"})))
    assert_withheld(counter, reply, Undo(Constraints.from_json({"category": "ring"})))


def test_a_memory_is_not_a_fact_about_a_piece(counter: Counter) -> None:
    ring = counter.products["R-007"]
    name = Claim(ring.name["en"], "product:R-007", "name", dict(ring.name))
    memo = Claim("pearl", "memo", "stone", {"about": "mother", "value": ["pearl"]})
    lie = GroundedReply(f"The {name.text} has a pearl.", (name, memo))
    assert_withheld(counter, lie, KEPT)


WANTED = ("ring_size_mm", "bangle_mm", "length_mm", "price_max_minor", "allergies", "style")


@both
@pytest.mark.parametrize("slot", WANTED)
@pytest.mark.parametrize("about", ["self", "wife", "friend"])
def test_what_was_not_told_is_asked_for(
    counter: Counter, language: Language, about: str, slot: str
) -> None:
    reply = counter.answer(KeepMemo(wanted=Memo(about, slot, None)), language)
    assert reply.text.endswith("。" if language == "zh" else ".")
    assert reply.claims == ()


@both
def test_what_is_to_be_put_right_is_told_as_it_is_remembered(
    counter: Counter, language: Language
) -> None:
    action, findings = KeepMemo(wanted=FORGOTTEN), Findings(memory=(SIZE,))
    reply = counter.composer.compose(action, findings, Understanding(language, "remember"))
    counter.check_with(reply, findings, action, language)
    assert find_claim(reply, "memo", "ring_size_mm").value == {"about": "self", "value": 54.4}


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "港码14号（内周52.9-54.0 mm）"), ("en", "Hong Kong size 14 (52.9-54.0 mm inside)")],
)
def test_a_size_is_said_back_on_the_scale_it_was_told_on(
    counter: Counter, language: Language, words: str
) -> None:
    told = Memo("self", "ring_size_mm", 53.5, "hk:14")
    assert words in counter.answer(KeepMemo((told,)), language).text
    assert words in recall(counter, (told,), language).text


def test_a_size_told_otherwise_than_it_is_remembered_is_withheld(counter: Counter) -> None:
    with pytest.raises(UngroundedReply):
        recall(counter, (Memo("self", "ring_size_mm", 54.4, "us:12"),), "en")


@both
def test_what_was_asked_for_is_said_back(counter: Counter, language: Language) -> None:
    wishes = Constraints.from_json({"category": "ring", "metal": "gold"})
    reply = counter.answer(KeepMemo(wishes=wishes), language)
    assert ("gold rings" if language == "en" else "金戒指") in reply.text
    assert find_claim(reply, "wish", "constraints").value == wishes.to_json()


@both
def test_that_nothing_was_asked_for_is_said(counter: Counter, language: Language) -> None:
    reply = counter.answer(KeepMemo(wishes=Constraints()), language)
    assert ("not named any wishes" if language == "en" else "没有提过条件") in reply.text
