"""Reading PDF: PDFium (the engine of Chrome) for the text as it is seen, pypdf for what else the file holds."""
