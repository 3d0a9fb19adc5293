"""Documents drawn at random from everything their records admit, and how other programs read what is printed of them."""
