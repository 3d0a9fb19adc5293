"""Russian as pure functions: names and cases, dates, deadlines, numbers, money, typography, proofreading.

Knows nothing of documents, YAML or Word: strings, dates and Decimals in, strings out.
"""
