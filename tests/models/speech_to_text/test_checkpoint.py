"""CTranslate2 files, read as openai-whisper's model: on a tiny model of our own making."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from models.errors import CheckpointError
from models.speech_to_text.checkpoint import load_whisper
from tests.models.speech_to_text.tiny import (
    Arrays,
    ctranslate2_arrays,
    tiny_whisper,
    write_ctranslate2,
)


@pytest.fixture(scope="module")
def arrays() -> Arrays:
    return ctranslate2_arrays(tiny_whisper())


def test_every_weight_finds_its_place(arrays: Arrays, tmp_path: Path) -> None:
    made = tiny_whisper()
    read = load_whisper(write_ctranslate2(tmp_path / "model.bin", arrays))
    assert read.dims == made.dims
    assert read.state_dict().keys() == made.state_dict().keys()
    for name, value in made.state_dict().items():
        assert torch.equal(read.state_dict()[name], value), name


def test_a_file_that_was_cut_short_is_refused(arrays: Arrays, tmp_path: Path) -> None:
    path = write_ctranslate2(tmp_path / "model.bin", arrays)
    path.write_bytes(path.read_bytes()[:-5000])
    with pytest.raises(CheckpointError, match="inside a value"):
        load_whisper(path)


def test_another_format_version_is_refused(arrays: Arrays, tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="version 5"):
        load_whisper(write_ctranslate2(tmp_path / "model.bin", arrays, version=5))


def test_another_kind_of_model_is_refused(arrays: Arrays, tmp_path: Path) -> None:
    path = write_ctranslate2(tmp_path / "model.bin", arrays, spec="TransformerSpec")
    with pytest.raises(CheckpointError, match="TransformerSpec"):
        load_whisper(path)


def test_a_missing_tensor_is_named(arrays: Arrays, tmp_path: Path) -> None:
    missing = "decoder/layer_1/ffn/linear_0/weight"
    some = {name: array for name, array in arrays.items() if name != missing}
    with pytest.raises(CheckpointError, match=missing):
        load_whisper(write_ctranslate2(tmp_path / "model.bin", some))


def test_a_key_with_a_bias_is_refused(arrays: Arrays, tmp_path: Path) -> None:
    name = "encoder/layer_0/self_attention/linear_0/bias"
    with pytest.raises(CheckpointError, match="key has a bias"):
        load_whisper(
            write_ctranslate2(tmp_path / "model.bin", arrays | {name: np.ones_like(arrays[name])})
        )
