"""How good the shop is: scripted conversations today."""
