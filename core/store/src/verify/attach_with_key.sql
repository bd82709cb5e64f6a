ATTACH DATABASE :path AS copy KEY :key
