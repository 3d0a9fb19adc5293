"""The dictionary of word forms: large, so there is one, and it is loaded when the first word is looked up."""

import warnings
from functools import cache
from typing import Any


@cache
def analyzer() -> Any:
    """pymorphy3's analyzer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pymorphy3 import MorphAnalyzer

        return MorphAnalyzer()
