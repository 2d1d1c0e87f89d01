"""A merchant's own product file, read as products: formats, a mapping of columns, a report.

open_feed (formats) -> propose_mapping or load_mapping -> import_feed (convert) -> format_report
"""
