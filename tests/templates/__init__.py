"""The Word files in ``templates/`` as a reviewer reads them, and what they promise."""
