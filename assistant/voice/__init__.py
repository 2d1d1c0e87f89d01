"""What was said: from a recording to words, or a clear reason why not."""
