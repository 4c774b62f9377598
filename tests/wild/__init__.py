"""Scripts in the manner of tutorials of 2016 to 2019, each with one obstacle, as people left them."""
