"""Every day's rows of the protected tables, counted and sealed, so that one that is taken away or put in later is seen."""
