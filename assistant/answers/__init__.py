"""From results to claims to sentences, and the check between."""
