"""From words to intent, wishes and references."""
