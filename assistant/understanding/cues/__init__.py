"""The words that give an act away, grouped by act. Patterns run on folded text."""
