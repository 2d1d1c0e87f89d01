"""The HTTP route."""
