"""From a design to its solids: which builder makes which model, and what the solids weigh and
measure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assets.studio import (
    bands,
    bangles,
    brooches,
    charms,
    dragonphoenix,
    dress_rings,
    drops,
    earrings,
    hoops,
    pendants,
    rings,
    strands,
    textures,
    tiers,
)
from assets.studio.designs import Design
from assets.studio.fittings import Part
from assets.studio.mesh import Floats
from assets.studio.physical import carats, grams, metal_density

BUILDERS: dict[str, Callable[[Design], list[Part]]] = {
    "solitaire": rings.solitaire,
    "halo": rings.halo,
    "three_stone": rings.three_stone,
    "band": bands.band,
    "twisted": bands.twisted,
    "eternity": bands.eternity,
    "braided": textures.braided,
    "beaded_band": textures.beaded,
    "cluster": dress_rings.cluster,
    "signet": dress_rings.signet,
    "open_ring": dress_rings.open_ring,
    "chevron": dress_rings.chevron,
    "domed": rings.domed,
    "jade_band": bands.jade_band,
    "pair": bands.pair,
    "chain_piece": strands.chain_piece,
    "bead_strand": strands.bead_strand,
    "tennis": strands.tennis,
    "bar_strand": strands.bar_strand,
    "lariat": strands.lariat,
    "charm_strand": charms.charm_strand,
    "cord_bracelet": charms.cord_bracelet,
    "pendant": pendants.pendant,
    "jade_donut": pendants.jade_donut,
    "emblem": pendants.emblem,
    "locket": pendants.locket,
    "open_heart": pendants.open_heart,
    "pearl_drop": pendants.pearl_drop,
    "bar": pendants.bar,
    "open_circle": pendants.open_circle,
    "stud": earrings.stud,
    "shaped_stud": earrings.shaped_stud,
    "blossom_stud": earrings.blossom_stud,
    "climber": earrings.climber,
    "hoop": hoops.hoop,
    "drop": drops.drop,
    "jade_hoop": drops.jade_hoop,
    "bar_drop": drops.bar_drop,
    "openwork_drop": drops.openwork_drop,
    "chandelier": tiers.chandelier,
    "tassel": tiers.tassel,
    "threader": tiers.threader,
    "stone_bangle": bangles.stone_bangle,
    "bar_bangle": bangles.bar_bangle,
    "open_cuff": bangles.open_cuff,
    "baby_bangle": bangles.baby_bangle,
    "bamboo": bangles.bamboo,
    "cable_bangle": bangles.cable_bangle,
    "hinged": bangles.hinged,
    "dragon_phoenix": dragonphoenix.dragon_phoenix,
    "flower": brooches.flower,
    "leaf_spray": brooches.leaf_spray,
    "bow": brooches.bow,
    "dragonfly": brooches.dragonfly,
    "emblem_brooch": brooches.emblem_brooch,
    "wreath": brooches.wreath,
    "starburst": brooches.starburst,
}


def build(design: Design) -> list[Part]:
    """The solids of one article; of one earring, where the article is a pair."""
    return BUILDERS[design.model](design)


@dataclass(frozen=True)
class Measured:
    """What a piece weighs and measures: the pair together for earrings' weights, one earring for
    its sides.
    """

    metal_g: float | None
    carats: tuple[float, ...]
    sides_mm: tuple[float, float, float]  # width, height, depth


def measure(design: Design, parts: list[Part]) -> Measured:
    """Weights from the solids' volumes, sides from their bounding box."""
    articles = 2 if design.category == "earrings" else 1
    volume = (
        sum(part.mesh.volume_mm3() for part in parts if part.material.startswith("metal"))
        * articles
    )
    metal = design.metal
    weight = (
        grams(metal_density(metal.metal, metal.purity, metal.colour), volume)
        if metal.metal
        else None
    )
    totals = tuple(
        carats(gem.stone, articles * sum(p.mesh.volume_mm3() for p in parts if p.stone == index))
        for index, gem in enumerate(design.stones)
    )
    return Measured(weight, totals, sides(design, parts))


def sides(design: Design, parts: list[Part]) -> tuple[float, float, float]:
    """Width, height, depth as worn. A strand gives its widest cross-section; a chain's length is a
    field of its own.
    """
    if design.category in ("necklace", "bracelet", "anklet"):
        return strand_section(design, parts)
    motif: Floats = np.concatenate([part.mesh.vertices for part in parts if not part.chain])
    width, height, depth = (float(v) for v in motif.max(axis=0) - motif.min(axis=0))
    if design.category in ("ring", "bangle"):
        return width, depth, height  # the finger or wrist runs along y
    return width, height, depth


def strand_section(design: Design, parts: list[Part]) -> tuple[float, float, float]:
    """A strand's width across, the same again as its height, and its thickness off the skin."""
    widest = max((gem.width_mm for gem in design.stones), default=0.0)
    widest = max(widest, design.mm("chain_mm", 0.0), design.mm("bead_mm", 0.0))
    strand = np.concatenate([part.mesh.vertices[:, 2] for part in parts if not part.fastening])
    return widest, widest, float(np.ptp(strand))
