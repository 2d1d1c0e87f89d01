"""Several modalities, one vector: the seam that learned fusion will fill."""
