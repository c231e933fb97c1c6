"""Catalogues of other platforms read into our own records, with a report of what was taken, mended and refused and why."""
