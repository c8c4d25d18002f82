"""The nouns of the house: frozen values that pass between stages."""
