"""Where scripts ask for a data set, and are given what is made up: loaders, readers, folders, downloads."""
