"""Ways to spoil a file: its bytes, its lines and signs, the markup of its parts, its zip, the objects of a PDF."""
