"""Uploads: photos and PDFs of the materials in their slots, with what the pre-check (预审) says of them."""
