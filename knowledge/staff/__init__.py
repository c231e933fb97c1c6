"""Accounts of the staff and what they may see."""
