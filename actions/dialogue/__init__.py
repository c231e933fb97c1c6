"""What belongs to the talk itself: choices from a menu, yes or no, going on, greetings, a human."""
