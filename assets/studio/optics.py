"""How a gem bends each colour: the indices that make fire.

Dispersion is the difference of the refractive index between the Fraunhofer lines G (430.8 nm)
and B (686.7 nm), as gemmologists publish it: R. Webster, "Gems" (5th ed., 1994), table of
dispersions, and GIA's Gem Reference Guide; moissanite's is GIA's (Nassau et al., Gems & Gemology,
winter 1997).
Birefringence is left out: moissanite's doubled facet edges (0.043) do not show.
"""

from __future__ import annotations

from assets.studio.physical import GEMS

LINE_B_NM, LINE_D_NM, LINE_G_NM = 686.7, 589.3, 430.8
PRIMARIES_NM = (611.4, 549.1, 464.2)  # dominant wavelengths of the sRGB primaries (IEC 61966-2-1)
DISPERSIONS = {
    "diamond": 0.044, "moissanite": 0.104, "cubic zirconia": 0.060, "zircon": 0.039,
    "ruby": 0.018, "sapphire": 0.018, "spinel": 0.020, "garnet": 0.024, "peridot": 0.020,
    "tanzanite": 0.030, "tourmaline": 0.017, "iolite": 0.017, "alexandrite": 0.015,
    "emerald": 0.014, "aquamarine": 0.014, "morganite": 0.014, "topaz": 0.014,
    "amethyst": 0.013, "citrine": 0.013, "quartz": 0.013, "rose quartz": 0.013,
}  # fmt: skip
USUAL_DISPERSION = 0.013  # of quartz; amber and other resins lie near it


def indices(stone: str) -> tuple[float, float, float]:
    """Refractive indices for red, green and blue light, by Cauchy's n = A + B / wavelength^2
    through the mean index at the D line and the published dispersion.
    """
    spread = DISPERSIONS.get(stone, USUAL_DISPERSION)
    slope = spread / (LINE_G_NM**-2 - LINE_B_NM**-2)
    red, green, blue = (
        GEMS[stone].index + slope * (wavelength**-2 - LINE_D_NM**-2) for wavelength in PRIMARIES_NM
    )
    return red, green, blue
