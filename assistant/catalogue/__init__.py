"""Products, the vocabulary that describes them, and their pictures."""
