"""Stores and migrations."""
