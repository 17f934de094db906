"""Places out of other people's files: GeoNames dumps, UCDP GED, OCHA's administrative tables, plain tables."""

from dragoman.gazetteer.imports.importer import Outcome, import_file

__all__ = ["Outcome", "import_file"]
