"""How people begin: long first sentences in which the wish stands among much else, by item and by matter."""
