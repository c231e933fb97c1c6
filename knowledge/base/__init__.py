"""What every room uses: the frozen record, faults with file and line, one spelling of text, the day at the centre, who may act."""
