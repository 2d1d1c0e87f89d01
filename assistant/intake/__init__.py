"""From bytes to photos and sound, or a clear reason why not."""
