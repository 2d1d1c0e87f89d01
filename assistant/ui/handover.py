"""The card for the staff as the shopper sees it: plain words, before and after it is handed over.

The card is the JSON object that ``dialogue.handover`` makes. It may come from a database that an
older program filled, so nothing is taken for granted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from assistant.answers.visit_words import visit_words
from assistant.answers.wishes_in_words import memo_words, price_in_words, wishes_in_words
from assistant.catalogue.product import Product
from assistant.constraints import PRICE_SLOTS, Constraints, Value
from assistant.terms import Language, Vocabulary, spoken
from assistant.ui.slot_words import WISHES
from assistant.ui.wording import say

Card = Mapping[str, object]
KINDS = ("reserve", "enquire", "viewing", "person")
_KINDS = (*KINDS, "order_status")  # the last one by words only
_MOST_NAMED = 6
_ROWS_OF_THEIR_OWN = ("recipient", *PRICE_SLOTS, "ring_size_mm", "bangle_mm", "length_mm")
_WHOSE: Mapping[str, Mapping[Language, str]] = {  # of a couple's rings
    "man": {"en": "his", "zh": "男款"},
    "woman": {"en": "hers", "zh": "女款"},
}
_LEADS = ("in size ", "with an ", "about ")  # of a wish's words, where no noun stands before them


class SlipWriter:
    """Writes cards for one shop."""

    def __init__(
        self, products: Mapping[str, Product], vocabulary: Callable[[], Vocabulary]
    ) -> None:
        self._products = products
        self._vocabulary = vocabulary

    def slip(self, card: Card, language: Language, *, is_handed: bool) -> str:
        """The whole card: everything that the staff see, and nothing that they do not."""
        rows = "".join(
            f"<dt>{escape(say(key, language))}</dt><dd>{escape(words)}</dd>"
            for key, words in self._rows(card, language)
            if words
        )
        title = escape(say("card_told" if is_handed else "card_title", language))
        state = " handed" if is_handed else ""
        return (
            f'<section class="slip{state}" aria-label="{title}"><h3>{title}</h3>'
            f"<dl>{rows}</dl></section>"
        )

    def kind(self, card: Card, language: Language) -> str:
        """'Reserve', '预留'."""
        return say(_kind(card), language)

    def _rows(self, card: Card, language: Language) -> Iterator[tuple[str, str]]:
        vocabulary, needs = self._vocabulary(), _wishes(card.get("needs"))
        yield "row_kind", say(f"kind_{_kind(card)}", language)
        yield "row_about", self._names(card.get("about"), language)
        visit = card.get("visit")
        yield "row_visit", visit_words(visit, language) if isinstance(visit, Mapping) else ""
        yield "row_for", vocabulary.labels("recipient", needs.terms("recipient"), language)
        looking = Constraints(needs.without(*_ROWS_OF_THEIR_OWN).values)
        phrase = wishes_in_words(looking, vocabulary, language) if looking else ""
        yield "row_needs", phrase
        yield "row_words", str(card.get("words") or "")
        yield "row_sizes", self._sizes(card.get("sizes"), language)
        yield "row_budget", price_in_words(_wishes(card.get("budget")), language) or ""
        rejected = card.get("rejected")
        rejected = rejected if isinstance(rejected, Mapping) else {}
        yield "row_rejected", self._terms(rejected.get("terms"), language)
        yield "row_passed", self._names(rejected.get("pieces"), language)
        yield "row_shown", self._names(card.get("shown"), language)
        yield "row_saved", self._names(card.get("saved"), language)
        yield "row_set", self._set(card.get("set"), language)
        yield "row_note", str(card.get("note") or "")
        spoken_in = "in_chinese" if card.get("language") == "zh" else "in_english"
        yield "row_language", say(spoken_in, language)

    def _names(self, ids: object, language: Language) -> str:
        """Names of pieces; a long list is cut, and says so."""
        known = [self._products[one] for one in _strings(ids) if one in self._products]
        names = [spoken(one.name, language) for one in known]
        joiner = ", " if language == "en" else "、"
        shown = joiner.join(names[:_MOST_NAMED])
        if len(names) <= _MOST_NAMED:
            return shown
        left = len(names) - _MOST_NAMED if language == "en" else len(names)
        space = " " if language == "en" else ""
        return f"{shown}{space}{say('and_more', language).format(left)}"

    def _set(self, wished: object, language: Language) -> str:
        """The pieces of a set, with what was wished of each alone: 'Court Band: his, ring size
        US 10 (62.1 mm inside), up to ¥4,000; Bead Ring: hers, ...'."""
        wished = wished if isinstance(wished, Mapping) else {}
        pieces, members = _strings(wished.get("pieces")), wished.get("members")
        members = members if isinstance(members, Sequence) else ()
        wishes = [_wishes(one.get("wishes")) for one in members if isinstance(one, Mapping)]
        own = [own_wishes(one, self._vocabulary(), language) for one in wishes]
        colon, joiner = (": ", "; ") if language == "en" else ("：", "；")
        if not pieces:  # none would do: what was wished is all there is to tell
            return joiner.join(filter(None, own))
        if len(own) != len(pieces) or not any(own):
            return self._names(pieces, language)
        names = [self._names([one], language) for one in pieces]
        return joiner.join(
            f"{name}{colon}{words}" if words else name
            for name, words in zip(names, own, strict=True)
        )

    def _terms(self, terms: object, language: Language) -> str:
        by_slot = terms if isinstance(terms, Mapping) else {}
        vocabulary = self._vocabulary()
        joiner = ", " if language == "en" else "、"
        return joiner.join(
            vocabulary.label(str(slot), term, language)
            for slot, values in by_slot.items()
            for term in _strings(values)
        )

    def _sizes(self, sizes: object, language: Language) -> str:
        """'Ring size US 7 (54.4 mm inside) (yours)'."""
        by_person = sizes if isinstance(sizes, Mapping) else {}
        told = []
        for person, known in by_person.items():
            whose = (
                say("yours", language)
                if person == "self"
                else self._vocabulary().label("recipient", str(person), language)
            )
            for slot, value in _wishes(known).values.items():
                words = value_words(slot, value, self._vocabulary(), language)
                name = WISHES[slot][language]
                if language == "en":
                    told.append(f"{name} {words}, {whose}")
                else:
                    told.append(f"{whose}{'' if person == 'self' else '的'}{name}：{words}")
        return ("; " if language == "en" else "；").join(told)


def _kind(card: Card) -> str:
    kind = str(card.get("kind"))
    return kind if kind in _KINDS else "person"


def value_words(slot: str, value: Value, vocabulary: Vocabulary, language: Language) -> str:
    """A value by itself: 'US 7 (54.4 mm inside)', 'silver', 'up to ¥4,000'."""
    words = memo_words(slot, value, vocabulary, language)
    for lead in _LEADS:
        words = words.removeprefix(lead)
    return words


def own_wishes(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> str:
    """What is wished of one piece of a set: 'his, ring size US 10 (62.1 mm inside), up to ¥4,000';
    '' where nothing is."""
    whom = wishes.terms("recipient")
    whose = [_WHOSE[one][language] for one in whom if one in _WHOSE]
    told = whose or [vocabulary.labels("recipient", whom, language)]
    for slot, value in wishes.without("recipient", *PRICE_SLOTS).values.items():
        words = value_words(slot, value, vocabulary, language)
        name = WISHES[slot][language].lower() if slot in _ROWS_OF_THEIR_OWN else ""
        told.append(f"{name} {words}".strip() if language == "en" else f"{name}{words}")
    told.append(price_in_words(wishes, language) or "")
    return (", " if language == "en" else "，").join(filter(None, told))


def _wishes(shown: object) -> Constraints:
    """Wishes as a card holds them; none where they cannot be read."""
    try:
        return Constraints.from_json(shown) if isinstance(shown, Mapping) else Constraints()
    except ValueError:
        return Constraints()


def _strings(value: object) -> tuple[str, ...]:
    return (
        tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else ()
    )
