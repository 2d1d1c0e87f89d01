"""The HTTP route beside the page."""
