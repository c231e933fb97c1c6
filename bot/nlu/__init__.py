"""Language understanding: own components at Rasa's official extension points."""
