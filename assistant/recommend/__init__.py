"""Recommending beyond one piece: sets that belong together, within one budget."""
