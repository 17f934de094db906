"""Scripts that learn the weights shipped with the package; run from a checkout, never at run time."""
