"""One record, as JSON has it, read into a Product: every field checked, errors named by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Literal, TypeVar, cast
from urllib.parse import urlsplit

from assistant.catalogue.product import (
    Availability,
    Cutout,
    Nickel,
    Pricing,
    Product,
    Resizing,
    Service,
    Size,
    Stone,
    Wearer,
)
from assistant.errors import CatalogueError
from assistant.money import Money
from assistant.terms import LANGUAGES, Language, Vocabulary

T = TypeVar("T")
LONGEST_ADDRESS = 2_000
AVAILABILITIES = ("in_stock", "last_one", "to_order", "sold_out")
# Ids stand in addresses, in pages and in what shoppers type: no spaces, quotes or slashes.
ID_PATTERN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
Record = Mapping[str, object]


def is_page_address(value: str) -> bool:
    """An http(s) address with a host, and neither a password nor a space in it: safe to link to."""
    try:
        parts = urlsplit(value)
        host, user = parts.hostname, parts.username
    except ValueError:
        return False
    plain = not re.search(r"[\s\x00-\x1f\"'<>]", value) and len(value) <= LONGEST_ADDRESS
    return plain and parts.scheme in ("http", "https") and bool(host) and user is None


def read_record(row: int, record: Record, vocabulary: Vocabulary) -> Product:
    """A record as a Product. Raises CatalogueError(row, field, value)."""
    return _Fields(row, record, vocabulary).product()


class _Fields:
    """Typed access to one record; each reader names its field in the error."""

    def __init__(self, row: int, record: Record, vocabulary: Vocabulary, within: str = "") -> None:
        self.row, self.record, self.vocabulary, self.within = row, record, vocabulary, within

    def product(self) -> Product:
        availability = self.availability()
        return Product(
            id=self.id(),
            name=self.bilingual("name"),
            description=self.optional_texts("description"),
            category=self.term("category"),
            wearer=cast(Wearer | None, self.choice("wearer", ("women", "men", "unisex"))),
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
            care=self.optional_texts("care"),
            availability=availability,
            lead_time_days=self.lead_time(availability),
            image=self.optional("image", self.text),
            image_alt=self.optional_texts("image_alt"),
            more_images=self.texts("more_images"),
            cutout=self.optional("cutout", self.cutout),
            pricing=self.optional("pricing", self.pricing),
            service=self.optional("service", self.service) or Service(),
            post_metal=self.optional_term("post_metal", "metal"),
            hypoallergenic=self.optional("hypoallergenic", self.flag),
            brand=self.optional("brand", self.text),
            link=self.optional("link", self.address),
            listed_on=self.optional("listed_on", self.day),
            tags=self.texts("tags"),
        )

    def id(self) -> str:
        value = self.record.get("id")
        if not isinstance(value, str) or not ID_PATTERN.fullmatch(value):
            raise self.fail("id", value, "1 to 64 letters, digits, dots, dashes or underscores")
        return value

    def fail(self, field: str, value: object, expected: str) -> CatalogueError:
        return CatalogueError(self.row, f"{self.within}{field}", value, expected)

    def optional(self, field: str, read: Callable[[str], T]) -> T | None:
        return None if self.record.get(field) is None else read(field)

    def text(self, field: str) -> str:
        value = self.record.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(field, value, "a text")
        return value

    def address(self, field: str) -> str:
        """A page that a shopper may be sent to."""
        value = self.text(field)
        if not is_page_address(value):
            raise self.fail(field, value, "an address such as https://shop.example/ring")
        return value

    def bilingual(self, field: str) -> dict[Language, str]:
        """A text in at least one language; others are not stated."""
        value = self.record.get(field)
        known = [one for one in LANGUAGES if isinstance(value, dict) and one in value]
        if not isinstance(value, dict) or not known:
            raise self.fail(field, value, "an object with en, zh or both")
        for language in known:
            if not isinstance(value[language], str) or not value[language].strip():
                raise self.fail(f"{field}.{language}", value[language], "a text")
        return {language: value[language] for language in known}

    def optional_texts(self, field: str) -> dict[Language, str]:
        return {} if self.record.get(field) in (None, {}) else self.bilingual(field)

    def texts(self, field: str) -> tuple[str, ...]:
        values = self.record.get(field, [])
        if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
            raise self.fail(field, values, "a list of texts")
        return tuple(values)

    def choice(self, field: str, allowed: tuple[str, ...]) -> str | None:
        return None if self.record.get(field) is None else self.one_of(field, allowed)

    def availability(self) -> Availability | None:
        return cast(Availability | None, self.choice("availability", AVAILABILITIES))

    def flag(self, field: str) -> bool:
        value = self.record.get(field)
        if not isinstance(value, bool):
            raise self.fail(field, value, "true or false")
        return value

    def part(self, field: str) -> _Fields:
        """An object inside the record, read with the same care."""
        value = self.record.get(field)
        if not isinstance(value, dict):
            raise self.fail(field, value, "an object")
        return _Fields(self.row, value, self.vocabulary, f"{self.within}{field}.")

    def whole(self, field: str, least: int = 0) -> int:
        value = self.record.get(field)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise self.fail(field, value, f"a whole number from {least}")
        return value

    def count(self, field: str) -> int:
        return self.whole(field, least=1)

    def pricing(self, field: str) -> Pricing:
        part = self.part(field)
        mode = part.one_of("mode", ("fixed", "by weight"))
        return Pricing(
            cast(Literal["fixed", "by weight"], mode),
            part.optional("metal_minor_per_g", part.whole),
            part.optional("labour_minor", part.whole),
            part.optional("priced_on", part.day),
        )

    def day(self, field: str) -> date:
        try:
            return date.fromisoformat(self.text(field))
        except ValueError as error:
            raise self.fail(field, self.record.get(field), "a day such as 2026-11-20") from error

    def service(self, field: str) -> Service:
        part = self.part(field)
        resizing = part.choice("resizing", ("free", "charged", "not possible"))
        return Service(
            part.optional("ships_in_days", part.whole),
            cast(Resizing | None, resizing),
            part.optional("resize_steps", part.whole),
            part.optional("return_days", part.whole),
        )

    def cutout(self, field: str) -> Cutout:
        part = self.part(field)
        anchors = part.record.get("anchors")
        if not isinstance(anchors, dict):
            raise part.fail("anchors", anchors, "an object of [x, y] by name")
        points: dict[str, tuple[float, float]] = {}
        for name, at in anchors.items():
            match at:
                case [int() | float() as x, int() | float() as y]:
                    points[str(name)] = (float(x), float(y))
                case _:
                    raise part.fail(f"anchors.{name}", at, "[x, y] in pixels")
        return Cutout(part.text("image"), part.positive("mm_per_px"), points)

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

    def optional_term(self, field: str, slot: str) -> str | None:
        return None if self.record.get(field) is None else self.term(field, slot=slot)

    def term_list(self, field: str, slot: str) -> tuple[str, ...]:
        values = self.record.get(field, [])
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

    def lead_time(self, availability: str | None) -> int | None:
        days = self.record.get("lead_time_days")
        if days is None:
            return None
        if availability != "to_order" or isinstance(days, bool) or not isinstance(days, int):
            raise self.fail("lead_time_days", days, "whole days, and only for pieces to order")
        return days

    def dimensions(self) -> dict[str, float]:
        value = self.record.get("dimensions_mm", {})
        if not isinstance(value, dict):
            raise self.fail("dimensions_mm", value, "an object of mm by name")
        return {str(name): self.positive(f"dimensions_mm.{name}", mm) for name, mm in value.items()}

    def sizes(self) -> Iterator[Size]:
        for size in self.objects("sizes"):
            slot: Literal["ring_size_mm", "bangle_mm"] = (
                "ring_size_mm" if "ring_size_mm" in size else "bangle_mm"
            )
            availability = size.get("availability")
            if availability is not None and availability not in AVAILABILITIES:
                expected = ", ".join(AVAILABILITIES)
                raise self.fail("sizes.availability", availability, expected)
            mm = self.positive(f"sizes.{slot}", size.get(slot, 0))
            yield Size(slot, mm, cast(Availability | None, availability))

    def stones(self) -> Iterator[Stone]:
        for entry in self.objects("stones"):
            part = _Fields(self.row, entry, self.vocabulary, f"{self.within}stones.")
            yield Stone(
                stone=part.term("stone"),
                colour=part.optional_term("colour", "stone_colour"),
                cut=part.optional_term("cut", "cut"),
                count=part.optional("count", part.count),
                carat=part.optional("carat", part.positive),
                length_mm=part.optional("length_mm", part.positive),
                width_mm=part.optional("width_mm", part.positive),
                origin=part.optional_term("origin", "stone_origin"),
                treatment=part.optional_term("treatment", "treatment"),
                colour_grade=part.optional("colour_grade", part.text),
                clarity=part.optional("clarity", part.text),
                cut_grade=part.optional("cut_grade", part.text),
            )

    def objects(self, field: str) -> list[Record]:
        value = self.record.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.fail(field, value, "a list of objects")
        return value
