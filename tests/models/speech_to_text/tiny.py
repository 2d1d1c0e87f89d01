"""A Whisper of a few thousand weights, seeded, and a writer of CTranslate2 files."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from whisper.model import Whisper

VOCABULARY = 51_865  # the tokeniser's, or its tokens would fall outside the table
Arrays = dict[str, np.ndarray]


def tiny_whisper(seed: int = 3) -> Whisper:
    import torch
    from whisper.model import ModelDimensions, Whisper

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        dims = ModelDimensions(80, 1500, 16, 2, 2, VOCABULARY, 448, 16, 2, 2)
        model = Whisper(dims)
        for parameter in model.parameters():
            parameter.data.normal_(0, 0.3)
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    return model.eval()


def ctranslate2_arrays(model: Whisper) -> Arrays:
    """The model's weights under the file's names: the mapping, the other way round."""
    state = {name: value.numpy() for name, value in model.state_dict().items()}
    arrays: Arrays = {
        "decoder/embeddings/weight": state["decoder.token_embedding.weight"],
        "decoder/position_encodings/encodings": state["decoder.positional_embedding"],
        "encoder/position_encodings/encodings": state["encoder.positional_embedding"],
        "encoder/num_heads": np.array(model.dims.n_audio_head, np.int16),
        "decoder/num_heads": np.array(model.dims.n_text_head, np.int16),
    }

    def linear(target: str, *sources: str) -> None:
        weights = [state[f"{one}.weight"] for one in sources]
        biases = [
            state.get(f"{one}.bias", np.zeros(len(weight), np.float32))
            for one, weight in zip(sources, weights, strict=True)
        ]
        arrays[f"{target}/weight"] = np.concatenate(weights)
        arrays[f"{target}/bias"] = np.concatenate(biases)

    def norm(target: str, source: str) -> None:
        arrays[f"{target}/gamma"] = state[f"{source}.weight"]
        arrays[f"{target}/beta"] = state[f"{source}.bias"]

    linear("encoder/conv1", "encoder.conv1")
    linear("encoder/conv2", "encoder.conv2")
    norm("encoder/layer_norm", "encoder.ln_post")
    norm("decoder/layer_norm", "decoder.ln")
    for side, layers in (("encoder", 2), ("decoder", 2)):
        for layer in range(layers):
            there, here = f"{side}/layer_{layer}", f"{side}.blocks.{layer}"
            norm(f"{there}/self_attention/layer_norm", f"{here}.attn_ln")
            parts = [f"{here}.attn.{part}" for part in ("query", "key", "value")]
            linear(f"{there}/self_attention/linear_0", *parts)
            linear(f"{there}/self_attention/linear_1", f"{here}.attn.out")
            if side == "decoder":
                norm(f"{there}/attention/layer_norm", f"{here}.cross_attn_ln")
                linear(f"{there}/attention/linear_0", f"{here}.cross_attn.query")
                pair = (f"{here}.cross_attn.key", f"{here}.cross_attn.value")
                linear(f"{there}/attention/linear_1", *pair)
                linear(f"{there}/attention/linear_2", f"{here}.cross_attn.out")
            norm(f"{there}/ffn/layer_norm", f"{here}.mlp_ln")
            linear(f"{there}/ffn/linear_0", f"{here}.mlp.0")
            linear(f"{there}/ffn/linear_1", f"{here}.mlp.2")
    return arrays


def write_ctranslate2(
    path: Path, arrays: Arrays, version: int = 6, spec: str = "WhisperSpec"
) -> Path:
    """The arrays as a file of CTranslate2's layout, float32 and int16."""
    codes = {np.dtype(np.float32): 0, np.dtype(np.int16): 2}

    def text(value: str) -> bytes:
        data = value.encode() + b"\0"
        return struct.pack("<H", len(data)) + data

    with path.open("wb") as file:
        file.write(struct.pack("<I", version) + text(spec) + struct.pack("<II", 3, len(arrays)))
        for name, array in arrays.items():
            shape = struct.pack(f"<B{array.ndim}I", array.ndim, *array.shape)
            kind = struct.pack("<BI", codes[array.dtype], array.nbytes)
            file.write(text(name) + shape + kind + array.tobytes())
        file.write(struct.pack("<I", 0))
    return path
