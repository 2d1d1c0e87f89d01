"""All pieces of the designs, made once for every test of the studio that reads them."""

from __future__ import annotations

import pytest

from assets.studio.designs import read_designs
from assets.studio.records import Made, make


@pytest.fixture(scope="session")
def made() -> list[Made]:
    return make(read_designs())
