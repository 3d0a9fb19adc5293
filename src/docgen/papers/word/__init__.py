"""Reading DOCX: the parts that say what is seen on paper, and the parts that say what else is in the file."""
