"""Reminders (提醒): chosen by the applicant for a case, sent once each on every chosen way, stopped by one tap."""
