"""Sessions, shown products and feedback."""
