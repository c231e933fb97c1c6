"""Where a case is, for its applicant: read at once, with what they can do with it."""
