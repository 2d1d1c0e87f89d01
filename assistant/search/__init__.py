"""Hard filters first, then ranking, with reasons."""
