"""Reads a catalogue as a trade inspector would: wrong names, claims nobody can back, numbers that
do not agree. Pure functions over products; nothing is corrected, everything is explained.

    for finding in lint(products, vocabulary): ...

A rule stays silent about what a record leaves out, unless the trade demands that it be said.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.catalogue.lint.claims import RULES as CLAIMS
from assistant.catalogue.lint.figures import RULES as FIGURES
from assistant.catalogue.lint.jade import RULES as JADE
from assistant.catalogue.lint.metals import RULES as METALS
from assistant.catalogue.lint.plating import RULES as PLATING
from assistant.catalogue.lint.rule import Finding, Rule
from assistant.catalogue.lint.stones import RULES as STONES
from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

RULES: tuple[Rule, ...] = (*METALS, *PLATING, *STONES, *JADE, *CLAIMS, *FIGURES)


def lint(products: Iterable[Product], vocabulary: Vocabulary) -> tuple[Finding, ...]:
    """Every finding, product by product in their order, each product's in the order of RULES."""
    return tuple(
        Finding(product.id, rule.name, hit.field, hit.value, hit.why, rule.source)
        for product in products
        for rule in RULES
        for hit in rule.check(product, vocabulary)
    )


def format_findings(findings: Iterable[Finding]) -> str:
    """Findings to read in a terminal, grouped by product; one line of totals at the end."""
    by_product: dict[str, list[Finding]] = {}
    for finding in findings:
        by_product.setdefault(finding.product_id, []).append(finding)
    if not by_product:
        return "No findings.\n"
    lines = []
    for product_id, found in by_product.items():
        lines.append(product_id)
        for finding in found:
            lines.append(f"  {finding.rule}  {finding.field}: {finding.value}")
            lines.append(f"    {finding.why}")
            lines.append(f"    Source: {finding.source}")
    total = sum(len(found) for found in by_product.values())
    lines.append(f"{counted(total, 'finding')} in {counted(len(by_product), 'product')}.")
    return "\n".join(lines) + "\n"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


__all__ = ["RULES", "Finding", "Rule", "format_findings", "lint"]
