"""The shop for scripted conversations: the real one, without models."""

from __future__ import annotations

import pytest

from assistant.assembly import Facet
from assistant.evaluation.dialogue import words_only


@pytest.fixture(scope="session")
def word_shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    """Searches by words alone: state and facts rest on no model."""
    return words_only(tmp_path_factory.mktemp("word_shop"))
