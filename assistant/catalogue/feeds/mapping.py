"""Which column of a merchant's file is which fact: a small YAML file that people can edit.

source: Autumn list          # free words, for the reader
currency: USD                # of prices that name none
language: en                 # of the texts
fields:                      # what shoppers may see
  id: sku
  price: {column: Price}
  category: [type, {column: name}]          # the first source that states one
  metal_colour: {column: colour, map: {Gold: yellow, Silver: white}}
  length_mm: {column: details, pattern: '([0-9./ ]+ inch) length', only: [necklace]}
staff: {stock: qty, cost: cost}             # what only staff may know
ignore: [rating]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.catalogue.feeds.errors import MappingError
from assistant.catalogue.feeds.numbers import is_unit
from assistant.catalogue.feeds.patterns import Pattern, read_pattern
from assistant.terms import LANGUAGES, Language

TEXTS = ("name", "description", "care")
DIMENSIONS = ("width", "height", "depth", "diameter", "thickness")
# Every fact a column can give. A text may name its language: name.zh.
FIELDS = (
    *("id", "group", *TEXTS, "category", "wearer", "styles", "occasions", "tags", "brand"),
    *("link", "listed_on"),
    *("pricing", "metal_per_g", "labour", "priced_on"),
    *("material", "metal", "metal_colour", "purity", "plating", "metal_weight_g", "post_metal"),
    *("stones", "stone_colour", "cut", "carat", "stone_count", "stone_origin", "treatment"),
    *("colour_grade", "clarity", "cut_grade", "setting", "clasp", "length_mm", "size"),
    *(f"dimensions_mm.{name}" for name in DIMENSIONS),
    *("price", "sale_price", "sale_period", "currency", "availability", "lead_time_days"),
    *("certificate", "certificate_number", "nickel", "hypoallergenic"),
    *("ships_in_days", "return_days", "image", "more_images", "variant_image"),
    "status",
)
STAFF_FIELDS = ("sku", "stock", "cost", "case_location")
REQUIRED = ("id", "name", "category", "price")
SIZE_SCALES = ("us", "cn", "uk", "jp", "mm")
_KEYS = ("source", "encoding", "delimiter", "decimal", "currency", "language", "fields", "staff")
_SOURCE_KEYS = ("column", "pattern", "map", "unit", "default", "only")
_LARGEST_BYTES = 1 << 20

Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Source:
    """Where one fact comes from. ``only``: for pieces of these categories alone. ``map`` replaces
    values (in any case of letters); a value mapped to nothing states nothing."""

    column: str | None
    pattern: Pattern | None = None
    map: Values = field(default_factory=dict)
    unit: str | None = None
    default: str | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class FeedMapping:
    """A whole mapping: for each field its sources, best first."""

    fields: Mapping[str, tuple[Source, ...]]
    staff: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    source: str = ""
    currency: str | None = None
    language: Language = "en"
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None

    def sources(self, name: str) -> tuple[Source, ...]:
        """The sources of a field of either kind; () if it is not mapped."""
        return self.fields.get(name) or self.staff.get(name, ())

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns a field is read from."""
        return tuple(one.column for one in self.sources(name) if one.column is not None)

    def used_columns(self) -> frozenset[str]:
        """Every column that some field reads."""
        return frozenset(c for name in (*self.fields, *self.staff) for c in self.columns(name))

    def check_columns(self, columns: Sequence[str]) -> None:
        """Raises MappingError for a column that the feed does not have."""
        for name in (*self.fields, *self.staff):
            for column in self.columns(name):
                if column not in columns:
                    raise MappingError(
                        f"'{name}' reads the column '{column}', which the feed does not have; "
                        f"it has: {', '.join(columns)}"
                    )


def load_mapping(path: Path) -> FeedMapping:
    """The mapping in a YAML file. Raises MappingError naming the key that is wrong."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise MappingError(f"{path.name} is too large for a mapping")
        return read_mapping(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(f"the mapping {path} cannot be read: {error}") from error


def read_mapping(words: str) -> FeedMapping:
    """A mapping from its YAML. Raises MappingError naming the key and what is allowed."""
    try:
        data = yaml.load(words, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise MappingError(f"the mapping is no YAML: {error}") from error
    data = _object("mapping", data, (*_KEYS, "ignore"))
    fields = _sources("fields", data.get("fields"), _all_fields())
    missing = [name for name in REQUIRED if name not in _bare(fields)]
    if missing:
        raise MappingError(f"'fields' lacks {', '.join(missing)}: every product needs them")
    return FeedMapping(
        fields=fields,
        staff=_sources("staff", data.get("staff") or {}, STAFF_FIELDS),
        ignore=tuple(_texts("ignore", data.get("ignore") or [])),
        source=_text("source", data.get("source", "")),
        currency=_currency(_optional(data, "currency")),
        language=_language(_optional(data, "language") or "en"),
        encoding=_optional(data, "encoding"),
        delimiter=_choice("delimiter", _optional(data, "delimiter"), (",", ";", "\t", "|")),
        decimal=_choice("decimal", _optional(data, "decimal"), (".", ",")),
    )


def _all_fields() -> tuple[str, ...]:
    return (*FIELDS, *(f"{name}.{language}" for name in TEXTS for language in LANGUAGES))


def _bare(fields: Mapping[str, object]) -> set[str]:
    """Field names without a language."""
    return {name if name in FIELDS else name.split(".")[0] for name in fields}


def _object(key: str, value: Any, allowed: Sequence[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MappingError(f"'{key}' is {_shown(value)}; expected keys and values")
    for name in value:
        if name not in allowed:
            raise MappingError(f"'{key}' has the key '{name}'; allowed: {', '.join(allowed)}")
    return value


def _sources(key: str, value: Any, allowed: Sequence[str]) -> dict[str, tuple[Source, ...]]:
    return {
        name: tuple(_source(name, one) for one in (given if isinstance(given, list) else [given]))
        for name, given in _object(key, value, allowed).items()
    }


def _source(name: str, given: Any) -> Source:
    if isinstance(given, str) and given.strip():
        return Source(given)
    entry = _object(name, given, _SOURCE_KEYS)
    pattern, unit = _optional(entry, "pattern"), _optional(entry, "unit")
    if unit is not None and not (is_unit(unit) or (name == "size" and unit in SIZE_SCALES)):
        raise MappingError(
            f"'{name}' has the unit '{unit}'; allowed: mm, cm, inch, ct, g and, for size, "
            + ", ".join(SIZE_SCALES)
        )
    source = Source(
        column=_optional(entry, "column"),
        pattern=None if pattern is None else read_pattern(pattern),
        map={
            str(value).strip().casefold(): _nothing(meant)
            for value, meant in _plain_object(f"{name}.map", entry.get("map") or {}).items()
        },
        unit=unit,
        default=_optional(entry, "default"),
        only=tuple(_texts(f"{name}.only", entry.get("only") or [])),
    )
    if source.column is None and source.default is None:
        raise MappingError(f"'{name}' needs a 'column' or a 'default'")
    return source


def _plain_object(key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MappingError(f"'{key}' is {_shown(value)}; expected values and what they mean")
    return value


def _nothing(value: Any) -> str | None:
    words = _text("map", value)
    return None if words in ("", "~", "null") else words


def _optional(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    return None if value in (None, "", "~", "null") else _text(key, value)


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise MappingError(f"'{key}' is {_shown(value)}; expected one value")
    return value


def _texts(key: str, value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        raise MappingError(f"'{key}' is {_shown(value)}; expected a list: [one, two]")
    yield from (_text(key, one) for one in value)


def _choice(key: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is not None and value not in allowed:
        raise MappingError(f"'{key}' is '{value}'; allowed: {' '.join(map(repr, allowed))}")
    return value


def _currency(value: str | None) -> str | None:
    if value is not None and not (len(value) == 3 and value.isascii() and value.isupper()):
        raise MappingError(f"'currency' is '{value}'; expected an ISO 4217 code such as CNY")
    return value


def _language(value: str) -> Language:
    for language in LANGUAGES:
        if value == language:
            return language
    raise MappingError(f"'language' is '{value}'; allowed: {', '.join(LANGUAGES)}")


def _shown(value: object) -> str:
    return "empty" if value in (None, "") else repr(value)[:60]
