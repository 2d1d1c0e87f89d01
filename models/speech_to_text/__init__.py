"""Sound to words: voice activity first, then Whisper on what is speech."""
