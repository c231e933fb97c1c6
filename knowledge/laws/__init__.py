"""Citations of the catalogue held against the texts of the laws."""
