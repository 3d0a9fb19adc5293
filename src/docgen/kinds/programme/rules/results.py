"""Expected results (D60x)."""
