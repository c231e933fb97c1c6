"""The applicant's page in a real browser, on a whole site in this process."""
