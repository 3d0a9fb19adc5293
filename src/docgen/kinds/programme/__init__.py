"""Программа развития кластера. Исходники: content/programme/. Шаблон: templates/programme.docx."""
