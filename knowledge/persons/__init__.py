"""Who is who in a submission: for whom it is, who acts, by what a person is identified, and whose data are said."""
