"""投诉: led around the person complained about."""
