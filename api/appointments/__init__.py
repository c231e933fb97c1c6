"""Appointments (预约) at the windows that take them, with the number to take there (取号)."""
