"""The comparison with other engines, stage by stage; ``bench/compare.py`` runs them all."""
