"""What the child is asked comes to it whole."""

import json

from docgen.kinds.verifying import outline_from, request
from tests.papers.test_sections import the_outline


def test_an_outline_goes_through_json_unchanged() -> None:
    asked = json.loads(json.dumps(request("x.docx", "programme", "final", the_outline())))
    assert outline_from(asked["outline"]) == the_outline()
