"""From an understanding to one action, and at most one question."""
