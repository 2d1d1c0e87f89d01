"""The catalogue, searched: filters first, then words and vectors over what is left.

Judging a facet of wishes over the whole catalogue gives a mask; masks are kept, so that the next
turn, the count and the proposals to relax a wish reuse them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.constraints import PRICE_SLOTS, Constraints, Value
from assistant.errors import StaleIndex
from assistant.money import Money, Rate, convert_by
from assistant.search.filters import FACETS, Rules
from assistant.search.index import VectorIndex
from assistant.search.lexical import LexicalIndex
from assistant.search.ranking import Placed, fuse, preferences_met
from assistant.terms import Language, Vocabulary
from assistant.turn import Query, RankedProduct, RankedProducts, Relaxation, Vector, Why

Mask = NDArray[np.bool_]

# Slots that a shopper thinks of as one wish, and the name that it is proposed by.
WISH_SLOTS: dict[str, tuple[str, ...]] = {
    "price": PRICE_SLOTS,
    "carat": ("carat_min", "carat_max"),
    "weight_g": ("weight_g_min", "weight_g_max"),
}
# Never proposed (allergies), never judged (style, occasion), or what the talk is about (last).
_NEVER_RELAXED = frozenset({"allergies", "currency"})
_RELAXED_LAST = frozenset({"category", "recipient"})
_MASKS_KEPT = 1024
_MOST_RELAXATIONS = 5


class CatalogueSearch:
    """Searches one catalogue. ``rates`` convert price wishes; ``today`` judges delivery dates;
    ``digest`` is the catalogue's, and ``before`` a search of an earlier state of it, whose words
    need not be split again."""

    def __init__(  # noqa: PLR0913 - all but the first two have a default
        self,
        products: Iterable[Product],
        vocabulary: Vocabulary,
        *,
        rates: Iterable[Rate] = (),
        index: VectorIndex | None = None,
        today: Callable[[], date] = date.today,
        digest: str = "",
        before: CatalogueSearch | None = None,
    ) -> None:
        self.products = tuple(products)
        self._vocabulary = vocabulary
        self._rates = tuple(rates)
        self._today = today
        is_same_words = before is not None and before._vocabulary is vocabulary
        known = before._lexical if before and is_same_words else None
        self._lexical: LexicalIndex = LexicalIndex(self.products, vocabulary, known)
        self._digest = digest
        self._on_sale = np.array([one.availability != "sold_out" for one in self.products], bool)
        self._currency = self.products[0].price.currency if self.products else ""
        self._mask = lru_cache(maxsize=_MASKS_KEPT)(self._judge)
        self._dense: tuple[VectorIndex, NDArray[np.intp]] | None = None
        if index is not None:
            self.use_vectors(index)

    def use_vectors(self, index: VectorIndex) -> None:
        """Search by these vectors from now on (they may be ready later than the shop opens).

        Raises StaleIndex for the vectors of another catalogue: a wrong answer is worse than none.
        """
        if index.stamp.catalogue != self._digest:
            made, here = index.stamp.catalogue[:12], self._digest[:12]
            raise StaleIndex(f"the vectors are of catalogue {made}, and the shop has {here}")
        self._dense = (index, index.rows(product.id for product in self.products))

    def vector_of(self, product_id: str, language: Language) -> Vector | None:
        """A product's own vector, None while there are no vectors."""
        return self._dense[0].vector_of(product_id, language) if self._dense else None

    def matching(self, constraints: Constraints) -> tuple[Product, ...]:
        """Every piece to be had that satisfies the hard wishes, in the catalogue's order."""
        return self._at(np.flatnonzero(self._passing(constraints)))

    def among(
        self, pieces: Iterable[Product], constraints: Constraints, met: Constraints
    ) -> tuple[Product, ...]:
        """Those of ``pieces``, all of which meet the wishes ``met``, that satisfy ``constraints``.
        Only what differs is judged, so that a few pieces are quicker than the whole shop."""
        rules = Rules(self._vocabulary, self._convert, self._today())
        parts = [(facet.judge, facet.part_of(constraints), facet.part_of(met)) for facet in FACETS]
        new = [(judge, part) for judge, part, old in parts if part and part != old]
        return tuple(one for one in pieces if all(judge(one, part, rules) for judge, part in new))

    def count(self, query: Query) -> int:
        """How many pieces satisfy the hard wishes."""
        return int(np.count_nonzero(self._kept(query)))

    def search(self, query: Query) -> RankedProducts:
        """The best pieces for a query; with none, which wish to relax."""
        rows = np.flatnonzero(self._kept(query))
        if not len(rows):
            return RankedProducts((), 0, self._relaxations(query))
        if query.order == "relevance":
            return self._by_relevance(query, rows)
        if query.order == "newest":
            return self._by_day(query, self._at(rows))
        return self._by_price(query, self._at(rows))

    def _kept(self, query: Query) -> Mask:
        keep = self._passing(query.constraints)
        if query.leave_out:
            left_out = set(query.leave_out)
            keep = keep & np.array([product.id not in left_out for product in self.products], bool)
        return keep

    def _passing(self, constraints: Constraints) -> Mask:
        mask = self._on_sale
        for number, facet in enumerate(FACETS):
            part = facet.part_of(constraints)
            if part:
                day = self._today() if "deliver_by" in part.values else None
                mask = mask & self._mask(
                    number, tuple(part.values.items()), tuple(part.exclude.items()), day
                )
        return mask

    def _judge(
        self,
        number: int,
        values: tuple[tuple[str, Value], ...],
        exclude: tuple[tuple[str, tuple[str, ...]], ...],
        day: date | None,
    ) -> Mask:
        part = Constraints(dict(values), dict(exclude))
        rules = Rules(self._vocabulary, self._convert, day or date.min)
        judge = FACETS[number].judge
        return np.array([judge(product, part, rules) for product in self.products], np.bool_)

    def _convert(self, amount: Money, currency: str) -> Money | None:
        return convert_by(amount, currency, self._rates)

    def _at(self, rows: Iterable[int]) -> tuple[Product, ...]:
        return tuple(self.products[row] for row in rows)

    def _by_price(self, query: Query, found: tuple[Product, ...]) -> RankedProducts:
        """By price in one currency; a price that no rate can compare comes last."""
        sign = 1 if query.order == "price_up" else -1

        def place(product: Product) -> tuple[bool, int, str]:
            price = self._convert(product.price, self._currency)
            return price is None, sign * price.minor if price else 0, product.id

        return _in_order(query, sorted(found, key=place))

    def _by_day(self, query: Query, found: tuple[Product, ...]) -> RankedProducts:
        """The piece that was offered last first; a record without the day comes last."""

        def place(product: Product) -> tuple[int, str]:
            day = product.listed_on
            return -day.toordinal() if day else 0, product.id

        return _in_order(query, sorted(found, key=place))

    def _by_relevance(self, query: Query, rows: NDArray[np.intp]) -> RankedProducts:
        candidates = self._at(rows)
        words = self._lexical.scores(query.words)[rows]
        cosines = self._cosines(query, rows)
        rankings = [np.where(words > 0, words, np.nan).astype(np.float32)] if words.any() else []
        if cosines is not None:
            rankings.append(cosines)
        leads = self._known_by(candidates, query.constraints.terms("stone"))
        placed = fuse(candidates, rankings, query.constraints, leads)
        items = tuple(
            RankedProduct(
                candidates[one.row],
                one.score,
                self._why(query, int(rows[one.row]), one, cosines),
            )
            for one in placed[: query.limit]
        )
        found = tuple(candidates[one.row] for one in placed)
        return RankedProducts(items, len(found), found=found)

    def _known_by(
        self, candidates: tuple[Product, ...], stones: tuple[str, ...]
    ) -> tuple[bool, ...]:
        """Is the main stone of each candidate a wished one? Empty where none was wished for."""
        if not stones or "none" in stones:
            return ()
        return tuple(
            product.main_stone is not None
            and self._vocabulary.satisfies("stone", product.main_stone.stone, stones)
            for product in candidates
        )

    def _cosines(self, query: Query, rows: NDArray[np.intp]) -> NDArray[np.float32] | None:
        if query.vector is None or self._dense is None:
            return None
        index, row_of = self._dense
        return index.cosines(query.vector, query.language, row_of[rows])

    def _why(
        self, query: Query, row: int, placed: Placed, cosines: NDArray[np.float32] | None
    ) -> tuple[Why, ...]:
        parts = []
        words, share = self._lexical.found_words(query.words, row)
        if words:
            parts.append(Why("words", share, words))
        if cosines is not None and not np.isnan(cosines[placed.row]):
            cosine = min(1.0, max(0.0, float(cosines[placed.row])))
            parts.append(Why("photo" if query.with_photo else "meaning", cosine))
        return (*parts, *placed.preferences)

    def _relaxations(self, query: Query) -> tuple[Relaxation, ...]:
        """What dropping one wish would leave; if no single wish helps, two."""
        wishes = _relaxable(query.constraints)
        for size in (1, 2):
            found = [
                relaxation
                for names in combinations(wishes, size)
                if (relaxation := self._without(query, names))
            ]
            if found:
                found.sort(key=lambda one: (_is_last(one.slot), -one.matches))
                return tuple(found[:_MOST_RELAXATIONS])
        return ()

    def _without(self, query: Query, names: tuple[str, ...]) -> Relaxation | None:
        slots = [slot for name in names for slot in WISH_SLOTS.get(name, (name,))]
        looser = Query(query.constraints.without(*slots), query.language, leave_out=query.leave_out)
        left = self._at(np.flatnonzero(self._kept(looser)))
        prices = [
            price.minor
            for product in left
            if (price := self._convert(product.price, self._currency))
        ]
        if not prices:
            return None
        return Relaxation("+".join(names), len(left), min(prices))


def _in_order(query: Query, found: Sequence[Product]) -> RankedProducts:
    items = tuple(
        RankedProduct(product, 1.0, preferences_met(product, query.constraints))
        for product in found[: query.limit]
    )
    return RankedProducts(items, len(found), found=tuple(found))


def _relaxable(constraints: Constraints) -> tuple[str, ...]:
    """The shopper's hard wishes by the name they go by, in the contract's order."""
    name_of = {slot: name for name, slots in WISH_SLOTS.items() for slot in slots}
    judged = {slot for facet in FACETS for slot in facet.slots} - _NEVER_RELAXED
    hard = [slot for slot in constraints.slots() if slot not in ("style", "occasion")]
    hard += list(constraints.exclude)
    return tuple(dict.fromkeys(name_of.get(slot, slot) for slot in hard if slot in judged))


def _is_last(name: str) -> bool:
    return not _RELAXED_LAST.isdisjoint(name.split("+"))
