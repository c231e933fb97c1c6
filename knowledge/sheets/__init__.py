"""The catalogue as an Excel workbook and back, without loss: one sheet a kind of record, headings in Chinese."""
