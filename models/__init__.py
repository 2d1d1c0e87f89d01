"""Neural networks: tensors in, unit float32 numpy vectors out. Knows nothing about shopping.

The shop enters by one door, ``models.embedder``; ``models.speech_to_text`` turns sound into words.
Importing any module here is instant: torch and its friends are imported inside the loaders.
"""
