"""Standing wishes: what the shopper wants so far, and how one sentence changes them.

``Constraints`` is the value behind the JSON contract's ``constraints`` object. It never changes;
``apply`` returns the next one. Slot names and value forms are the contract's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

TERM_SLOTS = (
    "category",
    "metal",
    "metal_colour",
    "purity",
    "stone",
    "stone_colour",
    "style",
    "occasion",
    "recipient",
    "cut",
    "setting",
    "stone_origin",
    "treatment",
    "plating",
    "certificate",
    "clasp",
    "allergies",
)
NUMBER_SLOTS = (
    "ring_size_mm",
    "bangle_mm",
    "length_mm",
    "price_min_minor",
    "price_max_minor",
    "carat_min",
    "carat_max",
    "weight_g_min",
    "weight_g_max",
)
OTHER_SLOTS = ("currency", "in_stock", "deliver_by")
PRICE_SLOTS = ("price_min_minor", "price_max_minor", "currency")

# Switching the slot on the left makes these meaningless, unless the same sentence sets them.
DEPENDENT_SLOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "category": ("ring_size_mm", "bangle_mm", "length_mm", "clasp", "setting"),
        "metal": ("metal_colour", "purity", "plating"),
        "stone": ("stone_colour", "cut", "carat_min", "carat_max", "stone_origin", "treatment"),
    }
)

Value = tuple[str, ...] | int | float | bool | str


@dataclass(frozen=True)
class Want:
    """Set a slot. Terms are a tuple meaning any of; ``extend`` adds to what stands."""

    slot: str
    value: Value
    extend: bool = False


@dataclass(frozen=True)
class Avoid:
    """Never show these terms of a slot."""

    slot: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Clear:
    """Forget a slot: wish and exclusion alike."""

    slot: str


@dataclass(frozen=True)
class Allow:
    """Let these terms back in: no longer avoided, and not wanted for it."""

    slot: str
    terms: tuple[str, ...]


Edit = Want | Avoid | Clear | Allow


@dataclass(frozen=True)
class Constraints:
    """The standing wishes. ``values`` by slot; ``exclude`` by term slot."""

    values: Mapping[str, Value] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.exclude)

    def terms(self, slot: str) -> tuple[str, ...]:
        """The wanted terms of a slot, empty if none."""
        value = self.values.get(slot, ())
        return value if isinstance(value, tuple) else ()

    def number(self, slot: str) -> float | None:
        """The wanted number of a slot, None if not set."""
        value = self.values.get(slot)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    @property
    def currency(self) -> str | None:
        """ISO code of the currency that the price wishes are in."""
        value = self.values.get("currency")
        return value if isinstance(value, str) else None

    def slots(self) -> tuple[str, ...]:
        """Every slot that carries a wish, in the contract's order."""
        order = (*TERM_SLOTS, *NUMBER_SLOTS, *OTHER_SLOTS)
        return tuple(slot for slot in order if slot in self.values)

    def without(self, *slots: str) -> Constraints:
        """A copy that forgets these slots."""
        return Constraints(
            {slot: value for slot, value in self.values.items() if slot not in slots},
            {slot: terms for slot, terms in self.exclude.items() if slot not in slots},
        )

    def to_json(self) -> dict[str, object]:
        """The contract's ``constraints`` object: single terms bare, several as a list."""
        shown: dict[str, object] = {}
        for slot in self.slots():
            value = self.values[slot]
            if isinstance(value, tuple) and slot != "allergies" and len(value) == 1:
                shown[slot] = value[0]
            else:
                shown[slot] = list(value) if isinstance(value, tuple) else value
        if self.exclude:
            shown["exclude"] = {slot: list(terms) for slot, terms in self.exclude.items()}
        return shown

    @classmethod
    def from_json(cls, shown: Mapping[str, object]) -> Constraints:
        """The inverse of ``to_json``. Raises ValueError for a slot or a form it does not know."""
        values: dict[str, Value] = {}
        for slot, value in shown.items():
            if slot == "exclude":
                continue
            values[slot] = _read_value(slot, value)
        exclude = shown.get("exclude", {})
        if not isinstance(exclude, Mapping):
            raise ValueError(f"exclude is an object of slot to list, not {exclude!r}")
        return cls(values, {slot: tuple(map(str, terms)) for slot, terms in exclude.items()})


def _read_value(slot: str, value: object) -> Value:
    if slot in TERM_SLOTS:
        return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
    if slot in NUMBER_SLOTS and isinstance(value, int | float):
        return value
    if slot in OTHER_SLOTS and isinstance(value, str | bool):
        return value
    raise ValueError(f"'{slot}' with {value!r} is not a wish; known slots are in constraints.py")


def apply_edits(standing: Constraints, edits: Iterable[Edit]) -> Constraints:
    """The wishes after one sentence: switches replace, clears forget, exclusions win."""
    edits = tuple(edits)
    values, exclude = dict(standing.values), dict(standing.exclude)
    named = {edit.slot for edit in edits if isinstance(edit, Want)}
    for edit in edits:
        match edit:
            case Clear(slot):
                for gone in (slot, *DEPENDENT_SLOTS.get(slot, ())):
                    if gone == slot or gone not in named:
                        values.pop(gone, None)
                exclude.pop(slot, None)
            case Avoid(slot, terms):
                _avoid(values, exclude, slot, terms)
            case Allow(slot, terms):
                _allow(exclude, slot, terms)
            case Want(slot, _, extend):
                before = values.get(slot)
                _want(values, exclude, edit)
                if before not in (None, values[slot]) and not extend:
                    for gone in DEPENDENT_SLOTS.get(slot, ()):
                        if gone not in named:
                            values.pop(gone, None)
    return Constraints(values, exclude)


def bound_edits(
    standing: Constraints, slots: tuple[str, str], low: float | None, high: float | None
) -> tuple[Edit, ...]:
    """The edits for a new bound of the pair ``slots`` (least, greatest), None where it is open.

    One-sided bounds combine where they agree: 'over 1000', then 'under 3000'. A bound on both
    sides replaces the pair, and so does one that contradicts what stands or refines an 'around'.
    """
    edits: list[Edit] = []
    for slot, bound, other in (*zip(slots, (low, high), (high, low), strict=True),):
        if bound is not None:
            edits.append(Want(slot, bound))
        elif slot in standing.values and not _agrees(standing, slots, slot, other):
            edits.append(Clear(slot))
    return tuple(edits)


def _agrees(standing: Constraints, slots: tuple[str, str], slot: str, other: float | None) -> bool:
    """Does the standing bound of ``slot`` go with ``other``, the new bound of the other end?"""
    stands = standing.number(slot)
    if stands is None or other is None or _is_around(standing, slots):
        return False
    return stands < other if slot == slots[0] else stands > other


def _is_around(standing: Constraints, slots: tuple[str, str]) -> bool:
    """Is the standing pair an 'around X' (.9 X to 1.1 X)?"""
    low, high = (standing.number(slot) for slot in slots)
    return bool(low and high and abs(high / low - 11 / 9) < 1e-3)


def _avoid(
    values: dict[str, Value],
    exclude: dict[str, tuple[str, ...]],
    slot: str,
    terms: tuple[str, ...],
) -> None:
    exclude[slot] = _merge(exclude.get(slot, ()), terms)
    wanted = values.get(slot)
    if not isinstance(wanted, tuple):
        return
    left = tuple(term for term in wanted if term not in terms)
    if left:
        values[slot] = left
    else:
        for gone in (slot, *DEPENDENT_SLOTS.get(slot, ())):
            values.pop(gone, None)


def _want(values: dict[str, Value], exclude: dict[str, tuple[str, ...]], wish: Want) -> None:
    slot, value, before = wish.slot, wish.value, values.get(wish.slot)
    if isinstance(value, tuple):
        if wish.extend and isinstance(before, tuple):
            value = _merge(before, value)
        _allow(exclude, slot, value)
    values[slot] = value


def _allow(exclude: dict[str, tuple[str, ...]], slot: str, terms: tuple[str, ...]) -> None:
    left = tuple(term for term in exclude.pop(slot, ()) if term not in terms)
    if left:
        exclude[slot] = left


def _merge(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
