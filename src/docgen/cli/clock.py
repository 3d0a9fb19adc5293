"""The day it is: only the command line knows it, and tells those below."""

from datetime import date, datetime


def today() -> date:
    """Today, where the user is."""
    return datetime.now().astimezone().date()
