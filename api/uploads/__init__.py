"""Uploads: photos and PDFs of the materials, checked, kept sealed, and read once by the pre-check (预审)."""
