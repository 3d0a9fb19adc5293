"""Property tests are never timed: the first call of a reader builds its tables."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
