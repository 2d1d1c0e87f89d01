"""Text, photo and sound encoders with real weights: what their vectors mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.audio_features import MFCC_DIM, mfcc, mfcc_summary, resample
from models.embedder import Embedder, FusionInput, load_embedder
from models.errors import BadInput
from models.image_transforms import SIDE_PX, to_input
from models.text_encoder import can_run_e5

PICTURES = Path(__file__).parents[2] / "assets" / "catalogue" / "pictures"


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder()


def picture(name: str) -> np.ndarray:
    with Image.open(PICTURES / f"{name}.jpg") as image:
        return np.asarray(image.convert("RGB"))


@pytest.mark.weights
@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("a gold ring", "An 18k gold band ring.", "A string of freshwater pearls."),
        ("珍珠项链", "淡水珍珠项链，银扣。", "18K金素圈戒指。"),
        ("a ring for our wedding", "A platinum wedding ring.", "A leather watch strap."),
    ],
)
def test_a_question_is_nearer_to_its_answer(
    embedder: Embedder, question: str, near: str, far: str
) -> None:
    asked = embedder.encode_text_query(question)
    told = embedder.encode_text_passages([near, far])
    assert told[0] @ asked > told[1] @ asked


@pytest.mark.weights
def test_a_changed_photo_still_finds_its_piece(embedder: Embedder) -> None:
    names = ["R-001", "R-008", "N-001", "P-004", "E-001", "G-001", "O-001", "B-001"]
    shelf = embedder.encode_photos([picture(name) for name in names])
    for place, name in enumerate(names):
        pixels = picture(name)[40:600, 40:600, :][:, ::-1]
        found = int(np.argmax(shelf @ embedder.encode_photo(np.ascontiguousarray(pixels))))
        assert found == place, name


@pytest.mark.weights
def test_every_vector_has_unit_length(embedder: Embedder) -> None:
    photo = embedder.encode_photo(picture("R-001"))
    text = embedder.encode_text_query("ring")
    both = embedder.encode_query(FusionInput(text=text, photo=photo))
    for vector in (photo, text, both):
        assert vector.dtype == np.float32
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_the_whole_picture_is_kept() -> None:
    pixels = np.zeros((100, 400, 3), dtype=np.uint8)
    ready = to_input(pixels)
    assert ready.shape == (3, SIDE_PX, SIDE_PX)
    assert ready[:, 0, :].min() == pytest.approx(1)  # white above
    assert ready[:, SIDE_PX // 2, :].max() == pytest.approx(-1)  # the picture, edge to edge


@pytest.mark.parametrize("shape", [(10, 10), (10, 10, 4), (0, 10, 3)])
def test_what_is_no_photo_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(BadInput):
        to_input(np.zeros(shape, dtype=np.uint8))


def test_mfcc_has_thirteen_coefficients_every_ten_milliseconds() -> None:
    tone = np.sin(np.arange(16_000) * 0.2).astype(np.float32)
    assert mfcc(tone).shape == (13, 101)


def test_the_mfcc_summary_tells_sounds_apart_and_not_their_loudness() -> None:
    rng = np.random.default_rng(7)
    tone = np.sin(np.arange(32_000) * 0.2).astype(np.float32) * 0.5
    noise = rng.standard_normal(32_000).astype(np.float32) * 0.2
    one, quieter, other = map(mfcc_summary, (tone, tone * np.float32(0.5), noise))
    assert one.shape == (MFCC_DIM,)
    assert one @ quieter > one @ other


def test_resampling_keeps_the_length_in_seconds() -> None:
    second = np.zeros(44_100, dtype=np.float32)
    assert len(resample(second, 44_100)) == 16_000


def test_an_old_processor_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    info = tmp_path / "cpuinfo"
    info.write_text("flags : fpu sse4_2 avx\n")
    assert not can_run_e5(info)
    info.write_text("flags : fpu sse4_2 avx avx2\n")
    assert can_run_e5(info)
