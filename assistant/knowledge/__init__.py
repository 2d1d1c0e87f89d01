"""Sourced facts about sizing, care, materials and the shop."""
