"""Matters that others do (别处办的事): who does them and how to reach them."""
