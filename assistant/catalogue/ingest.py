"""Reads the catalogue: one JSON object a line, every field checked, errors named by row and field.

A wrong row stops the load (``load_catalogue``) or is left out and reported (``read_catalogue``): a
shop would rather open without one ring than not at all, but it must be told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast

from assistant.catalogue.product import Availability, Nickel, Product, Size, Stone, Wearer
from assistant.errors import CatalogueError
from assistant.money import Money
from assistant.terms import LANGUAGES, Language, Vocabulary

T = TypeVar("T")


@dataclass(frozen=True)
class CatalogueReport:
    """The products that can be trusted, and an error for each row that cannot."""

    products: tuple[Product, ...]
    errors: tuple[CatalogueError, ...]


def load_catalogue(path: Path, vocabulary: Vocabulary) -> tuple[Product, ...]:
    """Every product of a JSON Lines file. Raises the first CatalogueError."""
    report = read_catalogue(path, vocabulary)
    if report.errors:
        raise report.errors[0]
    return report.products


def read_catalogue(path: Path, vocabulary: Vocabulary) -> CatalogueReport:
    """The trusted products and the errors. Rows count from 1; blank lines are passed over."""
    products: dict[str, Product] = {}
    errors = []
    with path.open(encoding="utf-8") as lines:
        for row, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                product = read_row(row, line, vocabulary)
                if product.id in products:
                    raise CatalogueError(row, "id", product.id, "an id no earlier row has")
            except CatalogueError as error:
                errors.append(error)
            else:
                products[product.id] = product
    return CatalogueReport(tuple(products.values()), tuple(errors))


def read_row(row: int, line: str, vocabulary: Vocabulary) -> Product:
    """One line as a Product. Raises CatalogueError(row, field, value)."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise CatalogueError(row, "(row)", line[:80], "one JSON object") from error
    if not isinstance(record, dict):
        raise CatalogueError(row, "(row)", line[:80], "one JSON object")
    return _Row(row, record, vocabulary).product()


class _Row:
    """Typed access to one record; each reader names its field in the error."""

    def __init__(self, row: int, record: Mapping[str, object], vocabulary: Vocabulary) -> None:
        self.row, self.record, self.vocabulary = row, record, vocabulary

    def product(self) -> Product:
        availability = self.one_of("availability", ("in_stock", "last_one", "to_order"))
        return Product(
            id=self.text("id"),
            name=self.bilingual("name"),
            description=self.bilingual("description"),
            category=self.term("category"),
            wearer=cast(Wearer, self.one_of("wearer", ("women", "men", "unisex"))),
            styles=self.term_list("styles", "style"),
            occasions=self.term_list("occasions", "occasion"),
            metal=self.optional("metal", self.term),
            metal_colour=self.optional("metal_colour", self.term),
            purity=self.optional("purity", self.term),
            plating=self.optional("plating", self.term),
            metal_weight_g=self.optional("metal_weight_g", self.positive),
            stones=tuple(self.stones()),
            setting=self.optional("setting", self.term),
            clasp=self.optional("clasp", self.term),
            dimensions_mm=self.dimensions(),
            length_mm=self.optional("length_mm", self.positive),
            sizes=tuple(self.sizes()),
            price=self.price(),
            nickel=cast(
                Nickel, self.one_of("nickel", ("nickel-free", "low-release", "not-stated"))
            ),
            certificate=self.optional("certificate", self.term),
            certificate_number=self.optional("certificate_number", self.text),
            care=self.bilingual("care"),
            availability=cast(Availability, availability),
            lead_time_days=self.lead_time(availability),
            image=self.text("image"),
            image_alt=self.bilingual("image_alt"),
        )

    def fail(self, field: str, value: object, expected: str) -> CatalogueError:
        return CatalogueError(self.row, field, value, expected)

    def optional(self, field: str, read: Callable[[str], T]) -> T | None:
        return None if self.record.get(field) is None else read(field)

    def text(self, field: str) -> str:
        value = self.record.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(field, value, "a text")
        return value

    def bilingual(self, field: str) -> dict[Language, str]:
        value = self.record.get(field)
        if not isinstance(value, dict):
            raise self.fail(field, value, "an object with en and zh")
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                raise self.fail(f"{field}.{language}", value.get(language), "a text")
        return {language: value[language] for language in LANGUAGES}

    def one_of(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self.record.get(field)
        if value not in allowed:
            raise self.fail(field, value, "one of " + ", ".join(allowed))
        return str(value)

    def term(self, field: str, value: object = None, slot: str | None = None) -> str:
        value = self.record.get(field) if value is None else value
        slot = slot or field
        if not isinstance(value, str) or not self.vocabulary.has(slot, value):
            known = ", ".join(self.vocabulary.values(slot))
            raise self.fail(field, value, f"a term of {slot}: {known}")
        return value

    def term_list(self, field: str, slot: str) -> tuple[str, ...]:
        values = self.record.get(field)
        if not isinstance(values, list):
            raise self.fail(field, values, "a list of terms")
        return tuple(self.term(field, value, slot) for value in values)

    def positive(self, field: str, value: object = None) -> float:
        value = self.record.get(field) if value is None else value
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self.fail(field, value, "a number above zero")
        return float(value)

    def price(self) -> Money:
        minor, currency = self.record.get("price_minor"), self.record.get("currency")
        if isinstance(minor, bool) or not isinstance(minor, int) or minor <= 0:
            raise self.fail("price_minor", minor, "a whole number of minor units above zero")
        if not isinstance(currency, str) or len(currency) != 3 or not currency.isupper():
            raise self.fail("currency", currency, "an ISO 4217 code such as CNY")
        return Money(minor, currency)

    def lead_time(self, availability: str) -> int | None:
        days = self.record.get("lead_time_days")
        if days is None:
            return None
        if availability != "to_order" or isinstance(days, bool) or not isinstance(days, int):
            raise self.fail("lead_time_days", days, "whole days, and only for pieces to order")
        return days

    def dimensions(self) -> dict[str, float]:
        value = self.record.get("dimensions_mm")
        if not isinstance(value, dict):
            raise self.fail("dimensions_mm", value, "an object of mm by name")
        return {str(name): self.positive(f"dimensions_mm.{name}", mm) for name, mm in value.items()}

    def sizes(self) -> Iterator[Size]:
        for size in self.objects("sizes"):
            slot: Literal["ring_size_mm", "bangle_mm"] = (
                "ring_size_mm" if "ring_size_mm" in size else "bangle_mm"
            )
            availability = size.get("availability")
            if availability not in ("in_stock", "last_one", "to_order"):
                raise self.fail("sizes.availability", availability, "in_stock, last_one, to_order")
            mm = self.positive(f"sizes.{slot}", size.get(slot, 0))
            yield Size(slot, mm, availability)

    def stones(self) -> Iterator[Stone]:
        for entry in self.objects("stones"):
            count = entry.get("count")
            if isinstance(count, bool) or not isinstance(count, int) or count < 1:
                raise self.fail("stones.count", count, "a whole number above zero")

            def term(field: str, slot: str, entry: Mapping[str, object] = entry) -> str | None:
                value = entry.get(field)
                return None if value is None else self.term(f"stones.{field}", value, slot)

            def number(field: str, entry: Mapping[str, object] = entry) -> float | None:
                value = entry.get(field)
                return None if value is None else self.positive(f"stones.{field}", value)

            def text(field: str, entry: Mapping[str, object] = entry) -> str | None:
                value = entry.get(field)
                return None if value is None else str(value)

            yield Stone(
                stone=self.term("stones.stone", entry.get("stone", ""), "stone"),
                colour=term("colour", "stone_colour"),
                cut=term("cut", "cut"),
                count=count,
                carat=number("carat"),
                length_mm=number("length_mm"),
                width_mm=number("width_mm"),
                origin=term("origin", "stone_origin"),
                treatment=term("treatment", "treatment"),
                colour_grade=text("colour_grade"),
                clarity=text("clarity"),
                cut_grade=text("cut_grade"),
            )

    def objects(self, field: str) -> list[Mapping[str, object]]:
        value = self.record.get(field)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.fail(field, value, "a list of objects")
        return value
