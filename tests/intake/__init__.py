"""From bytes to photos, sound and clean text."""
