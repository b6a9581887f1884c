"""The work of one round in Python: pandas, numpy, calamine, XlsxWriter. The peer that gnlc is measured against."""
