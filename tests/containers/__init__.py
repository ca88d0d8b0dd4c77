"""The container files, tried on a Docker engine without any image registry: `make test-containers`."""
