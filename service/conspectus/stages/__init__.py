"""The work of a summary, one verb a file, in the order in which `pipeline` calls them."""
