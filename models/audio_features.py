"""Sound as numbers: the only home of the sample rate, of MFCC settings and of librosa.

MFCC: Davis and Mermelstein 1980, as librosa computes them (log-mel power, DCT-II, orthonormal).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.errors import BadInput

SAMPLE_RATE_HZ = 16_000
N_MFCC = 13
N_FFT = 400  # 25 ms
HOP = 160  # 10 ms
N_MELS = 40
MFCC_DIM = 4 * N_MFCC  # mean and standard deviation of coefficients and of their deltas

Samples = NDArray[np.float32]


def resample(samples: Samples, rate_hz: int) -> Samples:
    """``samples`` (n,) float32 in [-1, 1] at ``rate_hz`` as (m,) at 16 kHz, by soxr."""
    _check(samples)
    if rate_hz == SAMPLE_RATE_HZ:
        return samples
    import librosa

    changed: Samples = librosa.resample(
        samples, orig_sr=rate_hz, target_sr=SAMPLE_RATE_HZ, res_type="soxr_hq"
    ).astype(np.float32)
    return changed


def mfcc(samples_16k: Samples) -> NDArray[np.float32]:
    """(13, frames) float32, a frame every 10 ms."""
    _check(samples_16k)
    import librosa

    padded = np.pad(samples_16k, (0, max(0, N_FFT - len(samples_16k))))
    features: NDArray[np.float32] = librosa.feature.mfcc(
        y=padded, sr=SAMPLE_RATE_HZ, n_mfcc=N_MFCC, n_fft=N_FFT, hop_length=HOP, n_mels=N_MELS
    ).astype(np.float32)
    return features


def mfcc_summary(samples_16k: Samples) -> NDArray[np.float32]:
    """(52,) float32 of unit length: how an utterance sounds, whatever its length.

    Mean and standard deviation over time of 13 MFCC and of their first differences. Each of the
    four groups is scaled to unit length first, for loudness (the first mean) dwarfs the rest.
    """
    coefficients = mfcc(samples_16k)
    deltas = np.diff(coefficients, axis=1, prepend=coefficients[:, :1])
    groups = [
        _unit(part)
        for series in (coefficients, deltas)
        for part in (series.mean(axis=1), series.std(axis=1))
    ]
    return _unit(np.concatenate(groups))


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return (vector / length if length > 0 else vector).astype(np.float32)


def _check(samples: Samples) -> None:
    if samples.ndim != 1 or samples.dtype != np.float32 or not len(samples):
        raise BadInput(
            "samples", f"{samples.dtype} of shape {samples.shape}", "float32 of shape (n,), n > 0"
        )
