"""The version of the program and that of the schema it writes."""

VERSION = "0.2.0"
SCHEMA_VERSION = 2
