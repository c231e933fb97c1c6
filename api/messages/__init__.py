"""Messages to the applicant: kept with the case, and passed on to the channel that they used."""
